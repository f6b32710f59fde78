// Run in a process of its own: how long a checker takes for its first text, and then for the same text again and again. Prints JSON.

import { CHECKERS } from "./checkers.ts";
import type { Checker } from "./checkers.ts";
import { processorClock } from "./statistics.ts";

export interface Fresh {
  readonly cold: number;
  /** Milliseconds, in their order. */
  readonly warm: readonly number[];
  /** What was found in it. */
  readonly found: number;
}

/** Warm runs go on until they have taken so long together. */
const WARM_MS = 2_000;
const MOST_WARM = 40;

const [checker = "", lines = ""] = process.argv.slice(2);
const { check } = await CHECKERS[checker as Checker].prepare(Number(lines));

async function timed(): Promise<{ readonly time: number; readonly found: number }> {
  const began = processorClock();
  const found = await check();
  return { time: processorClock() - began, found };
}

const { time: cold, found } = await timed();
const warm: number[] = [];
for (let spent = cold; spent < WARM_MS && warm.length < MOST_WARM;) {
  const { time } = await timed();
  warm.push(time);
  spent += time;
}
// What the first runs teach the compiler is no part of being warm.
const result: Fresh = { cold, warm: warm.slice(warm.length >> 1), found };
console.log(JSON.stringify(result));
process.exit(0);
