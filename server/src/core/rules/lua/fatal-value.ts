// Values with which Prosody does not start at all.

import { checkValue } from "../../schema/kinds/check.ts";
import { describeType } from "../../schema/kinds/describe.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { fatality } from "./shared/valueForms.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import type { TypedSetting } from "./shared/typedSettings.ts";
import { code, kindOfValue } from "./shared/words.ts";

export const fatalValue: LuaRule = {
  kind: "lua",
  id: "fatal-value",
  severity: "error",
  concerns: (_, option) => option?.fatal !== undefined,
  check(context) {
    for (const typed of typedSettings(context)) {
      const { setting, option } = typed;
      const { value, certain } = setting;
      if (fatality(value, option, context.schema) !== "whole") continue;
      const fixes = fixesFor(typed, context);
      context.report({
        span: value.span,
        ...(certain ? {} : { severity: "warning" }),
        message: `Prosody does not start with this: ${code(option.name)} takes ${describeType(option.type)}, not ${kindOfValue(value)}.`,
        page: option.page,
        ...(fixes.length === 0 ? {} : { fixes: () => fixes }),
      });
    }
  },
};

function fixesFor({ setting: { value }, option: { type } }: TypedSetting, { text }: LuaContext): readonly Fix[] {
  if (value.folded === true) return [];
  const { start, end } = value.span;
  const source = text.slice(start, end);
  if (value.kind !== "table") {
    const isList = typeof type !== "string" && "is" in type && type.is === "list" && checkValue(type.items, value).length === 0;
    if (value.kind === "number" && checkValue(type, { kind: "string", value: source, span: value.span }).length === 0)
      return [{ title: "Put it in quotes", edits: [{ span: value.span, newText: `"${source}"` }], safe: false }];
    return isList ? [{ title: "Put it into a list", edits: [{ span: value.span, newText: `{ ${source} }` }], safe: true }] : [];
  }
  const [first] = value.entries;
  if (first === undefined || first.value.kind === "table") return [];
  const newText = text.slice(first.value.span.start, first.value.span.end);
  return [{ title: "Keep the first alone", edits: [{ span: value.span, newText }], safe: false }];
}
