// An effective configuration for people: each host with its options, and from which line each comes. What is a secret by its name
// is not shown; JSON has everything.

import type { ConfigValue, EffectiveResult, HostOptions, HostOrigins, Origin } from "../../core/effective/types.ts";
import { quoteString } from "../../core/syntax/lua/literal.ts";
import type { Schema } from "../../core/schema/schema.ts";
import type { FieldEntry, TypeSpec } from "../../core/schema/types.ts";
import type { Colours } from "./colours.ts";
import { printable } from "./printable.ts";

/** What Prosody's table holds of a host besides its options. */
const INTERNAL = new Set(["defined", "component_module", "load_global_modules"]);

const SECRET_NAME = /(?:^|_)(?:secret|password|passwd|token|api_?key)s?$/i;

const MAX_WIDTH = 100;

export function formatEffective(result: EffectiveResult, schema: Schema, colours: Colours, onlyHost?: string): string {
  const notes = result.warnings.map(
    ({ file, line, message }) => `${printable(file)}:${line}  ${colours.yellow("warning")}  ${printable(message)}\n`,
  );
  if (result.status === "error") {
    const { file, line, message } = result.error;
    return `${notes.join("")}${printable(file)}:${line}  ${colours.red("error")}  ${printable(message)}\n`;
  }
  const { config, origins } = result;
  const hosts = onlyHost === undefined ? Object.keys(config) : [onlyHost];
  const blocks = hosts.map((host) => block(host, config, origins, schema, colours, onlyHost !== undefined));
  return `${blocks.join("\n")}${notes.length === 0 ? "" : `\n${notes.join("")}`}`;
}

function block(
  host: string,
  config: HostOptions,
  origins: HostOrigins,
  schema: Schema,
  colours: Colours,
  withInherited: boolean,
): string {
  const own = config[host] ?? {};
  const inherited = host === "*" ? [] : Object.keys(config["*"] ?? {}).filter((name) => !Object.hasOwn(own, name));
  const line = (section: string, name: string, mark: string): string => {
    const value = show(name, config[section]?.[name] ?? "", schema);
    return `  ${name} = ${value}  ${colours.dim(`${mark}${place(origins[section]?.[name])}`)}\n`;
  };
  const lines = Object.keys(own).flatMap((name) => (INTERNAL.has(name) ? [] : [line(host, name, "")]));
  if (withInherited) lines.push(...inherited.map((name) => line("*", name, "inherited, ")));
  else if (inherited.length > 0)
    lines.push(colours.dim(`  and ${inherited.length} of the global section that it does not set itself\n`));
  return `${colours.bold(heading(host, own))}  ${colours.dim(place(origins[host]?.["component_module"] ?? origins[host]?.["defined"]))}\n${lines.join("")}`;
}

function heading(host: string, own: Readonly<Record<string, ConfigValue>>): string {
  if (host === "*") return "Global section";
  const module = own["component_module"];
  if (typeof module !== "string") return `VirtualHost ${luaText(host)}`;
  return module === "component" ? `Component ${luaText(host)}` : `Component ${luaText(host)} ${luaText(module)}`;
}

function place(origin: Origin | undefined): string {
  if (origin === undefined) return "";
  const at = ({ file, line }: { readonly file: string; readonly line: number }): string => `${printable(file)}:${line}`;
  return [origin, ...(origin.appended ?? [])].map(at).join(", ");
}

function show(name: string, value: ConfigValue, schema: Schema): string {
  const option = schema.option(name);
  if (option?.secret === true || SECRET_NAME.test(name)) return "(a secret, not shown)";
  const text = lua(value, option === undefined ? [] : fieldsOf(option.type));
  return text.length > MAX_WIDTH ? `${text.slice(0, MAX_WIDTH)}…` : text;
}

type Fields = readonly Readonly<Record<string, FieldEntry>>[];

/** As one would write it in the file. */
function lua(value: ConfigValue, fields: Fields): string {
  if (typeof value === "string") return luaText(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return value.length === 0 ? "{}" : `{ ${value.map((item) => lua(item, fields)).join(", ")} }`;
  const entries = Object.entries(value).map(([key, item]) => {
    const secret = SECRET_NAME.test(key) || fields.some((record) => record[key]?.secret === true);
    // Some records say with `true` that there is a secret.
    const shown = secret && typeof item !== "boolean" ? "(a secret, not shown)" : lua(item, fields);
    if (/^\d+$/.test(key)) return `[${key}] = ${shown}`;
    return /^[A-Za-z_]\w*$/.test(key) ? `${key} = ${shown}` : `[${luaText(key)}] = ${shown}`;
  });
  return `{ ${entries.join(", ")} }`;
}

function isList(value: object): value is readonly ConfigValue[] {
  return Array.isArray(value);
}

function luaText(text: string): string {
  return printable(quoteString(text));
}

/** Every record that a type has somewhere inside. */
function fieldsOf(type: TypeSpec): Fields {
  if (typeof type === "string") return [];
  if (isUnion(type)) return type.flatMap(fieldsOf);
  if (type.is === "list") return fieldsOf(type.items);
  if (type.is === "map") return fieldsOf(type.values);
  return type.is === "record" ? [type.fields, ...Object.values(type.fields).flatMap((field) => fieldsOf(field.type))] : [];
}

function isUnion(type: TypeSpec): type is readonly TypeSpec[] {
  return Array.isArray(type);
}
