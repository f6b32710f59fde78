// The forms of value that keep Prosody from starting, or one of its modules from loading: the schema says which, option by option.

import type { Value } from "../../../model/value.ts";
import { isUnion } from "../../../schema/kinds/describe.ts";
import type { OptionInfo, Schema } from "../../../schema/schema.ts";
import type { TypeSpec, ValueForm } from "../../../schema/types.ts";
import { holdsIn } from "../../../schema/version.ts";

/** `inside`: a list among the items of a list, which has a rule of its own. Undefined: not known to be fatal. */
export function fatality(value: Value, { fatal = [], type }: OptionInfo, { version }: Schema): "whole" | "inside" | undefined {
  const form = fatal.length === 0 ? undefined : formOf(value);
  if (form === undefined || !fatal.some((one) => covers(one.forms, form) && holdsIn(one, version))) return undefined;
  const isList = !isUnion(type) && typeof type !== "string" && type.is === "list";
  return form === "nested" && isList ? "inside" : "whole";
}

/** What does not work with a value which the option does not take. */
export function lostWith(
  value: Value,
  { lost = [], type, raw }: OptionInfo,
  { version }: Schema,
): NonNullable<OptionInfo["lost"]> {
  if (lost.length === 0) return [];
  const counted = raw === true ? value : countedValue(value, type);
  const form = counted !== value && counted.kind === "table" ? "nested" : formOf(counted);
  return form === undefined ? [] : lost.filter((one) => covers(one.forms, form) && holdsIn(one, version));
}

/** Of a list where a single value is wanted: the first item, which Prosody uses. */
export function countedValue(value: Value, type: TypeSpec): Value {
  const [first] = value.kind === "table" ? value.entries : [];
  return first === undefined || first.key !== undefined || !isSingleValue(type) ? value : first.value;
}

/** No list, no table with keys, and not just anything. */
export function isSingleValue(type: TypeSpec): boolean {
  if (isUnion(type)) return type.every(isSingleValue);
  if (typeof type === "string") return type !== "any" && type !== "function";
  return type.is !== "list" && type.is !== "map" && type.is !== "record";
}

function covers(forms: readonly ValueForm[], form: ValueForm): boolean {
  return forms.includes(form) || (form === "negative" && forms.includes("number"));
}

function formOf(value: Value): ValueForm | undefined {
  switch (value.kind) {
    case "string":
      return "text";
    case "number":
      return value.value <= 0 ? "negative" : "number";
    case "boolean":
      return value.value ? "true" : "false";
    case "table":
      if (value.entries.length === 0) return "empty";
      // What is computed, or what a template fills in, may be anything.
      if (!value.entries.every((entry) => entry.key === undefined && isWritten(entry.value))) return undefined;
      return value.entries.some((entry) => entry.value.kind === "table") ? "nested" : "list";
    default:
      return undefined;
  }
}

function isWritten(value: Value): boolean {
  if (value.kind !== "table") return value.kind === "string" || value.kind === "number" || value.kind === "boolean";
  return value.entries.length > 0 && value.entries.every((entry) => isWritten(entry.value));
}
