// What differs between two effective configurations: hosts that come or go, and options by host.

import { isList } from "./read.ts";
import type { ConfigValue, HostOptions } from "./types.ts";

export interface OptionChange {
  readonly host: string;
  readonly option: string;
  /** Absent: not set. */
  readonly before?: ConfigValue;
  readonly after?: ConfigValue;
}

export interface ConfigDifference {
  readonly addedHosts: readonly string[];
  readonly removedHosts: readonly string[];
  /** Of hosts in both; in the order of the newer, then of the older. */
  readonly changes: readonly OptionChange[];
}

export function diffConfigs(before: HostOptions, after: HostOptions): ConfigDifference {
  const changes: OptionChange[] = [];
  for (const [host, options] of Object.entries(after)) {
    if (!Object.hasOwn(before, host)) continue;
    const old = before[host] ?? {};
    for (const option of new Set([...Object.keys(options), ...Object.keys(old)])) {
      const was = Object.hasOwn(old, option) ? old[option] : undefined;
      const is = Object.hasOwn(options, option) ? options[option] : undefined;
      if (sameValue(was, is)) continue;
      changes.push({ host, option, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) });
    }
  }
  return {
    addedHosts: Object.keys(after).filter((host) => !Object.hasOwn(before, host)),
    removedHosts: Object.keys(before).filter((host) => !Object.hasOwn(after, host)),
    changes,
  };
}

/** Maps are the same in any order of their keys. */
export function sameValue(a: ConfigValue | undefined, b: ConfigValue | undefined): boolean {
  if (a === undefined || b === undefined || typeof a !== "object" || typeof b !== "object") return a === b;
  if (isList(a) !== isList(b)) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  if (left.size !== right.size) return false;
  return [...left].every(([key, value]) => right.has(key) && sameValue(value, right.get(key)));
}
