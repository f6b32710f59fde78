// What the main thread and the one that fuzzes say to each other.

import type { Case } from "./cases.ts";

export interface Order {
  /** Of the first round; each has the next number. */
  readonly seed: number;
  readonly count: number;
  /** Names of targets; none: all. */
  readonly only: readonly string[];
  readonly shared: SharedArrayBuffer;
}

export type Said =
  | { readonly target: string; readonly runs: number }
  | { readonly target: string; readonly failure: Case }
  | { readonly done: true };
