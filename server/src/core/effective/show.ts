// Values and sections of an effective configuration as people read them: Lua source, without secrets.

import { quoteKey, quoteString } from "../syntax/lua/literal.ts";
import { isSecretName, secretsInAddress } from "../masked/words.ts";
import { isUnion } from "../schema/kinds/describe.ts";
import type { Schema } from "../schema/schema.ts";
import type { FieldEntry, TypeSpec } from "../schema/types.ts";
import { isList } from "./read.ts";
import type { ConfigValue } from "./types.ts";

/** What Prosody's table holds of a host besides its options. */
export const INTERNAL_OPTIONS: ReadonlySet<string> = new Set(["defined", "component_module", "load_global_modules"]);

const HIDDEN = "(a secret, not shown)";

const MAX_WIDTH = 100;

/** `VirtualHost "example.org"`. */
export function headingOf(host: string, own: Readonly<Record<string, ConfigValue>>): string {
  if (host === "*") return "Global section";
  const module = own["component_module"];
  if (typeof module !== "string") return `VirtualHost ${quoteString(host)}`;
  return module === "component" ? `Component ${quoteString(host)}` : `Component ${quoteString(host)} ${quoteString(module)}`;
}

/** Cut when it is long; what is a secret by the schema or by its name is left out. */
export function showValue(name: string, value: ConfigValue, schema: Schema): string {
  const option = schema.option(name);
  if (option?.secret === true || isSecretName(name)) return HIDDEN;
  const text = lua(value, option === undefined ? [] : fieldsOf(option.type));
  return text.length > MAX_WIDTH ? `${text.slice(0, MAX_WIDTH)}…` : text;
}

/** Addresses may have a password or a token in them. */
function withoutSecrets(text: string): string {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  const [first] = secretsInAddress(text, { start: 0, end: text.length });
  if (first === undefined) return text;
  return `${text.slice(0, first.start)}${HIDDEN}${text.slice(first.end)}`.replace(/[?].*$/s, `?${HIDDEN}`);
}

type Fields = readonly Readonly<Record<string, FieldEntry>>[];

/** As one would write it in the file. */
function lua(value: ConfigValue, fields: Fields): string {
  if (typeof value === "string") return quoteString(withoutSecrets(value));
  if (typeof value !== "object") return String(value);
  if (isList(value)) return value.length === 0 ? "{}" : `{ ${value.map((item) => lua(item, fields)).join(", ")} }`;
  const entries = Object.entries(value).map(([key, item]) => {
    const secret = isSecretName(key) || fields.some((record) => record[key]?.secret === true);
    // Some records say with `true` that there is a secret.
    const shown = secret && typeof item !== "boolean" ? HIDDEN : lua(item, fields);
    return `${/^\d+$/.test(key) ? `[${key}]` : quoteKey(key)} = ${shown}`;
  });
  return `{ ${entries.join(", ")} }`;
}

/** Every record that a type has somewhere inside. */
function fieldsOf(type: TypeSpec): Fields {
  if (typeof type === "string") return [];
  if (isUnion(type)) return type.flatMap(fieldsOf);
  if (type.is === "list") return fieldsOf(type.items);
  if (type.is === "map") return fieldsOf(type.values);
  if (type.is !== "record") return [];
  const inner = [...Object.values(type.fields).map((field) => field.type), type.items ?? "any"];
  return [type.fields, ...inner.flatMap(fieldsOf)];
}
