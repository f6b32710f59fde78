// Tables that lack the key without which they do nothing.

import { keyText } from "../../model/value.ts";
import type { Setting } from "../../model/config.ts";
import type { TableValue } from "../../model/value.ts";
import { isUnion } from "../../schema/kinds/describe.ts";
import type { FieldEntry, Json, TypeSpec } from "../../schema/types.ts";
import type { Fix, LuaContext, LuaRule } from "../rule.ts";
import { partsIn } from "./shared/valueParts.ts";
import { consequenceOr } from "./shared/consequence.ts";
import { luaLiteral } from "./shared/literals.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";
import { ofKind } from "./shared/concerns.ts";
import { lineStart } from "../../text/lines.ts";

export const missingKey: LuaRule = {
  kind: "lua",
  id: "missing-key",
  severity: "warning",
  concerns: ofKind("record"),
  check(context) {
    for (const typed of typedSettings(context)) {
      const { setting, option } = typed;
      for (const { type, value } of partsIn(context, option.type, setting.value)) {
        if (typeof type === "string" || type.is !== "record" || value.kind !== "table") continue;
        // An empty table is one that somebody is about to fill; one in a list spoils the others, if it stays so.
        const empty = value.entries.length === 0;
        if (empty && value === setting.value) continue;
        const [missing] = missingIn(type.fields, value);
        if (missing === undefined) continue;
        const field = type.fields[missing];
        const required = typeof field?.required === "object" && "with" in field.required ? field.required : undefined;
        if (required?.or !== undefined && isSetIn(required.or, missing, setting, context)) continue;
        const whole = value === setting.value ? value : undefined;
        const { words, ...rest } = consequenceOr(required?.otherwise, typed, whole, context);
        const what = /^\d/.test(missing) ? "its first item" : code(missing);
        context.report({
          span: value === setting.value ? setting.nameSpan : value.span,
          ...(empty ? { severity: "information" as const } : rest),
          message: `${value === setting.value ? code(option.name) : `This part of ${code(option.name)}`} does not work without ${what}.${words} Add it.`,
          page: option.page,
          ...(field === undefined || value.folded === true ? {} : { fixes: () => [adding(context.text, value, missing, field)] }),
        });
      }
    }
  },
};

/** Whether the table of another option, or of the same one elsewhere, adds the key for this section; what is not known may. */
function isSetIn(name: string, key: string, { section, value }: Setting, { config }: LuaContext): boolean {
  const others = [...config.settingsFor(name, section), ...config.globalSettings(name)].filter((other) => other.value !== value);
  return others.some(({ value: other }) => other.kind !== "table" || other.entries.some((entry) => keyText(entry) === key));
}

/** The value is still to be chosen, so it is never added in passing. */
function adding(text: string, table: TableValue, key: string, { type }: FieldEntry): Fix {
  const written = /^\d/.test(key) ? luaLiteral(placeholder(type)) : `${key} = ${luaLiteral(placeholder(type))}`;
  const first = table.entries[0]?.span.start ?? table.span.start + 1;
  const indent = text.slice(lineStart(text, first), first);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const newText = indent.trim() === "" ? `${written};${eol}${indent}` : `${written}; `;
  return {
    title: /^\d/.test(key) ? "Add it, to be filled in" : `Add ${code(key)}, to be filled in`,
    edits: [{ span: { start: first, end: first }, newText }],
    safe: false,
  };
}

/** The first of the choices, else an empty value of the kind. */
function placeholder(type: TypeSpec): Json {
  if (isUnion(type)) return placeholder(type[0] ?? "string");
  if (typeof type === "string") return type === "boolean" ? true : NUMBERS.has(type) ? 0 : "";
  if (type.is === "enum") {
    const [first = ""] = type.values;
    return typeof first === "object" ? first.value : first;
  }
  if (type.is === "list" || type.is === "map" || type.is === "record") return [];
  return NUMBERS.has(type.is) ? 0 : "";
}

const NUMBERS: ReadonlySet<string> = new Set(["number", "integer", "port", "size", "percent", "period"]);

function missingIn(fields: Readonly<Record<string, FieldEntry>>, { entries }: TableValue): readonly string[] {
  const keyed = entries.filter((entry) => entry.key !== undefined);
  // A computed key may be any.
  if (keyed.some((entry) => keyText(entry) === undefined && entry.key?.value.kind !== "number")) return [];
  const has = (key: string): boolean =>
    /^\d/.test(key) ? entries.length - keyed.length >= Number(key) : keyed.some((entry) => keyText(entry) === key);
  /** Not set, or to something else that is known. */
  const differs = ([key, value]: readonly [string, string]): boolean => {
    const found = keyed.find((entry) => keyText(entry) === key)?.value;
    return found === undefined || (found.kind === "string" && found.value !== value);
  };
  const isThere = ([key, value]: readonly [string, string | true]): boolean => {
    const found = keyed.find((entry) => keyText(entry) === key)?.value;
    return found?.kind === "string" && (value === true || found.value === value);
  };
  return Object.entries(fields).flatMap(([key, { required }]) => {
    if (required === undefined || has(key)) return [];
    if (required !== true && "with" in required) return Object.entries(required.with).every(isThere) ? [key] : [];
    return required === true || Object.entries(required.unless).every(differs) ? [key] : [];
  });
}
