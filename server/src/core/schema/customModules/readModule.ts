// What the source of a module says about it: the options that it reads (`module:get_option_number("name", 5)`) with type and
// default, and the modules that it needs. Only names and values that stand there as literals count; nothing is executed.

import { keyText } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { callArguments, evaluate } from "../../model/evaluate.ts";
import type { Surroundings } from "../../model/evaluate.ts";
import type { LuaExpression } from "../../syntax/lua/luaparse.ts";
import { parseLua } from "../../syntax/lua/parse.ts";
import type { OwnModule, OwnOption } from "../extension.ts";
import type { Dependency, Json, TypeSpec } from "../types.ts";
import { typeOfGetter } from "./getters.ts";

/** Larger files are data or generated; a module is a few hundred lines. */
const MAX_LENGTH = 1_000_000;

/** Never throws, whatever the text. */
export function readModule(text: string): OwnModule {
  if (text.length > MAX_LENGTH) return {};
  const found: Found = { options: new Map(), depends: new Map(), isGlobal: false, servesHosts: false };
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
  readonly options: Map<string, OwnOption>;
  readonly depends: Map<string, Dependency>;
  isGlobal: boolean;
  servesHosts: boolean;
}

type Call = Extract<LuaExpression, { type: "CallExpression" | "StringCallExpression" | "TableCallExpression" }>;

/** Goes through everything below a node. Depth is bounded: the parser refuses what is nested too deep. */
function visit(node: unknown, around: Surroundings, found: Found): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, around, found);
    return;
  }
  if (typeof node !== "object" || node === null || !("type" in node)) return;
  if (isCall(node)) readCall(node, around, found);
  if (node.type === "FunctionDeclaration" && "identifier" in node && isAddHost(node.identifier)) found.servesHosts = true;
  for (const child of Object.values(node)) visit(child, around, found);
}

function isCall(node: object): node is Call {
  const { type } = node as { readonly type?: unknown };
  return type === "CallExpression" || type === "StringCallExpression" || type === "TableCallExpression";
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
  if (method !== "depends" && !method.startsWith("get_option")) return;
  const [name, ...rest] = callArguments(node).map((argument) => evaluate(argument, around));
  if (name?.kind !== "string") return;
  if (method === "depends") {
    // The second argument says that it is fine without.
    const optional = rest[0]?.kind === "boolean" && rest[0].value;
    found.depends.set(name.value, { name: name.value, ...(optional ? { optional } : {}) });
    return;
  }
  const type = typeOfGetter(method, rest);
  if (type === undefined || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name.value)) return;
  found.options.set(name.value, joined(found.options.get(name.value), readOption(type, rest[0], isOfServer(base.base, around))));
}

function readOption(type: TypeSpec, fallback: Value | undefined, ofServer: boolean): OwnOption {
  const value = fallback === undefined ? undefined : toJson(fallback);
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

/** Undefined for what is computed, and for tables that are no plain data. */
function toJson(value: Value): Json | undefined {
  switch (value.kind) {
    case "string":
    case "boolean":
      return value.value;
    case "number":
      return Number.isFinite(value.value) ? value.value : undefined;
    case "table": {
      const items = value.entries.map((entry) => toJson(entry.value));
      if (items.some((item) => item === undefined)) return undefined;
      if (value.entries.every((entry) => entry.key === undefined)) return items as Json[];
      const keys = value.entries.map(keyText);
      if (keys.some((key) => key === undefined)) return undefined;
      return Object.fromEntries(keys.map((key, index) => [String(key), items[index] ?? null]));
    }
    default:
      return undefined;
  }
}

function surroundings(text: string, toFile: (offset: number) => number): Surroundings {
  const nothing = (): void => undefined;
  return {
    text,
    toFile,
    // Variables change; which value one has at a call is not followed.
    local: () => ({ kind: "dynamic", span: { start: 0, end: 0 } }),
    isSet: () => true,
    read: nothing,
    envRef: nothing,
    handedOver: nothing,
    functionBody: nothing,
  };
}
