// What an index of places finds is what asking everything would find, and it asks few.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Span } from "../../server/src/core/text/span.ts";
import { SpanIndex } from "../../server/src/core/text/spanIndex.ts";

const span = (start: number, end: number): Span => ({ start, end });

const spans = fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]) => span(start, start + length));

function named(all: readonly Span[]): readonly { readonly name: number; readonly span: Span }[] {
  return all.map((one, name) => ({ name, span: one }));
}

describe("what touches a span", () => {
  const index = new SpanIndex(named([span(10, 20), span(0, 5), span(12, 14), span(5, 5)]));
  const at = (start: number, end: number): readonly number[] => index.touching(span(start, end)).map(({ name }) => name);

  test("overlaps it, or ends or begins where it does", () => {
    expect(at(13, 30)).toEqual([0, 2]);
    expect(at(20, 25)).toEqual([0]);
    expect(at(21, 25)).toEqual([]);
    expect(at(7, 9)).toEqual([]);
    expect(at(7, 10)).toEqual([0]);
  });

  test("comes in the order in which it was given", () => {
    expect(at(0, 40)).toEqual([0, 1, 2, 3]);
    expect(at(5, 5)).toEqual([1, 3]);
  });

  test("may reach over many that begin after it", () => {
    const long = new SpanIndex(named([span(0, 100), ...Array.from({ length: 40 }, (_, i) => span(i + 1, i + 2))]));
    expect(long.touching(span(90, 91)).map(({ name }) => name)).toEqual([0]);
  });
});

test("of any things, the same are found as by asking each of them", () => {
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 20 }), spans, (all, asked) => {
      const things = named(all);
      const touching = things.filter((one) => one.span.start <= asked.end && one.span.end >= asked.start);
      expect(new SpanIndex(things).touching(asked)).toEqual(touching);
    }),
    { seed: 20261130, numRuns: 500 },
  );
});

test("few of many are asked", () => {
  let asked = 0;
  const things = Array.from({ length: 10_000 }, (_, i) => ({
    get span(): Span {
      asked++;
      return span(10 * i, 10 * i + 5);
    },
  }));
  const index = new SpanIndex(things);
  asked = 0;
  expect(index.touching(span(50_000, 50_001))).toEqual([things[5000]]);
  expect(asked).toBeLessThan(40);
});
