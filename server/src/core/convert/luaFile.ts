// Writes a configuration as somebody would: the global section, then hosts and components, lists one item a line when they are long.
// Values are those of an effective configuration; secrets can be taken from the environment instead.

import { isList } from "../effective/read.ts";
import { INTERNAL_OPTIONS } from "../effective/show.ts";
import type { ConfigValue, HostOptions } from "../effective/types.ts";
import { quoteKey, quoteString } from "../syntax/lua/literal.ts";

/** Lua source that stands for a value, such as `ENV_X`; undefined: the value is written as it is. */
export type Instead = (host: string, path: readonly string[], value: ConfigValue) => string | undefined;

export interface LuaFileOptions {
  readonly instead?: Instead;
  /** Comment lines over an option, without `-- `; `path` is its name. */
  readonly remark?: (host: string, option: string) => readonly string[];
}

const MAX_WIDTH = 90;

export function luaFile(config: HostOptions, { instead, remark }: LuaFileOptions = {}): string {
  const sections = Object.entries(config).map(([host, options]) => {
    const indent = host === "*" ? "" : "\t";
    const lines = Object.entries(options)
      .filter(([option]) => !INTERNAL_OPTIONS.has(option))
      .flatMap(([option, value]) => [
        ...(remark?.(host, option) ?? []).map((line) => `${indent}-- ${line}`),
        `${indent}${option} = ${luaValue(value, indent, (path) => instead?.(host, [option, ...path.keys], path.value))}`,
      ]);
    return [...(host === "*" ? [] : [heading(host, options)]), ...lines].join("\n");
  });
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function heading(host: string, options: Readonly<Record<string, ConfigValue>>): string {
  const module = options["component_module"];
  if (typeof module !== "string") return `VirtualHost ${quoteString(host)}`;
  return module === "component" ? `Component ${quoteString(host)}` : `Component ${quoteString(host)} ${quoteString(module)}`;
}

interface Place {
  readonly keys: readonly string[];
  readonly value: ConfigValue;
}

function luaValue(
  value: ConfigValue,
  indent: string,
  instead: (place: Place) => string | undefined,
  keys: readonly string[] = [],
): string {
  const other = instead({ keys, value });
  if (other !== undefined) return other;
  if (typeof value === "string") return quoteString(value);
  if (typeof value !== "object") return String(value);
  const inner = `${indent}\t`;
  const entries = isList(value)
    ? value.map((item, i) => luaValue(item, inner, instead, [...keys, String(i + 1)]))
    : Object.entries(value).map(([key, item]) => `${luaKey(key)} = ${luaValue(item, inner, instead, [...keys, key])}`);
  if (entries.length === 0) return "{}";
  const line = `{ ${entries.join("; ")} }`;
  if (line.length <= MAX_WIDTH && !line.includes("\n")) return line;
  return `{\n${entries.map((entry) => `${inner}${entry};\n`).join("")}${indent}}`;
}

function luaKey(key: string): string {
  // A table with gaps has its numbers as texts.
  return /^[1-9]\d{0,14}$/.test(key) ? `[${key}]` : quoteKey(key);
}
