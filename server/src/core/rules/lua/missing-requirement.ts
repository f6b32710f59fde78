// Modules that are enabled without the option that they do not work without.

import type { ConfigFile, Section } from "../../model/config.ts";
import type { OptionInfo } from "../../schema/schema.ts";
import type { Span } from "../../text/span.ts";
import type { Fix, LuaRule } from "../rule.ts";
import { usedModules } from "./shared/hostModules.ts";
import { underHeader } from "./shared/insertion.ts";
import { lineEnd, lineStart } from "./shared/removal.ts";
import { disabling, isWhole, settingsFor } from "./shared/wholeFile.ts";
import { code } from "./shared/words.ts";

export const missingRequirement: LuaRule = {
  kind: "lua",
  meta: {
    id: "missing-requirement",
    severity: "warning",
    fixable: true,
    summary: "A module without the option that it needs.",
  },
  check({ file, schema, text, report }) {
    if (!isWhole(file)) return;
    const used = usedModules(file, schema).filter(({ section }) => disabling(file, section) === undefined);
    for (const option of used.length === 0 ? [] : schema.options.values()) {
      if (option.requiredBy === undefined || option.availability !== "now") continue;
      for (const { name, span, section } of used) {
        if (!option.requiredBy.includes(name) || isSet(file, option, section)) continue;
        report({
          span,
          message: `${code(name)} does not do its work without ${code(option.name)}, and nothing here sets that. Set it, or remove the module.`,
          page: option.page,
          ...adding(option, place(file, text, span, section), text),
        });
      }
    }
  },
};

/** Behind the statement that names the module, where that has its lines for itself. */
function place(file: ConfigFile, text: string, module: Span, section: Section): Place | undefined {
  const setting = file.settings.find(({ span }) => span.start <= module.start && module.end <= span.end);
  if (setting === undefined && section.header.start <= module.start && module.end <= section.header.end) {
    const edit = underHeader(text, section, "");
    return edit === undefined ? undefined : { at: edit.span.start, indent: "\t" };
  }
  if (setting?.form !== "assign") return undefined;
  const start = lineStart(text, setting.span.start);
  const end = lineEnd(text, setting.span.end);
  const indent = text.slice(start, setting.span.start);
  const isAlone = indent.trim() === "" && /^[ \t]*;?[ \t]*(?:--(?!\[=*\[).*)?$/.test(text.slice(setting.span.end, end));
  return isAlone ? { at: end, indent } : undefined;
}

interface Place {
  readonly at: number;
  readonly indent: string;
}

/** With an empty value for the user to fill in. */
function adding(option: OptionInfo, found: Place | undefined, text: string): { readonly fixes?: () => readonly Fix[] } {
  if (found === undefined) return {};
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const isList = typeof option.type !== "string" && "is" in option.type && option.type.is === "list";
  const newText = `${eol}${found.indent}${option.name} = ${isList ? "{ }" : '""'}`;
  const edits = [{ span: { start: found.at, end: found.at }, newText }];
  return { fixes: () => [{ title: `Add ${code(option.name)}, to be filled in`, edits, safe: false }] };
}

/** What the global section enables may be set for each host; an older name will do as well. */
function isSet(file: ConfigFile, { name, fallback }: OptionInfo, section: Section): boolean {
  const isGlobal = section.kind === "global";
  return [name, fallback ?? name].some((wanted) =>
    isGlobal ? file.settings.some((setting) => setting.name === wanted) : settingsFor(file, wanted, section).length > 0,
  );
}
