// Calls as directives are written: a name, and the first argument of each call that follows.

import type { LuaExpression } from "../syntax/lua/luaparse.ts";
import type { SectionKind } from "./config.ts";
import { callArguments, isCall } from "./evaluate.ts";

/** What the words begin that begin a section. */
export const SECTION_KINDS: Readonly<Record<string, SectionKind>> = {
  VirtualHost: "host",
  Host: "host",
  host: "host",
  Component: "component",
  component: "component",
};

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

/** `table.insert(list, …, last)`. */
export function insertedInto(expression: LuaExpression): { readonly list: Identifier; readonly last: LuaExpression } | undefined {
  if (expression.type !== "CallExpression" || expression.base.type !== "MemberExpression") return undefined;
  const { base, identifier } = expression.base;
  const library = base.type === "Identifier" ? base : base.type === "MemberExpression" ? base.identifier : undefined;
  const [list] = expression.arguments;
  if (library?.name !== "table" || identifier.name !== "insert" || list?.type !== "Identifier") return undefined;
  return { list, last: expression.arguments.at(-1) ?? list };
}
