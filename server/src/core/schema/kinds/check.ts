// Holds a value against a type and says where they differ. Only what is certain: computed values, environment variables and
// half-typed ones pass. Values with names in them (modules, providers) are only checked for their form here.

import type { Span } from "../../text/span.ts";
import { keyText } from "../../model/value.ts";
import type { TableEntry, TableValue, Value } from "../../model/value.ts";
import type { DetailedType, EnumValue, TypeSpec } from "../types.ts";
import { describeType, isUnion } from "./describe.ts";
import { checkScalar } from "./scalars.ts";
import type { Scalar, ScalarLimits, ScalarProblem } from "./scalars.ts";

export interface Mismatch {
  /** type: not readable as what is wanted. range: outside its limits. value: not one of the choices. key: a key nobody reads. */
  readonly problem: "type" | "range" | "value" | "key";
  readonly span: Span;
  /** What is wanted there, in words. */
  readonly expected: string;
  readonly detail?: string;
  /** The value that was probably meant. */
  readonly meant?: Scalar;
  /** For `value` and `key`: what stands there and what could. */
  readonly found?: string;
  readonly choices?: readonly string[];
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
        ? value.entries.flatMap((entry) => checkMapEntry(type, entry, raw))
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

/** A union is as good as its best member; when none fits, the member of the value's own form is blamed. */
function checkUnion(types: readonly TypeSpec[], value: Value, raw: boolean): readonly Mismatch[] {
  let closest: readonly Mismatch[] | undefined;
  for (const type of types) {
    const found = checkValue(type, value, raw);
    if (found.length === 0) return [];
    const inside = found.every((problem) => problem.span !== value.span);
    if (inside && value.kind === "table") closest ??= found;
  }
  return closest ?? [mismatch("type", value, types)];
}

type ScalarCheck = (value: Scalar) => ScalarProblem | EnumProblem | undefined;

interface EnumProblem {
  readonly problem: "value";
  readonly found: string;
  readonly choices: readonly string[];
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
  if (type.open === true) return undefined;
  const choices = type.values.map(plain);
  if (choices.includes(scalar)) return undefined;
  return { problem: "value", found: String(scalar), choices: choices.map(String) };
}

function checkList(type: Extract<DetailedType, { is: "list" }>, value: Value, raw: boolean): readonly Mismatch[] {
  if (value.kind !== "table") return type.strict === true ? [mismatch("type", value, type)] : checkValue(type.items, value, raw);
  return value.entries.flatMap((entry) => {
    if (entry.key === undefined) return checkItem(type.items, entry.value, raw);
    const key = keyText(entry);
    if (key === undefined) return [];
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

/** Only a whole option may be a list of one in place of a single value; inside a list nobody unpacks it. */
function checkItem(type: TypeSpec, value: Value, raw: boolean): readonly Mismatch[] {
  const single = typeof type === "string" && type !== "any" && type !== "function";
  return single && value.kind === "table" ? [mismatch("type", value, type)] : checkValue(type, value, raw);
}

function checkMapEntry(type: Extract<DetailedType, { is: "map" }>, entry: TableEntry, raw: boolean): readonly Mismatch[] {
  if (entry.key === undefined) return [];
  return [...checkValue(type.keys, entry.key.value, raw), ...checkValue(type.values, entry.value, raw)];
}

function checkRecord(type: Extract<DetailedType, { is: "record" }>, value: TableValue, raw: boolean): readonly Mismatch[] {
  let position = 0;
  return value.entries.flatMap((entry) => {
    const key = entry.key === undefined ? String(++position) : keyText(entry);
    if (key === undefined) return [];
    const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
    if (field !== undefined) return checkValue(field.type, entry.value, raw);
    if (entry.key === undefined || type.open === true) return [];
    return [
      {
        problem: "key" as const,
        span: entry.key.span,
        expected: describeType(type),
        found: key,
        choices: Object.keys(type.fields),
        literal: entry.key.value.folded !== true,
      },
    ];
  });
}

function mismatch(problem: Mismatch["problem"], value: Value, type: TypeSpec): Mismatch {
  return { problem, span: value.span, expected: describeType(type), literal: value.folded !== true };
}

function plain(value: EnumValue): Scalar {
  return typeof value === "object" ? value.value : value;
}
