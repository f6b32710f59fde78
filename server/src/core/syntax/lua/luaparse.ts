// The only place that calls luaparse. It throws at the first error, so an attempt gives a tree or the offset of the error.
// Lua 5.4's attributes (`local x <const>`), which it does not know, are blanked out first.

import * as luaparse from "luaparse";

export type LuaNode = luaparse.Node;
export type LuaStatement = luaparse.Statement;
export type LuaExpression = luaparse.Expression;

export type Attempt =
  | { readonly ok: true; readonly body: readonly LuaStatement[] }
  | { readonly ok: false; readonly index: number; readonly message: string };

/** Parses a run of statements. Ranges are offsets in the given text. Never throws. */
export function attempt(text: string): Attempt {
  try {
    const chunk = luaparse.parse(blankAttributes(text), {
      luaVersion: "5.3",
      comments: false,
      scope: false,
      locations: false,
      ranges: true,
    });
    return { ok: true, body: chunk.body };
  } catch (error) {
    const index = error instanceof Error && "index" in error && typeof error.index === "number" ? error.index : 0;
    return { ok: false, index, message: error instanceof Error ? error.message : "" };
  }
}

function blankAttributes(text: string): string {
  if (!text.includes("<")) return text;
  return text.replace(/<\s*(?:const|close)\s*>/g, (attribute) => " ".repeat(attribute.length));
}
