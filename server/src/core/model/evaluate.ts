// Expressions to values: literals, constants folded through locals, concatenation and arithmetic, environment variables. All
// else is `dynamic`. Environment references are collected on the way, also from what is not understood.

import { decodeNumber, decodeString } from "../syntax/lua/literal.ts";
import type { LuaExpression } from "../syntax/lua/luaparse.ts";
import type { Span } from "../text/span.ts";
import type { EnvRef } from "./config.ts";
import type { TableEntry, Value } from "./value.ts";
import { MAX_TEXT } from "./weight.ts";

/** Where an expression stands: its file, its positions, the names that are visible. */
export interface Surroundings {
  readonly text: string;
  readonly toFile: (offset: number) => number;
  /** How many expressions around it are being evaluated. */
  depth: number;
  /** The value of a local variable, or undefined if the name is not a local one. Unknown if it is too heavy. */
  local(name: string): Value | undefined;
  /** Whether this file has set an option of that name by now: reading it gives something we do not follow. */
  isSet(name: string): boolean;
  /** The value of something that is no local variable was asked for. */
  read(name: string, span: Span): void;
  envRef(ref: EnvRef): void;
  /** The value of a local variable went to a function that may change it, if it is a table. */
  handedOver(name: string): void;
  functionBody(node: LuaFunction): void;
}

export type LuaFunction = Extract<LuaExpression, { type: "FunctionDeclaration" }>;

/** What Lua itself puts into a configuration's environment. */
const LUA_NAMES = new Set(
  (
    "assert collectgarbage debug dofile error getmetatable io ipairs load loadfile loadstring math next os package pairs pcall print " +
    "rawequal rawget rawlen rawset require select setmetatable string table tonumber tostring type unpack utf8 xpcall _G _VERSION " +
    "coroutine bit32 jit"
  ).split(" "),
);

/** What Prosody adds. */
const DIRECTIVES = new Set(
  "Lua VirtualHost Host host Component component Include include RunScript FileContents FileLine FileLines Credential prosody".split(
    " ",
  ),
);

export function isLuaName(name: string): boolean {
  return LUA_NAMES.has(name);
}

/** Names that are not unset. */
export function isKnownGlobal(name: string): boolean {
  return LUA_NAMES.has(name) || DIRECTIVES.has(name);
}

/** File span of a luaparse node (its type declarations leave `range` out). */
export function spanOf(node: object, toFile: (offset: number) => number): Span {
  const range: unknown = "range" in node ? node.range : undefined;
  const [start, end] = (Array.isArray(range) ? range : [0, 0]) as [number, number];
  return { start: toFile(start), end: toFile(end) };
}

/** Lua refuses expressions that are nested more deeply. */
const MAX_DEPTH = 200;

/** What stands on the left comes first, innermost first, and without recursion: `a.b.c`, `f()()` and `1 + 1 + 1` may be as long as the file. */
export function evaluate(node: LuaExpression, around: Surroundings): Value {
  if (around.depth >= MAX_DEPTH) return { kind: "dynamic", span: spanOf(node, around.toFile) };
  around.depth++;
  const chain: Chained[] = [];
  let first = node;
  for (; isChained(first); first = leftOf(first)) chain.push(first);
  let value = single(first, around);
  for (let outer = chain.pop(); outer !== undefined; outer = chain.pop()) value = withLeft(outer, value, around);
  around.depth--;
  return value;
}

export type Call = Extract<LuaExpression, { type: "CallExpression" | "StringCallExpression" | "TableCallExpression" }>;

export function isCall(node: { readonly type: string }): node is Call {
  return node.type === "CallExpression" || node.type === "StringCallExpression" || node.type === "TableCallExpression";
}

type Operation = Extract<LuaExpression, { type: "LogicalExpression" | "BinaryExpression" }>;

/** Begins with another expression. */
type Chained = Call | Operation | Extract<LuaExpression, { type: "MemberExpression" | "IndexExpression" }>;

const CHAINED: ReadonlySet<string> = new Set<Chained["type"]>([
  "CallExpression",
  "StringCallExpression",
  "TableCallExpression",
  "LogicalExpression",
  "BinaryExpression",
  "MemberExpression",
  "IndexExpression",
]);

function isChained(node: LuaExpression): node is Chained {
  return CHAINED.has(node.type);
}

function leftOf(node: Chained): LuaExpression {
  return "left" in node ? node.left : node.base;
}

function withLeft(node: Chained, left: Value, around: Surroundings): Value {
  const span = spanOf(node, around.toFile);
  switch (node.type) {
    case "LogicalExpression": {
      const right = evaluate(node.right, around);
      return node.operator === "or" ? either(left, right, span) : { kind: "dynamic", span };
    }
    case "BinaryExpression":
      return fold(node.operator, left, evaluate(node.right, around), span);
    case "MemberExpression":
      return { kind: "dynamic", span };
    case "IndexExpression":
      evaluate(node.index, around);
      return { kind: "dynamic", span };
    default:
      return call(node, span, around);
  }
}

function single(node: LuaExpression, around: Surroundings): Value {
  const span = spanOf(node, around.toFile);
  switch (node.type) {
    case "StringLiteral":
      return stringValue(span, around.text);
    case "NumericLiteral":
      return { kind: "number", value: decodeNumber(node.raw), span };
    case "BooleanLiteral":
      return { kind: "boolean", value: node.value, span };
    case "NilLiteral":
      return { kind: "nil", span };
    case "TableConstructorExpression":
      return { kind: "table", entries: node.fields.map((field) => tableEntry(field, around)), span };
    case "Identifier":
      return identifier(node.name, span, around);
    case "UnaryExpression": {
      const value = evaluate(node.argument, around);
      if (node.operator === "-" && value.kind === "number") return { ...value, value: -value.value, span };
      if (node.operator === "not" && value.kind === "boolean")
        return { kind: "boolean", value: !value.value, span, folded: true };
      return { kind: "dynamic", span };
    }
    case "FunctionDeclaration":
      around.functionBody(node);
      return { kind: "dynamic", span };
    default:
      return { kind: "dynamic", span };
  }
}

/** A text at a place of the file; broken when its closing quote was only guessed. */
function stringValue(span: Span, text: string): Value {
  const raw = text.slice(span.start, span.end);
  const quote = raw.charAt(0);
  const closed = quote === "[" ? raw.endsWith("]") : raw.length > 1 && raw.endsWith(quote);
  return closed ? { kind: "string", value: decodeString(raw), span } : { kind: "broken", span };
}

type Field = Extract<LuaExpression, { type: "TableConstructorExpression" }>["fields"][number];

function tableEntry(field: Field, around: Surroundings): TableEntry {
  const span = spanOf(field, around.toFile);
  const value = evaluate(field.value, around);
  if (field.type === "TableValue") return { span, value };
  const keySpan = spanOf(field.key, around.toFile);
  const key: Value =
    field.type === "TableKeyString" ? { kind: "string", value: field.key.name, span: keySpan } : evaluate(field.key, around);
  return { span, key: { span: keySpan, value: key }, value };
}

function identifier(name: string, span: Span, around: Surroundings): Value {
  const local = around.local(name);
  if (local !== undefined) return { ...local, span, folded: true };
  if (name.startsWith("ENV_")) {
    around.envRef({ name: name.slice(4), span });
    return { kind: "env", name: name.slice(4), span };
  }
  around.read(name, span);
  if (isKnownGlobal(name)) return { kind: "dynamic", span };
  if (around.isSet(name)) return { kind: "dynamic", span, option: name };
  return { kind: "nil", unsetName: name, span };
}

/** Variables that take each other's place: `ENV_A or ENV_B or …`. */
const MAX_FALLBACKS = 50;

function either(left: Value, right: Value, span: Span, depth = 0): Value {
  if (depth > MAX_FALLBACKS) return { kind: "dynamic", span };
  if (left.kind === "env") {
    const fallback = left.fallback === undefined ? right : either(left.fallback, right, span, depth + 1);
    return { kind: "env", name: left.name, fallback, span };
  }
  // Nothing here set it: that may be done in the file that includes this one.
  if (left.kind === "nil" && left.unsetName !== undefined) return { kind: "dynamic", span };
  if (left.kind === "nil" || (left.kind === "boolean" && !left.value)) return { ...right, span, folded: true };
  if (left.kind === "dynamic") return { ...left, span };
  if (left.kind === "broken") return { kind: "dynamic", span };
  return { ...left, span, folded: true };
}

function fold(operator: string, left: Value, right: Value, span: Span): Value {
  if (operator === "..") {
    // Numbers are left out: 10 / 2 joins as "5.0", 5 as "5".
    if (left.kind === "string" && right.kind === "string" && left.value.length + right.value.length <= MAX_TEXT) {
      return { kind: "string", value: left.value + right.value, span, folded: true };
    }
  }
  if (left.kind === "number" && right.kind === "number") {
    const result = arithmetic(operator, left.value, right.value);
    if (result !== undefined && Math.abs(result) <= Number.MAX_SAFE_INTEGER)
      return { kind: "number", value: result, span, folded: true };
  }
  return { kind: "dynamic", span };
}

/** Larger results are left alone by the caller: Lua's integers wrap around where ours lose precision. */
function arithmetic(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? undefined : a / b;
    case "^":
      return a ** b;
    default:
      return undefined;
  }
}

export function callArguments(node: Call): readonly LuaExpression[] {
  switch (node.type) {
    case "CallExpression":
      return node.arguments;
    case "StringCallExpression":
      return [node.argument];
    case "TableCallExpression":
      // luaparse calls the one argument of this form `arguments`.
      return [node.arguments];
  }
}

function call(node: Call, span: Span, around: Surroundings): Value {
  const values = callArguments(node).map((argument) => evaluate(argument, around));
  const [first] = values;
  if (isGetenv(node.base) && first?.kind === "string") {
    around.envRef({ name: first.value, span: first.span });
    return { kind: "env", name: first.value, span };
  }
  if (!onlyReads(node.base)) {
    for (const argument of callArguments(node)) if (argument.type === "Identifier") around.handedOver(argument.name);
  }
  return { kind: "dynamic", span };
}

const READERS = new Set(["ipairs", "pairs", "next", "type", "tostring", "tonumber", "select", "unpack", "print", "assert"]);

/** Whether a function is known to leave its arguments as they are. */
function onlyReads(node: LuaExpression): boolean {
  if (node.type === "Identifier") return READERS.has(node.name);
  return node.type === "MemberExpression" && ["concat", "unpack"].includes(node.identifier.name);
}

/** `os.getenv` or `Lua.os.getenv`. */
function isGetenv(node: LuaExpression): boolean {
  if (node.type !== "MemberExpression" || node.identifier.name !== "getenv") return false;
  const { base } = node;
  if (base.type === "Identifier") return base.name === "os";
  return (
    base.type === "MemberExpression" &&
    base.identifier.name === "os" &&
    base.base.type === "Identifier" &&
    base.base.name === "Lua"
  );
}
