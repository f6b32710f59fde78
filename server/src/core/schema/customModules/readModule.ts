// What the source of a module says about it: the options that it reads (`module:get_option_number("name", 5)`) with type and
// default, the modules that it needs, and its ports. Only names and values that stand there as literals count; nothing is executed.

import type { Value } from "../../model/value.ts";
import { callArguments, evaluate, isCall } from "../../model/evaluate.ts";
import type { Call, Surroundings } from "../../model/evaluate.ts";
import type { LuaExpression } from "../../syntax/lua/luaparse.ts";
import { parseLua } from "../../syntax/lua/parse.ts";
import type { OwnModule, OwnOption } from "../extension.ts";
import type { Dependency, TypeSpec } from "../types.ts";
import { typeOfGetter } from "./getters.ts";
import { toJson } from "./literals.ts";
import { serviceOptionsOf } from "./services.ts";

/** Larger files are data or generated; a module is a few hundred lines. */
const MAX_LENGTH = 1_000_000;

/** `name` is the module's own, by which it may build names of options. Never throws, whatever the text. */
export function readModule(text: string, name: string): OwnModule {
  if (text.length > MAX_LENGTH || !text.includes("module")) return {};
  const found: Found = { name, options: new Map(), depends: new Map(), isGlobal: false, servesHosts: false };
  for (const { node, toFile } of parseLua(text).statements) visit(node, surroundings(text, toFile), found);
  const { isGlobal, servesHosts } = found;
  // A module that is loaded once, and then for hosts too, may read an option in both places.
  const scope = !isGlobal ? "host" : servesHosts ? undefined : "global";
  const options = [...found.options].map(([name, option]): [string, OwnOption] => [
    name,
    { ...(scope === undefined ? {} : { scope }), ...option },
  ]);
  return {
    ...(found.depends.size === 0 ? {} : { depends: [...found.depends.values()] }),
    ...(options.length === 0 ? {} : { options: Object.fromEntries(options) }),
  };
}

interface Found {
  readonly name: string;
  readonly options: Map<string, OwnOption>;
  readonly depends: Map<string, Dependency>;
  isGlobal: boolean;
  servesHosts: boolean;
}

/** Goes through everything below a node, in the order of the text. Without recursion, as chains of calls may be long. */
function visit(top: unknown, around: Surroundings, found: Found): void {
  const open = [top];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== "object" || node === null) continue;
    if (!Array.isArray(node)) {
      if (!isNode(node)) continue;
      if (isCall(node)) readCall(node, around, found);
      if (node.type === "FunctionDeclaration" && "identifier" in node && isAddHost(node.identifier)) found.servesHosts = true;
    }
    for (const child of Object.values(node).reverse()) open.push(child);
  }
}

function isNode(node: object): node is { readonly type: string } {
  return "type" in node && typeof node.type === "string";
}

/** `function module.add_host(module)` */
function isAddHost(node: unknown): boolean {
  const expression = node as LuaExpression | null;
  return expression?.type === "MemberExpression" && expression.identifier.name === "add_host";
}

function readCall(node: Call, around: Surroundings, found: Found): void {
  const { base } = node;
  if (base.type !== "MemberExpression" || base.indexer !== ":") return;
  const method = base.identifier.name;
  if (method === "set_global") found.isGlobal = true;
  if (method !== "depends" && method !== "provides" && !method.startsWith("get_option")) return;
  const [first, ...others] = callArguments(node);
  const name = first === undefined ? undefined : nameIn(first, around, found);
  if (name === undefined || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return;
  const rest = others.map((argument) => evaluate(argument, around));
  if (method === "depends") {
    // The second argument says that it is fine without.
    const optional = rest[0]?.kind === "boolean" && rest[0].value;
    found.depends.set(name, { name, ...(optional ? { optional } : {}) });
    return;
  }
  if (method === "provides") {
    if (name === "net") for (const [option, entry] of serviceOptionsOf(found.name, rest[0])) found.options.set(option, entry);
    return;
  }
  const type = typeOfGetter(method, rest);
  if (type === undefined) return;
  found.options.set(name, joined(found.options.get(name), readOption(type, rest[0], isOfServer(base.base, around))));
}

/** A literal, or `module.name .. "_limit"`. */
function nameIn(node: LuaExpression, around: Surroundings, { name }: Found): string | undefined {
  if (node.type === "BinaryExpression" && node.operator === ".." && isNameOfModule(node.left)) {
    const rest = evaluate(node.right, around);
    return rest.kind === "string" ? name + rest.value : undefined;
  }
  const value = evaluate(node, around);
  return value.kind === "string" ? value.value : undefined;
}

function isNameOfModule(node: LuaExpression): boolean {
  if (node.type !== "MemberExpression" || node.identifier.name !== "name") return false;
  return node.base.type === "Identifier" && node.base.name === "module";
}

function readOption(type: TypeSpec, fallback: Value | undefined, ofServer: boolean): OwnOption {
  const found = fallback === undefined ? undefined : toJson(fallback);
  // Lua writes the empty list and the empty map alike.
  const value = type === "any" && Array.isArray(found) && found.length === 0 ? undefined : found;
  return { type, ...(value === undefined ? {} : { default: value }), ...(ofServer ? { scope: "global" } : {}) };
}

/** `module:context("*"):get_option(…)` looks into the global section. */
function isOfServer(node: LuaExpression, around: Surroundings): boolean {
  if (!isCall(node) || node.base.type !== "MemberExpression" || node.base.identifier.name !== "context") return false;
  const [host] = callArguments(node).map((argument) => evaluate(argument, around));
  return host?.kind === "string" && host.value === "*";
}

/** Read twice: what both agree on. */
function joined(before: OwnOption | undefined, after: OwnOption): OwnOption {
  if (before === undefined) return after;
  const sameType = JSON.stringify(before.type) === JSON.stringify(after.type);
  const value = before.default ?? after.default;
  return {
    type: sameType ? before.type : "any",
    ...(value === undefined ? {} : { default: value }),
    ...(before.scope !== undefined && before.scope === after.scope ? { scope: before.scope } : {}),
  };
}

function surroundings(text: string, toFile: (offset: number) => number): Surroundings {
  const nothing = (): void => undefined;
  return {
    text,
    toFile,
    depth: 0,
    // Variables change; which value one has at a call is not followed.
    local: () => ({ kind: "dynamic", span: { start: 0, end: 0 } }),
    isSet: () => true,
    read: nothing,
    envRef: nothing,
    handedOver: nothing,
    functionBody: nothing,
  };
}
