// JSON values of the knowledge as Lua source, and numbers as people read them.

import { quoteKey, quoteString } from "../syntax/lua/literal.ts";
import type { Json } from "../schema/types.ts";

/** `{ "a"; "b" }`, `true`, `{ info = "*console" }`. */
export function toLua(value: Json): string {
  if (value === null) return "nil";
  if (typeof value === "string") return quoteString(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "{}" : `{ ${value.map((item: Json) => toLua(item)).join("; ")} }`;
  const entries = Object.entries(value).map(([key, item]) => `${quoteKey(key)} = ${toLua(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join("; ")} }`;
}

const TIMES: readonly (readonly [number, string])[] = [
  [31_557_600, "year"],
  [604_800, "week"],
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
];

const SIZES: readonly (readonly [number, string])[] = [
  [1024 ** 3, "GiB"],
  [1024 ** 2, "MiB"],
  [1024, "KiB"],
];

/** `10485760` bytes is "10 MiB", `604800` seconds is "1 week"; nothing where that says no more than the number. */
export function humanNumber(value: number, unit: string | undefined): string | undefined {
  if (unit === "seconds") {
    const fitting = TIMES.find(([size]) => value >= size && value % size === 0);
    if (fitting === undefined) return undefined;
    const count = value / fitting[0];
    return `${count} ${fitting[1]}${count === 1 ? "" : "s"}`;
  }
  if (unit === "bytes") {
    const fitting = SIZES.find(([size]) => value >= size && value % size === 0);
    return fitting === undefined ? undefined : `${value / fitting[0]} ${fitting[1]}`;
  }
  return undefined;
}
