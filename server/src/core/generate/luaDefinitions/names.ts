// Which names a Lua program can write as a variable, and which of them mean something already.

import { isName } from "../../syntax/lua/literal.ts";

/** Libraries and functions of Lua itself: a definition of ours would hide them from the editor. */
const STANDARD = new Set(
  (
    "_G _VERSION assert collectgarbage coroutine debug dofile error getmetatable io ipairs load loadfile math next os package " +
    "pairs pcall print rawequal rawget rawlen rawset require select setmetatable string table tonumber tostring type utf8 warn xpcall"
  ).split(" "),
);

export function isLuaName(name: string): boolean {
  return isName(name);
}

export function isStandard(name: string): boolean {
  return STANDARD.has(name);
}
