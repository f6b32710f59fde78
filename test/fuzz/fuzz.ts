// The main thread of `npm run fuzz`: keeps a thread that fuzzes, saves what fails as cases, starts it anew after a text that never ends,
// and says at the end how many runs each target had.

import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { saveCase } from "./cases.ts";
import { current, sharedMemory } from "./current.ts";
import type { Order, Said } from "./order.ts";
import { TARGETS } from "./targets.ts";

const HELP = `Usage: npm run fuzz [-- OPTIONS]

Tries texts made at random on parsers, rules, fixes, refactorings, conversions and the language server. What fails is made small and saved
in test/fuzz/cases, where the unit tests run it.

  --seed N       the first seed (default: 1); each round takes the next one
  --seconds N    ends after so many seconds (default: 60)
  --count N      ends after so many runs instead
  --only TARGET  only this target (may be given again)
  --cases FOLDER saves what fails there (default: test/fuzz/cases)
  --help         show this text

PROSODY_CORPUS names a folder whose files are taken to begin with, besides the examples of the repository.
Targets: ${TARGETS.map(({ name }) => name).join(", ")}`;

/** Seconds by the clock without a new text: far over the limit of processor time, as a machine may be busy. */
const STUCK = 60;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    seconds: { type: "string" },
    count: { type: "string" },
    only: { type: "string", multiple: true, default: [] },
    cases: { type: "string" },
    help: { type: "boolean" },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const runs = new Map(TARGETS.map(({ name }) => [name, 0]));
let failures = 0;

function report(): void {
  const all = [...runs].filter(([, count]) => count > 0);
  for (const [name, count] of all) say(`${name}: ${count.toLocaleString("en")}`);
  const sum = all.reduce((total, [, count]) => total + count, 0);
  say(`${sum.toLocaleString("en")} runs, ${failures} failures`);
}

function failed(target: string, text: string, what: string, found: string): void {
  failures++;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 10);
  say(
    `${target}: ${what} (${found})\n${JSON.stringify(text.slice(0, 2_000))}\nsaved as ${saveCase(target, name, { what, found, text }, values.cases)}`,
  );
}

/** Until it is done, or hangs. */
function work(seed: number, seconds: number, count: number): Promise<"done" | "stuck"> {
  const shared = sharedMemory();
  const order: Order = { seed, count, only: values.only, shared };
  const worker = new Worker(new URL("work.mjs", import.meta.url), { workerData: order });
  const at = current(shared);
  let last = { number: -1, since: Date.now() };
  return new Promise((resolve, reject) => {
    const end = (how: "done" | "stuck"): void => {
      clearInterval(timer);
      void worker.terminate().then(() => {
        resolve(how);
      });
    };
    const began = Date.now();
    const timer = setInterval(() => {
      const { number, target, text } = at.read();
      if (number !== last.number) last = { number, since: Date.now() };
      if (Date.now() - began > seconds * 1000) end("done");
      else if (Date.now() - last.since > STUCK * 1000) {
        failed(target, text, "never ends", `seed ${seed}`);
        end("stuck");
      }
    }, 500);
    worker.on("error", reject);
    worker.on("message", (said: Said) => {
      if ("done" in said) end("done");
      else if ("runs" in said) runs.set(said.target, (runs.get(said.target) ?? 0) + said.runs);
      else failed(said.target, said.failure.text, said.failure.what, said.failure.found ?? "");
    });
  });
}

async function main(): Promise<number> {
  if (values.help === true) {
    say(HELP);
    return 0;
  }
  const unknown = values.only.find((name) => !runs.has(name));
  if (unknown !== undefined) {
    say(`There is no target ${unknown}. The targets are: ${[...runs.keys()].join(", ")}.`);
    return 1;
  }
  const began = Date.now();
  const seconds = Number(values.seconds ?? (values.count === undefined ? 60 : Infinity));
  const count = Number(values.count ?? Infinity);
  let seed = Number(values.seed);
  const done = (): number => [...runs.values()].reduce((total, one) => total + one, 0);
  // After a text that never ends it goes on with other seeds.
  while ((await work(seed, seconds - (Date.now() - began) / 1000, count - done())) === "stuck") seed += 1_000_003;
  report();
  return failures === 0 ? 0 : 1;
}

process.exit(await main());
