// Options that stand at the left edge below the indented ones of a host, as if the host had ended there: it has not.

import type { Setting } from "../../model/config.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { destination, move } from "./global-option-in-host.ts";
import { isPlain } from "./shared/literals.ts";
import { lineStart } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const looksGlobal: LuaRule = {
  kind: "lua",
  meta: {
    id: "looks-global",
    severity: "information",
    fixable: true,
    summary: "An option that looks global and belongs to the host above.",
  },
  check(context) {
    const { file, text, schema, report } = context;
    // With one host it hardly matters.
    if (file.sections.filter(({ kind }) => kind !== "global").length < 2) return;
    for (const section of file.sections) {
      if (section.kind === "global" || !section.certain || section.table !== undefined || section.until !== undefined) continue;
      const own = file.settings.filter((setting) => setting.section === section && setting.certain && setting.form === "assign");
      const inner = own.find((setting) => indentOf(setting, text) !== "");
      const indent = inner === undefined ? "" : (indentOf(inner, text) ?? "");
      const outer = own.filter((setting) => indentOf(setting, text) === "");
      if (inner === undefined || own[0] !== inner) continue;
      for (const setting of outer) {
        const option = schema.option(setting.name);
        // What is global anyway, and what only makes sense here, is no question.
        if (option?.origin !== "bundled" || option.scope !== "host" || option.component !== undefined) continue;
        report({
          span: setting.nameSpan,
          message: `${code(setting.name)} stands at the left edge, but still belongs to the ${code(section.kind === "host" ? "VirtualHost" : "Component")} above: a section goes on until the next one or to the end of the file. Indent it, or move it above the first host if it is meant for all.`,
          related: [{ span: section.header, message: "The section begins here" }],
          page: "https://prosody.im/doc/configure",
          fixes: () => fixesFor(setting, indent, context),
        });
      }
    }
  },
};

/** Undefined where it shares the line with something else. */
function indentOf({ nameSpan }: Setting, text: string): string | undefined {
  const indent = text.slice(lineStart(text, nameSpan.start), nameSpan.start);
  return indent.trim() === "" ? indent : undefined;
}

function fixesFor(setting: Setting, indent: string, context: LuaContext): readonly Fix[] {
  const to = destination(context.file, setting);
  const { start } = setting.span;
  return [
    { title: "Indent it, as it belongs to the host", edits: [{ span: { start, end: start }, newText: indent }], safe: false },
    ...(to === undefined || !isPlain(setting.value) ? [] : [{ ...move(setting, to, context), safe: false }]),
  ];
}
