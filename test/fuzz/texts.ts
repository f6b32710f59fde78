// The texts of a run, the same for the same seed.

import fc from "fast-check";
import { mutated } from "./mutations.ts";
import type { Target } from "./target.ts";

export function textsFor(target: Target, seed: number, count: number): readonly string[] {
  return fc.sample(mutated(target), { seed, numRuns: count });
}
