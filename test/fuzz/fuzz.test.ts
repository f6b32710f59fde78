// The fuzzer for every day: all cases that failed once, and a few texts for each target, always the same ones. `npm run fuzz` tries others.

import { describe, expect, test } from "vitest";
import { casesOf } from "./cases.ts";
import { TARGETS } from "./targets.ts";
import { textsFor } from "./texts.ts";
import { tried } from "./trial.ts";

const SEED = 20_261_130;
/** For each unit of a target's weight. */
const COUNT = 12;

describe.each(TARGETS)("$name", (target) => {
  test("what failed once holds", async () => {
    const failures = [];
    for (const { name, text } of casesOf(target.name)) {
      const failure = await tried(target, text);
      if (failure !== undefined) failures.push(`${name}: ${failure.what}`);
    }
    expect(failures).toEqual([]);
  });

  test("what holds, holds for texts made at random", { timeout: 60_000 }, async () => {
    const failures = [];
    for (const text of textsFor(target, SEED, COUNT * target.weight)) {
      const failure = await tried(target, text);
      if (failure !== undefined) failures.push(failure);
    }
    expect(failures).toEqual([]);
  });
});
