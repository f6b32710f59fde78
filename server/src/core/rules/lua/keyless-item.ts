// Items without a key in a table whose values have names: Prosody passes over them.

import { checkValue } from "../../schema/kinds/check.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { wrongValues } from "./shared/typedSettings.ts";
import type { WrongValue } from "./shared/typedSettings.ts";
import { removeItem } from "./shared/removal.ts";
import { code } from "./shared/words.ts";

export const keylessItem: LuaRule = {
  kind: "lua",
  id: "keyless-item",
  severity: "warning",
  check(context) {
    for (const wrong of wrongValues(context, "item")) {
      const { option, mismatch } = wrong;
      const fixes = fixesFor(wrong, context);
      context.report({
        span: mismatch.span,
        message: `${code(option.name)} takes ${mismatch.expected}. An item without a key is ignored: write what it is for in front.`,
        page: option.page,
        ...(fixes.length === 0 ? {} : { fixes: () => fixes }),
      });
    }
  },
};

/** The only item may be meant for all; any other is taken out. */
function fixesFor({ setting: { value }, option, mismatch }: WrongValue, { text }: LuaContext): readonly Fix[] {
  if (value.kind !== "table" || value.folded === true) return [];
  const entry = value.entries.find(({ span }) => span.start === mismatch.span.start);
  if (entry === undefined) return [];
  if (value.entries.length > 1) return [{ title: "Remove it", edits: [removeItem(text, value.span, entry.span)], safe: false }];
  if (checkValue(option.type, entry.value, option.raw === true).length > 0) return [];
  const newText = text.slice(entry.value.span.start, entry.value.span.end);
  return [{ title: "Take it for all, without braces", edits: [{ span: value.span, newText }], safe: false }];
}
