// Tables that lack the key without which they do nothing.

import { keyText } from "../../model/value.ts";
import type { TableValue } from "../../model/value.ts";
import type { FieldEntry } from "../../schema/types.ts";
import type { LuaRule, RuleDocs } from "../rule.ts";
import { partsOf } from "./shared/leaves.ts";
import { typedSettings } from "./shared/typedSettings.ts";
import { code } from "./shared/words.ts";

export const missingKey: LuaRule = {
  kind: "lua",
  meta: {
    id: "missing-key",
    severity: "warning",
    fixable: false,
    summary: "A table without a key that it cannot do without.",
  },
  check(context) {
    for (const { setting, option } of typedSettings(context)) {
      for (const { type, value } of partsOf(option.type, setting.value)) {
        if (typeof type === "string" || type.is !== "record" || value.kind !== "table") continue;
        // An empty table is one that somebody is about to fill.
        if (value.entries.length === 0) continue;
        const [missing] = missingIn(type.fields, value);
        if (missing === undefined) continue;
        const what = /^\d/.test(missing) ? "its first item" : code(missing);
        context.report({
          span: value === setting.value ? setting.nameSpan : value.span,
          message: `${value === setting.value ? code(option.name) : `This part of ${code(option.name)}`} does not work without ${what}. Add it.`,
          page: option.page,
        });
      }
    }
  },
};

export const docs: RuleDocs = {
  category: "values",
  description:
    "Some tables mean nothing without one of their keys: a database without its kind, a service without its address. Prosody logs " +
    "an error and leaves out the whole setting, or does not load the module that reads it.",
  examples: [
    { title: "which database", text: 'sql = { driver = "MySQL"; host = "localhost" }\n', reports: true },
    { title: "right", text: 'sql = { driver = "SQLite3" }\n', reports: false },
    { title: "no address", text: 'disco_items = { { name = "Rooms" } }\n', reports: true },
  ],
};

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
  return Object.entries(fields).flatMap(([key, { required }]) => {
    if (required === undefined || has(key)) return [];
    return required === true || Object.entries(required.unless).every(differs) ? [key] : [];
  });
}
