// Whether a value is a certain plain one, as Prosody compares them: `"5222"` and `5222` are alike.

import type { Value } from "../model/value.ts";

export function equals(value: Value, wanted: string | number | boolean): boolean {
  if (value.kind !== "string" && value.kind !== "number" && value.kind !== "boolean") return false;
  return String(value.value) === String(wanted);
}
