// Local variables at a place of a file: what is added counts, what was there stays, and adding many costs little.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Value } from "../../server/src/core/model/value.ts";
import { Variables } from "../../server/src/core/model/variables.ts";

const number = (value: number): Value => ({ kind: "number", value, span: { start: 0, end: 0 } });
const isSame = (one: Value | undefined, other: Value | undefined): boolean =>
  one?.kind === "number" && other?.kind === "number" && one.value === other.value;
const steps = fc.array(fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.nat(3)), { maxLength: 3 }), {
  maxLength: 12,
});

function after(all: readonly (readonly (readonly [string, number])[])[]): Variables {
  return all.reduce((known, more) => known.with(new Map(more.map(([name, value]) => [name, number(value)]))), Variables.NONE);
}

test("they are what one map would be", () => {
  fc.assert(
    fc.property(steps, steps, (one, other) => {
      const [expected, others] = [new Map(one.flat()), new Map(other.flat())];
      const variables = after(one);
      expect([...variables.names].sort()).toEqual([...expected.keys()].sort());
      for (const [name, value] of expected) expect(variables.get(name)).toEqual(number(value));
      const alike = expected.size === others.size && [...expected].every(([name, value]) => others.get(name) === value);
      expect(variables.equals(after(other), isSame)).toBe(alike);
    }),
    { seed: 11, numRuns: 500 },
  );
});

test("what is added later leaves them as they are", () => {
  const before = after([[["a", 1]]]);
  expect(before.with(new Map([["a", number(2)]])).get("a")).toEqual(number(2));
  expect(before.get("a")).toEqual(number(1));
  expect(before.has("b")).toBe(false);
});
