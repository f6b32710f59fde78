// Single values where Prosody insists on a list.

import type { TextEdit } from "../../text/edit.ts";
import { describeType } from "../../schema/kinds/describe.ts";
import type { LuaRule } from "../rule.ts";
import { consequenceOf } from "./shared/consequence.ts";
import { shapesIn } from "./shared/shapes.ts";
import { isJoined } from "./shared/joined.ts";
import { subject } from "./shared/texts.ts";
import { kindOfValue } from "./shared/words.ts";

export const singleForList: LuaRule = {
  kind: "lua",
  id: "single-for-list",
  severity: "warning",
  check(context) {
    for (const typed of shapesIn(context)) {
      const { option, shape } = typed;
      if (shape.kind !== "single" || (shape.value.kind === "string" && isJoined(shape.value.value, shape.items))) continue;
      const { value, type } = shape;
      const { start, end } = value.span;
      const { words, ...rest } = consequenceOf(typed, value, context);
      const braces: TextEdit[] = [
        { span: { start, end: start }, newText: "{ " },
        { span: { start: end, end }, newText: " }" },
      ];
      context.report({
        span: value.span,
        ...rest,
        message: `${subject(typed, value)} takes ${describeType(type)}, not ${kindOfValue(value)}.${words} Put it in braces.`,
        page: option.page,
        fixes: () => [{ title: "Put it into a list", edits: braces, safe: true }],
      });
    }
  },
};
