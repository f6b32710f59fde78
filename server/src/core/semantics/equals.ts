// Whether a value is a certain plain one, as Prosody compares them: `"5222"` and `5222` are alike.

import { keyText } from "../model/value.ts";
import type { Value } from "../model/value.ts";

export function equals(value: Value, wanted: string | number | boolean): boolean {
  if (value.kind !== "string" && value.kind !== "number" && value.kind !== "boolean") return false;
  return String(value.value) === String(wanted);
}

/** Plain values, and tables of such, that say the same. */
export function sameValue(a: Value, b: Value): boolean {
  if (a.kind === "table" && b.kind === "table") {
    if (a.entries.length !== b.entries.length) return false;
    return a.entries.every((entry, i) => {
      const other = b.entries[i];
      return (
        other !== undefined &&
        (entry.key === undefined) === (other.key === undefined) &&
        keyText(entry) === keyText(other) &&
        sameValue(entry.value, other.value)
      );
    });
  }
  return "value" in a && "value" in b && a.kind === b.kind && a.value === b.value;
}

/** The same for values that say the same, and mostly another one for those that do not. */
export function shapeOf(value: Value): string {
  return value.kind === "table" ? `table of ${value.entries.length}` : value.kind;
}

/** Plain values, and tables of such, as a text that is another one for another value. */
export function printed(value: Value): string {
  if (value.kind !== "table") return "value" in value ? `${value.kind} ${JSON.stringify(value.value)}` : value.kind;
  return `{${value.entries.map((entry) => `${entry.key === undefined ? "" : (keyText(entry) ?? "?")}=${printed(entry.value)}`).join()}}`;
}
