// Doubles each shape and says how much more processor time that takes: twice where the work grows with the text, four times where it
// grows with its square. Each is first made as long as it takes to be measured well.

import { measure, processorClock, ratio } from "./statistics.ts";
import type { Measured, Ratio } from "./statistics.ts";
import { SHAPES } from "./shapes.ts";
import type { Shape } from "./shapes.ts";
import type { Part } from "./report.ts";

/** More than this is no longer in proportion. */
const MOST = 2.5;
/** Milliseconds that the shorter one should take: what grows with the square is hidden by the rest in short texts. */
const ENOUGH = 120;
/** Milliseconds that it should not take, with fewer repetitions if need be, but not fewer than these. */
const TOO_MUCH = 500;
const FEW = 64;
/** Milliseconds after which the compiler has seen the code. */
const WARM = 100;
const ROUNDS = 3;
/** What is over the bar is measured again: what grows with the square stays there, what a busy machine held up does not. */
const ATTEMPTS = 3;

interface Doubled {
  readonly count: number;
  readonly once: Measured;
  readonly twice: Measured;
  readonly ratio: Ratio;
}

export function doubling(): Part {
  const failures = SHAPES.filter(({ from, finds, prepare }) => prepare(from)() > 0 !== finds).map(
    ({ name }) => `${name}: what is found in it has changed`,
  );
  const rows = SHAPES.map((shape) => {
    const { count, once, twice, ratio } = doubled(shape);
    if (ratio.value > MOST) failures.push(`${shape.name}: doubled, it takes ${ratio.value.toFixed(2)} times the time`);
    return [shape.name, count, once, twice, ratio, Math.log2(ratio.value)] as const;
  });
  return {
    id: "doubling",
    title: "When the input doubles",
    columns: ["shape", "repetitions", "once, ms", "doubled, ms", "ratio", "exponent"],
    rows,
    notes: [`A ratio above ${MOST} fails.`],
    failures,
  };
}

function doubled(shape: Shape): Doubled {
  const count = enough(shape);
  let best = attempt(shape, count);
  for (let tried = 1; tried < ATTEMPTS && best.ratio.value > MOST; tried++) {
    const next = attempt(shape, count);
    if (next.ratio.value < best.ratio.value) best = next;
  }
  return best;
}

function attempt(shape: Shape, count: number): Doubled {
  const once = measure(shape.prepare(count), { rounds: ROUNDS });
  const twice = measure(shape.prepare(count * 2), { rounds: ROUNDS });
  return { count, once, twice, ratio: ratio(twice, once) };
}

/** Repetitions that keep the processor busy long enough, also when the compiler has done its part. */
function enough({ from, most, prepare }: Shape): number {
  const first = prepare(Math.min(from, FEW));
  for (const began = processorClock(); processorClock() - began < WARM;) first();
  let count = from;
  while (count > FEW && timed(prepare(count)) > TOO_MUCH) count /= 2;
  for (; ; count *= 2) {
    const run = prepare(count);
    // Twice that is measured, too.
    if (count * 4 > most || (timed(run) >= ENOUGH && timed(run) >= ENOUGH)) return count;
  }
}

function timed(run: () => unknown): number {
  const began = processorClock();
  run();
  return processorClock() - began;
}
