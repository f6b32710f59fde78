// Modules that are enabled without the option that they do not work without.

import type { Section } from "../../model/config.ts";
import type { OptionInfo, Schema } from "../../schema/schema.ts";
import type { Configuration, UsedModule } from "../../semantics/configuration.ts";
import { contains } from "../../text/span.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { underHeader } from "./shared/insertion.ts";
import { usedModules } from "./shared/modulesOf.ts";
import { code } from "./shared/words.ts";
import { lineEnd, lineStart } from "../../text/lines.ts";

export const missingRequirement: LuaRule = {
  kind: "lua",
  id: "missing-requirement",
  severity: "warning",
  check(context) {
    const { schema, own, report } = context;
    const needs = schema.once(requirements);
    for (const used of usedModules(context)) {
      const { name, span, section } = used;
      for (const option of needs.get(name) ?? []) {
        if (isSet(own, option, section) || !own.isWhole || own.disabling(section) !== undefined) continue;
        report({
          span,
          message: `${code(name)} does not do its work without ${code(option.name)}, and nothing here sets that. Set it, or remove the module.`,
          page: option.page,
          ...adding(option, place(used, context), context.text),
        });
      }
    }
  },
};

/** Options by the modules that need them. */
function requirements({ requiredOptions }: Schema): ReadonlyMap<string, readonly OptionInfo[]> {
  const needs = new Map<string, OptionInfo[]>();
  for (const option of requiredOptions) {
    if (option.availability !== "now") continue;
    for (const module of option.requiredBy ?? []) needs.set(module, [...(needs.get(module) ?? []), option]);
  }
  return needs;
}

/** Behind the statement that names the module, where that has its lines for itself. */
function place({ span: module, section }: UsedModule, { file, text }: LuaContext): Place | undefined {
  const setting = file.settings.find(({ span }) => contains(span, module));
  if (setting === undefined && contains(section.header, module)) {
    const edit = underHeader(text, section, "");
    return edit === undefined ? undefined : { at: edit.span.start, indent: "\t" };
  }
  if (setting?.form !== "assign") return undefined;
  const start = lineStart(text, setting.span.start);
  const end = lineEnd(text, setting.span.end);
  const indent = text.slice(start, setting.span.start);
  const isAlone = indent.trim() === "" && /^[ \t]*(?:;[ \t]*)?(?:--(?!\[=*\[).*)?$/.test(text.slice(setting.span.end, end));
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
function isSet(own: Configuration, { name, fallback }: OptionInfo, section: Section): boolean {
  const isGlobal = section.kind === "global";
  return [name, fallback ?? name].some((wanted) =>
    isGlobal ? own.isSetAnywhere(wanted) : own.settingsFor(wanted, section).length > 0,
  );
}
