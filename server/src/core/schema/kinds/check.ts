// Holds a value against a type and says where they differ. Only what is certain: computed values, environment variables and
// half-typed ones pass. Values with names in them (modules, providers) are only checked for their form here.

import type { Span } from "../../text/span.ts";
import { keyText } from "../../model/value.ts";
import type { TableEntry, TableValue, Value } from "../../model/value.ts";
import type { DetailedType, EnumValue, FieldEntry, TypeSpec } from "../types.ts";
import { describeType, isUnion } from "./describe.ts";
import { checkScalar } from "./scalars.ts";
import type { Scalar, ScalarLimits, ScalarProblem } from "./scalars.ts";

export interface Mismatch {
  /**
   * type: not readable as what is wanted. range: outside its limits. value: not one of the choices. key: a key nobody reads. item: an
   * entry that lacks its key.
   */
  readonly problem: "type" | "range" | "value" | "key" | "item";
  readonly span: Span;
  /** What is wanted there, in words. */
  readonly expected: string;
  readonly detail?: string;
  /** The value that was probably meant. */
  readonly meant?: Scalar;
  /** For `value` and `key`: what stands there and what could. */
  readonly found?: string;
  readonly choices?: readonly string[];
  /** What comes of it, where that is an outage or a loss. */
  readonly otherwise?: string;
  /** The text at `span` may be replaced. */
  readonly literal: boolean;
}

export function checkValue(type: TypeSpec, value: Value, raw = false): readonly Mismatch[] {
  if (value.kind === "dynamic" || value.kind === "env" || value.kind === "broken" || value.kind === "nil") return [];
  if (isUnion(type)) return checkUnion(type, value, raw);
  if (typeof type === "string") {
    if (type === "any" || type === "function") return [];
    return checkSingle(type, value, (scalar) => checkScalar(type, scalar, { raw }), raw);
  }
  switch (type.is) {
    case "list":
      return checkList(type, value, raw);
    case "map":
      return value.kind === "table"
        ? value.entries.flatMap((entry) => checkMapEntry(type, value, entry, raw))
        : [mismatch("type", value, type)];
    case "record":
      return value.kind === "table" ? checkRecord(type, value, raw) : [mismatch("type", value, type)];
    case "enum":
      return checkSingle(type, value, (scalar) => checkEnum(type, scalar), raw);
    case "provider":
      return checkSingle(type, value, (scalar) => checkScalar("module", scalar), raw);
    case "path":
    case "string":
      return checkSingle(type, value, (scalar) => checkScalar(type.is, scalar, { raw }), raw);
    default: {
      const limits: ScalarLimits = { min: type.min, max: type.max, raw };
      return checkSingle(type, value, (scalar) => checkScalar(type.is, scalar, limits), raw);
    }
  }
}

/**
 * A union is as good as its best member; when none fits, the member of the value's own form is blamed: of a single value the choices,
 * where there are no other single values.
 */
function checkUnion(types: readonly TypeSpec[], value: Value, raw: boolean): readonly Mismatch[] {
  let closest: readonly Mismatch[] | undefined;
  let isChoice = value.kind === "string";
  for (const type of types) {
    const found = checkValue(type, value, raw);
    if (found.length === 0) return [];
    const inside = found.every((problem) => problem.span !== value.span);
    if (inside && value.kind === "table" && (closest === undefined || isShapeless(closest))) closest = found;
    isChoice &&= found[0]?.problem === "value" || isKeyed(type);
    if (isChoice && found[0]?.problem === "value") closest ??= found;
  }
  const isBlamed = value.kind === "table" || isChoice;
  return (isBlamed ? closest : undefined) ?? [mismatch("type", value, types)];
}

/** Whether the entries are not even of the form that is wanted: with keys in a list, without in a table of named values. */
function isShapeless(found: readonly Mismatch[]): boolean {
  return found.every(({ problem }) => problem === "key" || problem === "item");
}

function isKeyed(type: TypeSpec): boolean {
  return !isUnion(type) && typeof type === "object" && (type.is === "record" || type.is === "map");
}

type ScalarCheck = (value: Scalar) => ScalarProblem | EnumProblem | undefined;

interface EnumProblem {
  readonly problem: "value";
  readonly found: string;
  readonly choices: readonly string[];
  readonly meant?: Scalar;
  readonly otherwise?: string;
}

/** A single value; Prosody also takes a list of one in its place, unless it reads the value as it is. */
function checkSingle(type: TypeSpec, value: Value, check: ScalarCheck, raw: boolean): readonly Mismatch[] {
  if (value.kind === "table") {
    const [only] = value.entries;
    if (!raw && value.entries.length === 1 && only !== undefined && only.key === undefined)
      return isPlainList(only.value) ? [mismatch("type", only.value, type)] : checkValue(type, only.value, raw);
    const dynamic = value.entries.some((entry) => entry.value.kind === "dynamic");
    return !raw && dynamic && value.entries.length < 2 ? [] : [mismatch("type", value, type)];
  }
  if (value.kind !== "string" && value.kind !== "number" && value.kind !== "boolean") return [];
  const problem = check(value.value);
  if (problem === undefined) return [];
  return [{ ...mismatch(problem.problem, value, type), ...problem }];
}

/** A hole that a template fills looks like a list in a list, but has no values written in it. */
function isPlainList(value: Value): boolean {
  if (value.kind !== "table" || value.entries.length === 0) return false;
  return value.entries.every(({ key, value: { kind } }) => key === undefined && (kind === "string" || kind === "number"));
}

function checkEnum(type: Extract<DetailedType, { is: "enum" }>, scalar: Scalar): EnumProblem | undefined {
  const choices = type.values.map(plain);
  if (choices.includes(scalar)) return undefined;
  const found = String(scalar);
  const { otherwise } = type;
  // Beside other values that are possible, only what is known for a mistake is one.
  const meant = type.values.find((value) => typeof value === "object" && value.also?.includes(found.toLowerCase()) === true);
  if (type.open === true && meant === undefined) return undefined;
  return {
    problem: "value",
    found,
    choices: type.open === true ? [] : choices.map(String),
    ...(meant === undefined ? {} : { meant: plain(meant) }),
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

function checkList(type: Extract<DetailedType, { is: "list" }>, value: Value, raw: boolean): readonly Mismatch[] {
  if (value.kind !== "table") return type.strict === true ? [mismatch("type", value, type)] : checkValue(type.items, value, raw);
  return value.entries.flatMap((entry) => {
    if (entry.key === undefined) return checkItem(type.items, entry.value, raw);
    const key = keyText(entry);
    if (key === undefined) return [];
    if (type.switches === true) {
      const isOff = entry.value.kind === "boolean" && !entry.value.value;
      return [...(isOff ? [] : checkValue(type.items, entry.key.value, raw)), ...checkValue("boolean", entry.value, true)];
    }
    return [
      {
        problem: "key" as const,
        span: entry.span,
        expected: describeType(type),
        detail: "An entry with a key is no item of a list: Prosody leaves it out.",
        found: key,
        choices: [],
        literal: false,
      },
    ];
  });
}

/** Only a whole option may be a list of one in place of a single value; inside a table nobody unpacks it. */
function checkItem(type: TypeSpec, value: Value, raw: boolean): readonly Mismatch[] {
  const isList = value.kind === "table" && isSingle(type);
  return isList ? [mismatch("type", value, type)] : checkValue(type, value, raw);
}

function checkField(type: TypeSpec, value: Value, raw: boolean): readonly Mismatch[] {
  const isSure = value.kind === "table" && value.entries.length > 0 && value.entries.every((entry) => isWritten(entry.value));
  return isSure ? checkItem(type, value, raw) : checkValue(type, value, raw);
}

function isSingle(type: TypeSpec): boolean {
  if (isUnion(type)) return type.every(isSingle);
  return typeof type === "string" ? type !== "any" : type.is !== "list" && type.is !== "map" && type.is !== "record";
}

function checkMapEntry(
  type: Extract<DetailedType, { is: "map" }>,
  table: TableValue,
  entry: TableEntry,
  raw: boolean,
): readonly Mismatch[] {
  if (entry.key === undefined) return checkKeyless(type, table, entry.value, raw);
  return [...checkValue(type.keys, entry.key.value, raw), ...checkValue(type.values, entry.value, raw)];
}

/** An entry without a key where keys are wanted. */
function checkKeyless(
  type: Extract<DetailedType, { is: "map" | "record" }>,
  { entries }: TableValue,
  value: Value,
  raw: boolean,
): readonly Mismatch[] {
  if (type.is === "record" && type.items !== undefined) return checkItem(type.items, value, raw);
  const isSure = isWritten(value) && entries.every((entry) => entry.key !== undefined || isWritten(entry.value));
  return isSure ? [mismatch("item", value, type)] : [];
}

/** `{ name }` and `{{ name }}` may be holes that a template fills. */
function isWritten(value: Value): boolean {
  if (value.kind === "table") return value.entries.length > 0 && value.entries.every((entry) => isWritten(entry.value));
  return value.kind === "string" || value.kind === "number" || value.kind === "boolean";
}

function checkRecord(type: Extract<DetailedType, { is: "record" }>, value: TableValue, raw: boolean): readonly Mismatch[] {
  let position = 0;
  return value.entries.flatMap((entry) => {
    const key = entry.key === undefined ? String(++position) : keyText(entry);
    if (key === undefined) return [];
    const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
    if (field !== undefined) return checkField(field.type, entry.value, raw);
    if (entry.key === undefined && type.open !== true) return checkKeyless(type, value, entry.value, raw);
    if (entry.key === undefined || type.open === true) return [];
    return [
      {
        problem: "key" as const,
        span: entry.key.span,
        expected: describeType(type),
        found: key,
        choices: Object.keys(type.fields),
        ...meantKey(type, key),
        literal: entry.key.value.folded !== true,
      },
    ];
  });
}

function meantKey({ fields }: Extract<DetailedType, { is: "record" }>, key: string): Pick<Mismatch, "meant"> {
  const meant = fieldCalled(fields, key);
  return meant === undefined ? {} : { meant };
}

/** The key that people call so. */
export function fieldCalled(fields: Readonly<Record<string, FieldEntry>>, word: string): string | undefined {
  return Object.keys(fields).find((name) => fields[name]?.also?.includes(word.toLowerCase()) === true);
}

function mismatch(problem: Mismatch["problem"], value: Value, type: TypeSpec): Mismatch {
  return { problem, span: value.span, expected: describeType(type), literal: value.folded !== true };
}

function plain(value: EnumValue): Scalar {
  return typeof value === "object" ? value.value : value;
}
