// Lists of several values where an option takes one.

import { checkValue } from "../../schema/kinds/check.ts";
import { describeType } from "../../schema/kinds/describe.ts";
import type { LuaRule } from "../rule.ts";
import { consequenceOf } from "./shared/consequence.ts";
import { isSureList, shapesIn } from "./shared/shapes.ts";
import { subject } from "./shared/texts.ts";
import { changing } from "./shared/fixing.ts";

export const listForSingle: LuaRule = {
  kind: "lua",
  id: "list-for-single",
  severity: "warning",
  check(context) {
    const { text } = context;
    for (const typed of shapesIn(context)) {
      const { option, shape } = typed;
      if (shape.kind !== "several" || !isSureList(shape.value)) continue;
      const { value, type } = shape;
      const [first] = value.entries;
      const isUsed = option.raw !== true && (first === undefined || checkValue(type, first.value).length === 0);
      const { words, ...rest } = isUsed ? { words: "" } : consequenceOf(typed, typed.setting.value, context);
      const counted = option.raw === true ? "with a list it cannot do anything" : "only the first of the list counts";
      context.report({
        span: value.span,
        ...rest,
        message: `${subject(typed, value)} takes ${describeType(type)}, not a list: ${counted}${isUsed || option.raw === true ? "" : ", which it does not take"}.${words}`,
        page: option.page,
        ...(first === undefined
          ? {}
          : changing(value, text.slice(first.value.span.start, first.value.span.end), false, "Keep the first alone")),
      });
    }
  },
};
