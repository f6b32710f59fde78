// Calls as directives are written: a name, and the first argument of each call that follows.

import type { LuaExpression } from "../syntax/lua/luaparse.ts";
import { callArguments, isCall } from "./evaluate.ts";

type Identifier = Extract<LuaExpression, { type: "Identifier" }>;

interface CallChain {
  readonly name: string;
  readonly node: Identifier;
  readonly method?: string;
  readonly arguments: readonly LuaExpression[];
}

/** `Name "a" "b" { … }` as one name with the first argument of each call, all that directives look at; also `name:method(…)`. */
export function callChain(expression: LuaExpression): CallChain | undefined {
  const firsts: LuaExpression[] = [];
  let base = expression;
  while (isCall(base)) {
    firsts.push(...callArguments(base).slice(0, 1));
    base = base.base;
  }
  if (base === expression) return undefined;
  firsts.reverse();
  if (base.type === "Identifier") return { name: base.name, node: base, arguments: firsts };
  if (base.type !== "MemberExpression" || base.indexer !== ":" || base.base.type !== "Identifier") return undefined;
  return { name: base.base.name, node: base.base, method: base.identifier.name, arguments: firsts };
}

export function baseName(target: LuaExpression): Identifier | undefined {
  let base = target;
  while (base.type === "MemberExpression" || base.type === "IndexExpression") base = base.base;
  return base.type === "Identifier" ? base : undefined;
}
