// Values that stand in a module's source, as plain data.

import { keyText } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Json } from "../types.ts";

/** Undefined for what is computed, and for tables that are no plain data. */
export function toJson(value: Value): Json | undefined {
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
