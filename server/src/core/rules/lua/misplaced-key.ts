// Options of Prosody inside the table of another option, where nobody looks for them.

import { keyText } from "../../model/value.ts";
import type { TableEntry, TableValue } from "../../model/value.ts";
import type { Setting } from "../../model/config.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { nearest } from "../suggest.ts";
import { partsIn } from "./shared/valueParts.ts";
import { below } from "./shared/insertion.ts";
import { isPlain } from "./shared/literals.ts";
import { removeItem } from "./shared/removal.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";
import { ofKind } from "./shared/concerns.ts";

export const misplacedKey: LuaRule = {
  kind: "lua",
  id: "misplaced-key",
  severity: "warning",
  concerns: ofKind("record"),
  check(context) {
    for (const { setting, option } of typedSettings(context)) {
      for (const { type, value } of partsIn(context, option.type, setting.value)) {
        if (typeof type === "string" || type.is !== "record" || value.kind !== "table") continue;
        const choices = Object.keys(type.fields);
        for (const entry of value.entries) {
          const key = keyText(entry);
          if (key === undefined || entry.key === undefined || !isOwnOption(key, choices, context)) continue;
          context.report({
            span: entry.key.span,
            message: `${code(key)} is an option of its own and is not looked for inside ${code(option.name)}: here it has no effect. Set it outside.`,
            page: context.schema.option(key)?.page ?? option.page,
            ...(movable(context, setting, value, entry) ? { fixes: () => [move(context, setting, value, { entry, key })] } : {}),
          });
        }
      }
    }
  },
};

/** Whether a key that a table does not have is an option that Prosody itself reads. */
export function isOwnOption(key: string, choices: readonly string[], { schema }: LuaContext): boolean {
  if (choices.includes(key) || !key.includes("_")) return false;
  const option = schema.option(key);
  return option?.origin === "bundled" && option.availability === "now" && nearest(key, choices) === undefined;
}

/** In a statement with lines of its own, whose option is not set where this would go. */
function movable({ own, text }: LuaContext, setting: Setting, table: TableValue, entry: TableEntry): boolean {
  const key = keyText(entry);
  if (key === undefined || setting.form !== "assign" || table.folded === true || !isPlain(entry.value)) return false;
  return below(text, setting.span, "") !== undefined && own.settingsIn(key, setting.section).length === 0;
}

function move({ text }: LuaContext, setting: Setting, table: TableValue, moved: { entry: TableEntry; key: string }): Fix {
  const { entry, key } = moved;
  const insertion = below(text, setting.span, `${key} = ${text.slice(entry.value.span.start, entry.value.span.end)}`);
  return {
    title: "Move it out of the table",
    edits: [removeItem(text, table.span, entry.span), ...(insertion === undefined ? [] : [insertion])],
    safe: false,
  };
}
