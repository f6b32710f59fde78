// Options that stand at the left edge below the indented ones of a host, as if the host had ended there: it has not.

import type { Setting } from "../../model/config.ts";
import { indentAt } from "../../text/indent.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { destination, move } from "./global-option-in-host.ts";
import { isPlain } from "./shared/literals.ts";
import { code } from "./shared/words.ts";

export const looksGlobal: LuaRule = {
  kind: "lua",
  id: "looks-global",
  severity: "information",
  concerns: (_, option) => option?.origin === "bundled" && option.scope === "host",
  check(context) {
    const { file, own, text, schema, report } = context;
    for (const setting of file.settings) {
      const { section, nameSpan, form, certain } = setting;
      if (section.kind === "global" || !section.certain || section.table !== undefined || section.until !== undefined) continue;
      if (!certain || form !== "assign" || indentAt(text, nameSpan.start) !== "") continue;
      const option = schema.option(setting.name);
      // What is global anyway, and what only makes sense here, is no question.
      if (option?.origin !== "bundled" || option.scope !== "host" || option.component !== undefined) continue;
      const indent = own.firstIndent(section);
      // With one host it hardly matters.
      if (indent === "" || !own.hasSeveralSections) continue;
      report({
        span: nameSpan,
        message: `${code(setting.name)} stands at the left edge, but still belongs to the ${code(section.kind === "host" ? "VirtualHost" : "Component")} above: a section goes on until the next one or to the end of the file. Indent it, or move it above the first host if it is meant for all.`,
        related: [{ span: section.header, message: "The section begins here" }],
        page: "https://prosody.im/doc/configure",
        fixes: () => fixesFor(setting, indent ?? "", context),
      });
    }
  },
};

function fixesFor(setting: Setting, indent: string, context: LuaContext): readonly Fix[] {
  const to = destination(context.own, setting);
  const { start } = setting.span;
  return [
    ...(indent === ""
      ? []
      : [
          {
            title: "Indent it, as it belongs to the host",
            edits: [{ span: { start, end: start }, newText: indent }],
            safe: false,
          },
        ]),
    ...(to === undefined || !isPlain(setting.value) ? [] : [{ ...move(setting, to, context), safe: false }]),
  ];
}
