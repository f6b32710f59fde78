// Things by where they stand: finds those at a place without asking all of them.

import type { Span } from "./span.ts";

interface Placed {
  readonly span: Span;
}

export class SpanIndex<Thing extends Placed> {
  /** By where they begin, each with its place among all that were given. */
  private readonly sorted: readonly { readonly thing: Thing; readonly order: number }[];
  /** How far those up to here reach. */
  private readonly reach: readonly number[];

  constructor(things: readonly Thing[]) {
    this.sorted = things.map((thing, order) => ({ thing, order })).sort((a, b) => a.thing.span.start - b.thing.span.start);
    let most = -Infinity;
    this.reach = this.sorted.map(({ thing }) => (most = Math.max(most, thing.span.end)));
  }

  /** Those that overlap the span or touch it, in the order in which they were given. */
  touching({ start, end }: Span): readonly Thing[] {
    const found: { readonly thing: Thing; readonly order: number }[] = [];
    for (let i = this.countUpTo(end) - 1; (this.reach[i] ?? -Infinity) >= start; i--) {
      const one = this.sorted[i];
      if (one !== undefined && one.thing.span.end >= start) found.push(one);
    }
    return found.sort((a, b) => a.order - b.order).map(({ thing }) => thing);
  }

  /** How many begin at an offset or before it. */
  private countUpTo(offset: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.thing.span.start ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
