// A definition file for lua-language-server: every option as a global with its type and what it does, and the words of the
// configuration language as functions. For people who edit the configuration with the tools of Lua.

import type { OptionInfo, Schema } from "../../schema/schema.ts";
import type { Json } from "../../schema/types.ts";
import { luaType } from "./luaType.ts";
import { isLuaName, isStandard } from "./names.ts";

/** What the words of the language take and give. Those that the data has and this table has not are left out. */
const SIGNATURES: Readonly<Record<string, readonly [parameters: string, annotations: readonly string[]]>> = {
  VirtualHost: ["name", ["@param name string", "@return fun(options: table)"]],
  Component: ["name", ["@param name string", "@return fun(module: string|table): fun(options: table)"]],
  Include: ["pattern", ["@param pattern string"]],
  RunScript: ["path", ["@param path string", "@return any"]],
  FileContents: ["path", ["@param path string", "@return string"]],
  FileLine: ["path", ["@param path string", "@return string"]],
  FileLines: ["path", ["@param path string", "@return string[]"]],
  Credential: ["name", ["@param name string", "@return string"]],
};

export function luaLs(schema: Schema): string {
  const options = [...schema.options.values()]
    .filter(({ name, availability }) => availability === "now" && isLuaName(name) && !isStandard(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return `${[header(schema), ...directives(schema), ...options.map(definition)].join("\n\n")}\n`;
}

function header(schema: Schema): string {
  return [
    "---@meta",
    "-- Options of Prosody " + schema.version + " for lua-language-server, written by prosody-config.",
    "---@diagnostic disable: lowercase-global",
  ].join("\n");
}

function directives(schema: Schema): readonly string[] {
  return schema.directives.flatMap((directive) => {
    if (directive.availability !== "now") return [];
    if (directive.name === "Lua") return [[...comment(directive.summary, directive.page), "---@type _G", "Lua = nil"].join("\n")];
    const signature = SIGNATURES[directive.name];
    if (signature === undefined) return [];
    const [parameters, annotations] = signature;
    const about = [...comment(directive.summary, directive.page), ...annotations.map((line) => `---${line}`)];
    return [directive.name, ...(directive.aliases ?? [])].map((name) =>
      [...about, `function ${name}(${parameters}) end`].join("\n"),
    );
  });
}

function definition(option: OptionInfo): string {
  const { name, summary, unit, page, deprecated, type, modules = [] } = option;
  const facts = [
    defaultOf(option),
    unit === undefined ? undefined : `In ${unit}.`,
    modules.length === 0 ? undefined : `Read by ${modules.map((module) => `\`${module}\``).join(", ")}.`,
  ].filter((fact) => fact !== undefined);
  return [
    ...comment(summary, facts.join(" "), page),
    ...(deprecated === undefined ? [] : ["---@deprecated"]),
    `---@type ${luaType(type)}`,
    `${name} = nil`,
  ].join("\n");
}

function defaultOf({ default: value, defaultText, secret }: OptionInfo): string | undefined {
  if (secret === true) return undefined;
  if (value !== undefined) return `Default: \`${luaValue(value)}\`.`;
  return defaultText === undefined ? undefined : `Default: ${defaultText}.`;
}

function luaValue(value: Json): string {
  if (value === null) return "nil";
  if (Array.isArray(value)) return value.length === 0 ? "{}" : `{ ${value.map(luaValue).join(", ")} }`;
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, inner]) => `${isLuaName(key) ? key : `[${JSON.stringify(key)}]`} = ${luaValue(inner)}`,
  );
  return `{ ${entries.join(", ")} }`;
}

/** Paragraphs of Markdown, each line behind `---`. */
function comment(...paragraphs: readonly (string | undefined)[]): readonly string[] {
  const texts = paragraphs.filter((text) => text !== undefined && text !== "");
  return texts
    .join("\n\n")
    .split("\n")
    .map((line) => (line === "" ? "---" : `--- ${line}`));
}
