// A log that nothing is written to: an empty table, or one with keys that are no levels.

import { keyText } from "../../model/value.ts";
import { isUnion } from "../../schema/kinds/describe.ts";
import type { TypeSpec } from "../../schema/types.ts";
import type { LuaRule } from "../rule.ts";
import { removeItem, removeStatement } from "./shared/removal.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";

export const silentLog: LuaRule = {
  kind: "lua",
  id: "silent-log",
  severity: "warning",
  concerns: (name) => name === "log",
  check(context) {
    for (const { setting, option } of typedSettings(context)) {
      const { name, nameSpan, value, section, span, form } = setting;
      if (name !== "log" || value.kind !== "table" || form === "append") continue;
      const levels = keysOf(option.type);
      const says = value.entries.some((entry) => levels.includes(keyText(entry) ?? "") || entry.key?.value.kind !== "string");
      if (says) continue;
      context.report({
        span: nameSpan,
        message: `Nothing in this table says where messages go, so that none are written, not even errors. Give a place for a level: ${code('log = { info = "prosody.log" }')}.`,
        page: option.page,
        fixes: () => [
          {
            title: `Remove ${code(name)}, for the default`,
            edits: [
              section.table === undefined ? removeStatement(context.text, span) : removeItem(context.text, section.table, span),
            ],
            safe: false,
          },
        ],
      });
    }
  },
};

/** The levels: what the table may have as keys. */
function keysOf(type: TypeSpec): readonly string[] {
  if (isUnion(type)) return type.flatMap(keysOf);
  return typeof type === "object" && type.is === "record" ? Object.keys(type.fields) : [];
}
