// What changed between two texts, as one stretch: found by comparing, so that nobody has to be trusted to tell. Halving and comparing
// whole pieces lets the engine do it at the speed of memory.

import { shift } from "./span.ts";
import type { Span } from "./span.ts";

export interface Change {
  readonly start: number;
  /** In the old text. */
  readonly oldEnd: number;
  /** In the new text. */
  readonly newEnd: number;
}

export function changeBetween(before: string, after: string): Change {
  const start = commonStart(before, after);
  const rest = Math.min(before.length, after.length) - start;
  const end = commonEnd(before, after, rest);
  return { start, oldEnd: before.length - end, newEnd: after.length - end };
}

/** Where a stretch of the old text that did not change is in the new one. */
export function carried(span: Span, { oldEnd, newEnd }: Change): Span {
  return span.start >= oldEnd ? shift(span, newEnd - oldEnd) : span;
}

function commonStart(before: string, after: string): number {
  let same = 0;
  for (let step = Math.min(before.length, after.length); step > 0;) {
    const to = same + step;
    if (to <= before.length && to <= after.length && before.slice(same, to) === after.slice(same, to)) same = to;
    else if (step === 1) break;
    step = Math.min(Math.ceil(step / 2), before.length - same, after.length - same);
  }
  return same;
}

function commonEnd(before: string, after: string, most: number): number {
  let same = 0;
  for (let step = most; step > 0;) {
    const to = same + step;
    const one = before.slice(before.length - to, before.length - same);
    if (to <= most && one === after.slice(after.length - to, after.length - same)) same = to;
    else if (step === 1) break;
    step = Math.min(Math.ceil(step / 2), most - same);
  }
  return same;
}
