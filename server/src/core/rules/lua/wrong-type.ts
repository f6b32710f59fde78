// Values of a kind that the option cannot take: a text where a number is wanted, a number where a text is wanted.

import type { Setting } from "../../model/config.ts";
import type { Value } from "../../model/value.ts";
import { checkValue } from "../../schema/kinds/check.ts";
import type { TypeSpec } from "../../schema/types.ts";
import type { Fix, LuaRule } from "../rule.ts";
import { consequenceOf } from "./shared/consequence.ts";
import { isJoined } from "./shared/joined.ts";
import { leavesOf } from "../../semantics/leaves.ts";
import { luaLiteral } from "./shared/literals.ts";
import { blamed, shapesOf } from "./shared/shapes.ts";
import { wrongValues } from "./shared/typedSettings.ts";
import type { TypedSetting, WrongValue } from "./shared/typedSettings.ts";
import { code, kindOfValue } from "./shared/words.ts";

export const wrongType: LuaRule = {
  kind: "lua",
  id: "wrong-type",
  severity: "warning",
  check(context) {
    const others = new Map<Setting, ReadonlySet<Value>>();
    for (const wrong of wrongValues(context, "type")) {
      const { setting, option, mismatch, value } = wrong;
      if (isQuotedBoolean(wrong)) continue;
      const special = others.get(setting) ?? valuesOfOtherRules(wrong);
      others.set(setting, special);
      if (value !== undefined && special.has(value)) continue;
      const found = value === undefined ? "this" : kindOfValue(value);
      const where = value === setting.value ? `${code(option.name)} takes` : `This part of ${code(option.name)} takes`;
      const { detail } = mismatch;
      const { words, ...rest } = value === undefined ? { words: "" } : consequenceOf(wrong, value, context);
      context.report({
        span: mismatch.span,
        ...rest,
        message: `${where} ${mismatch.expected}, not ${found}.${words}${detail === undefined ? "" : ` ${detail}`}`,
        page: option.page,
        ...(value === undefined || !repairable(wrong, value) ? {} : { fixes: () => repairs(wrong, value, context.text) }),
      });
    }
  },
};

function repairable(wrong: WrongValue, value: Value): boolean {
  return wrong.mismatch.literal && repairs(wrong, value, "").length > 0;
}

function repairs({ setting, option, mismatch }: WrongValue, value: Value, text: string): readonly Fix[] {
  const fixes: Fix[] = [];
  const { meant, span } = mismatch;
  if (meant !== undefined) {
    const title =
      typeof meant === "boolean"
        ? `Change to ${code(String(meant))}`
        : `Write it as ${typeof meant === "number" ? "a number" : "a text"}`;
    fixes.push({ title, edits: [{ span, newText: luaLiteral(meant) }], safe: typeof meant !== "string" });
  }
  const bytes = value.kind === "string" && (option.unit ?? "").includes("bytes") ? sizeInBytes(value.value) : undefined;
  if (bytes !== undefined)
    fixes.push({ title: `Write the bytes as ${code(bytes)}`, edits: [{ span, newText: bytes }], safe: false });
  if (fixes.length === 0 && value.kind === "number" && fitsAsText(option.type, setting.value, value)) {
    fixes.push({ title: "Put it in quotes", edits: [{ span, newText: `"${text.slice(span.start, span.end)}"` }], safe: true });
  }
  return fixes;
}

/** `"10 MB"` as Lua arithmetic. Prosody has no units for sizes. */
function sizeInBytes(text: string): string | undefined {
  const match = /^\s*(\d+)\s*([kmg])i?b?\s*$/i.exec(text);
  if (match === null) return undefined;
  const power = { k: 1, m: 2, g: 3 }[match[2]?.toLowerCase() ?? ""] ?? 0;
  return [match[1], ...Array.from({ length: power }, () => "1024")].join(" * ");
}

/** Has a rule of its own. */
function isQuotedBoolean({ mismatch, value }: WrongValue): boolean {
  if (value?.kind !== "string" || typeof mismatch.meant !== "boolean") return false;
  return value.value === "true" || value.value === "false";
}

/** What has rules of its own in a setting: lists for single values and the like, several items in one text. */
function valuesOfOtherRules({ setting, option }: TypedSetting): ReadonlySet<Value> {
  const joined = leavesOf(option.type, setting.value).flatMap(({ type, value, item, among = type }) =>
    item === true && value.kind === "string" && isJoined(value.value, among) ? [value] : [],
  );
  return new Set([...shapesOf(option.type, setting.value, option.raw === true).map(blamed), ...joined]);
}

function fitsAsText(type: TypeSpec, whole: Value, value: Value): boolean {
  return value === whole && checkValue(type, { kind: "string", value: "1", span: value.span }).length === 0;
}
