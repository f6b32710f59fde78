// A log that nothing is written to: an empty table, keys that are no levels, a rule without the braces of its own. Or a file that is
// called like a place.

import type { Setting } from "../../model/config.ts";
import { keyText } from "../../model/value.ts";
import type { TableValue } from "../../model/value.ts";
import { fieldCalled } from "../../schema/kinds/check.ts";
import { isUnion } from "../../schema/kinds/describe.ts";
import type { OptionInfo } from "../../schema/schema.ts";
import type { DetailedType, TypeSpec } from "../../schema/types.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { replaceText } from "./shared/literals.ts";
import { removeItem, removeStatement } from "./shared/removal.ts";
import { rewriting, subject, typedLeaves } from "./shared/texts.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import { code, someOf } from "./shared/words.ts";

type Record = Extract<DetailedType, { is: "record" }>;

export const silentLog: LuaRule = {
  kind: "lua",
  id: "silent-log",
  severity: "error",
  concerns: (name) => name === "log",
  check(context) {
    for (const { setting, option } of typedSettings(context)) {
      const { nameSpan, value, certain } = setting;
      const type = recordOf(option.type);
      if (type === undefined || value.kind !== "table" || !isSilentLog(setting, option)) continue;
      context.report({
        span: nameSpan,
        ...(certain ? {} : { severity: "warning" }),
        message: `Nothing is logged, not even errors: ${reasonOf(value, type)}`,
        page: option.page,
        fixes: () => [...repairs(value, type, context), removal(setting, context)],
      });
    }
    for (const leaf of typedLeaves(context)) {
      const { setting, option, value } = leaf;
      if (setting.name !== "log" || value.kind !== "string" || !isPlace(`*${value.value}`, option.type)) continue;
      if (leaf.inside !== undefined && leaf.inside.entry.key === undefined) continue;
      if (leaf.inside !== undefined && leaf.inside.table !== setting.value) continue;
      context.report({
        span: value.span,
        severity: "warning",
        message: `${subject(leaf, value)} names a file called ${code(value.value)}. A place is written with a star: ${code(`*${value.value}`)}.`,
        page: option.page,
        ...rewriting(context, value, `*${value.value}`, false),
      });
    }
  },
};

/** Whether no part of its table says where anything goes. */
export function isSilentLog({ name, value, form }: Setting, { type }: OptionInfo): boolean {
  const record = name === "log" ? recordOf(type) : undefined;
  if (record === undefined || value.kind !== "table" || form === "append") return false;
  return value.entries.every(({ key }) => key?.value.kind === "string" && !Object.hasOwn(record.fields, key.value.value));
}

function recordOf(type: TypeSpec): Record | undefined {
  if (isUnion(type)) return type.map(recordOf).find((found) => found !== undefined);
  return typeof type === "object" && type.is === "record" ? type : undefined;
}

function isPlace(text: string, type: TypeSpec): boolean {
  if (isUnion(type)) return type.some((member) => isPlace(text, member));
  if (typeof type === "string" || type.is !== "enum") return false;
  return type.values.some((value) => (typeof value === "object" ? value.value : value) === text);
}

/** The keys of a rule, which belongs among the items. */
function ruleKeys({ items = "any" }: Record): readonly string[] {
  return Object.keys(recordOf(items)?.fields ?? {});
}

function isRule({ entries }: TableValue, type: Record): boolean {
  return entries.length > 0 && entries.every((entry) => ruleKeys(type).includes(keyText(entry) ?? ""));
}

function reasonOf(table: TableValue, type: Record): string {
  const levels = Object.keys(type.fields);
  if (isRule(table, type))
    return `a rule needs braces of its own, ${code('log = { { levels = { min = "info" }, to = "syslog" } }')}.`;
  const [first] = table.entries;
  const key = first && keyText(first);
  const example = code('log = { info = "prosody.log" }');
  if (key === undefined) return `the table is empty. Give a place for a level: ${example}.`;
  return `${code(key)} is not a level. Levels are ${someOf(levels)}, as in ${example}.`;
}

function repairs(table: TableValue, type: Record, { text }: LuaContext): readonly Fix[] {
  if (table.folded === true) return [];
  if (isRule(table, type)) {
    const { start, end } = table.span;
    const edits = [
      { span: { start, end: start }, newText: "{ " },
      { span: { start: end, end }, newText: " }" },
    ];
    return [{ title: "Put the rule into braces", edits, safe: false }];
  }
  const renamed = table.entries.flatMap(({ key }) => {
    const meant = key?.value.kind === "string" ? fieldCalled(type.fields, key.value.value) : undefined;
    if (key === undefined || meant === undefined) return [];
    const isWord = /^[A-Za-z_]\w*$/.test(text.slice(key.span.start, key.span.end));
    return [isWord ? { span: key.span, newText: meant } : replaceText(text, key.value.span, meant)];
  });
  const isClear = renamed.length > 0 && new Set(renamed.map(({ newText }) => newText)).size === renamed.length;
  return isClear ? [{ title: "Write the names of the levels", edits: renamed, safe: false }] : [];
}

function removal({ name, section, span }: Setting, { text }: LuaContext): Fix {
  return {
    title: `Remove ${code(name)}, for the default`,
    edits: [section.table === undefined ? removeStatement(text, span) : removeItem(text, section.table, span)],
    safe: false,
  };
}
