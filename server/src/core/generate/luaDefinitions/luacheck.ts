// A piece of a .luacheckrc: the names that a Prosody configuration may set and call, so that luacheck complains about the others.

import type { Schema } from "../../schema/schema.ts";
import { isLuaName } from "./names.ts";

export function luacheck(schema: Schema): string {
  const options = [...schema.options.values()].filter(({ availability }) => availability === "now").map(({ name }) => name);
  const words = schema.directives
    .filter(({ availability }) => availability === "now")
    .flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  return [
    `-- Names of Prosody ${schema.version} for luacheck, written by prosody-config. Add it to your .luacheckrc.`,
    'files["**/*.cfg.lua"] = {',
    ...list("globals", options),
    ...list("read_globals", words),
    "\t-- Any variable of the environment may be read.",
    '\tignore = { "113/ENV_.*" };',
    "}",
    "",
  ].join("\n");
}

function list(key: string, names: readonly string[]): readonly string[] {
  const sorted = names.filter(isLuaName).sort();
  return [`\t${key} = {`, ...sorted.map((name) => `\t\t"${name}";`), "\t};"];
}
