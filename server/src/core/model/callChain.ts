// Calls as directives are written: a name, and the first argument of each call that follows.

import type { LuaExpression } from "../syntax/lua/luaparse.ts";
import { callArguments } from "./evaluate.ts";

type Identifier = Extract<LuaExpression, { type: "Identifier" }>;

interface CallChain {
  readonly name: string;
  readonly node: Identifier;
  readonly method?: string;
  readonly arguments: readonly LuaExpression[];
}

/** `Name "a" "b" { … }` as one name with the first argument of each call, all that directives look at; also `name:method(…)`. */
export function callChain(expression: LuaExpression): CallChain | undefined {
  if (
    expression.type !== "CallExpression" &&
    expression.type !== "StringCallExpression" &&
    expression.type !== "TableCallExpression"
  ) {
    return undefined;
  }
  const own = callArguments(expression).slice(0, 1);
  const { base } = expression;
  if (base.type === "Identifier") return { name: base.name, node: base, arguments: own };
  if (base.type === "MemberExpression" && base.indexer === ":" && base.base.type === "Identifier") {
    return { name: base.base.name, node: base.base, method: base.identifier.name, arguments: own };
  }
  const inner = callChain(base);
  return inner === undefined ? undefined : { ...inner, arguments: [...inner.arguments, ...own] };
}

export function baseName(target: LuaExpression): Identifier | undefined {
  if (target.type === "Identifier") return target;
  if (target.type === "MemberExpression" || target.type === "IndexExpression") return baseName(target.base);
  return undefined;
}
