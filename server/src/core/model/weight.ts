// How much there is in a value: what a variable holds counts again wherever the variable is used, and doubles in `{ v, v }`. What is too
// heavy is left unknown.

import type { Value } from "./value.ts";

/** Characters of a string worked out from others. */
export const MAX_TEXT = 4096;

/** Of a string, that weigh as much as one value. */
const CHARACTERS = 64;

/** Values in a value, itself included. Over `limit` it is not counted further. */
export function weigh(value: Value, limit: number): number {
  const open: Value[] = [value];
  let weight = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    weight += next.kind === "string" ? 1 + next.value.length / CHARACTERS : 1;
    if (next.kind === "env" && next.fallback !== undefined) open.push(next.fallback);
    if (next.kind === "table") {
      for (const { key, value: inner } of next.entries) {
        if (weight + open.length > limit) break;
        if (key !== undefined) open.push(key.value);
        open.push(inner);
      }
    }
    if (weight + open.length > limit) return limit + 1;
  }
  return weight;
}
