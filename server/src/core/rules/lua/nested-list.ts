// A list inside a list of single values: one pair of braces too many.

import type { TableValue } from "../../model/value.ts";
import { describeType } from "../../schema/kinds/describe.ts";
import type { LuaRule } from "../rule.ts";
import { fatality } from "./shared/valueForms.ts";
import { consequenceOf } from "./shared/consequence.ts";
import { isSureList, shapesIn } from "./shared/shapes.ts";
import { code } from "./shared/words.ts";
import { changing } from "./shared/fixing.ts";

export const nestedList: LuaRule = {
  kind: "lua",
  id: "nested-list",
  severity: "warning",
  check(context) {
    const { text, schema } = context;
    for (const typed of shapesIn(context)) {
      const { setting, option, shape } = typed;
      if (shape.kind !== "nested" || !isSureList(shape.value)) continue;
      const { value, type } = shape;
      const inner = itemsOf(text, value);
      const { words, ...rest } = consequenceOf(typed, setting.value, context);
      const isFatal = setting.certain && fatality(setting.value, option, schema) === "inside";
      context.report({
        span: value.span,
        ...(isFatal ? { severity: "error" as const } : rest),
        message: `${code(option.name)} takes ${describeType(type)}; a list among them ${isFatal ? "keeps Prosody from starting" : "is no item"}.${isFatal ? "" : words} Take the inner braces away.`,
        page: option.page,
        ...(inner === undefined ? {} : changing(value, inner, true, "Take the inner braces away")),
      });
    }
  },
};

/** The text between the inner braces. */
function itemsOf(text: string, { entries, span, folded }: TableValue): string | undefined {
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined || folded === true || text.charAt(span.start) !== "{") return undefined;
  return text.slice(first.span.start, last.span.end);
}
