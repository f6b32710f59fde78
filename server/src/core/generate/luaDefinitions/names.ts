// Which names a Lua program can write as a variable, and which of them mean something already.

const KEYWORDS = new Set(
  "and break do else elseif end false for function goto if in local nil not or repeat return then true until while".split(" "),
);

/** Libraries and functions of Lua itself: a definition of ours would hide them from the editor. */
const STANDARD = new Set(
  (
    "_G _VERSION assert collectgarbage coroutine debug dofile error getmetatable io ipairs load loadfile math next os package " +
    "pairs pcall print rawequal rawget rawlen rawset require select setmetatable string table tonumber tostring type utf8 warn xpcall"
  ).split(" "),
);

export function isLuaName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !KEYWORDS.has(name);
}

export function isStandard(name: string): boolean {
  return STANDARD.has(name);
}
