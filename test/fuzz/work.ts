// The thread that fuzzes: round after round, each target with texts of the round's own seed. What it is about to try stands in a shared
// memory, so that the main thread knows it when it does not come back.

import { parentPort, workerData } from "node:worker_threads";
import { current } from "./current.ts";
import type { Order, Said } from "./order.ts";
import { smallest } from "./shrink.ts";
import type { Target } from "./target.ts";
import { TARGETS } from "./targets.ts";
import { textsFor } from "./texts.ts";
import { tried } from "./trial.ts";

/** Texts of one round for each unit of a target's weight. */
const COUNT = 40;

const { seed, count, only, shared } = workerData as Order;
const at = current(shared);
/** Of each target, what was found: one text of each kind is enough. */
const known = new Set<string>();

function tell(said: Said): void {
  parentPort?.postMessage(said);
}

/** Places in code move, and numbers differ from text to text. */
function kindOf(target: Target, what: string): string {
  return `${target.name} ${what.replace(/\d+/g, "0")}`;
}

async function round(target: Target, roundSeed: number): Promise<void> {
  const texts = textsFor(target, roundSeed, COUNT * target.weight);
  for (const [index, text] of texts.entries()) {
    at.write(target.name, text);
    const failure = await tried(target, text);
    if (failure === undefined || known.has(kindOf(target, failure.what))) continue;
    known.add(kindOf(target, failure.what));
    const fails = async (shorter: string): Promise<boolean> => {
      at.write(target.name, shorter);
      const again = await tried(target, shorter);
      return again !== undefined && kindOf(target, again.what) === kindOf(target, failure.what);
    };
    const small = await smallest(text, fails);
    tell({ target: target.name, failure: { text: small, what: failure.what, found: `seed ${roundSeed}, text ${index}` } });
  }
  tell({ target: target.name, runs: texts.length });
}

const targets = TARGETS.filter(({ name }) => only.length === 0 || only.includes(name));
const runs = targets.reduce((sum, { weight }) => sum + weight * COUNT, 0);
for (let i = 0; i * runs < count; i++) {
  for (const target of targets) await round(target, seed + i);
}
tell({ done: true });
