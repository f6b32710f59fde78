// Runs tests against a mutant in a process that is kept: what vitest has once transformed need not be read again. The mutant only exists in
// what vitest loads; no file is changed. Told what to run by messages, answers with the names of tests that fail.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createVitest } from "vitest/node";
import { root } from "../../scripts/lib/paths.mjs";
import { mutated } from "./mutants.mjs";

/** @typedef {import("./mutants.mjs").Mutant} Mutant */
/** @typedef {{ readonly mutant?: Mutant, readonly tests: readonly string[], readonly timeoutMs: number }} Order */
/** `late`: every failure is a test that ran out of time. @typedef {{ readonly failed: readonly string[], readonly late: boolean }} Verdict */

/** @type {Mutant | undefined} */
let mutant;

const vitest = await createVitest(
  "test",
  {
    root,
    watch: true,
    reporters: [{}],
    pool: "threads",
    poolOptions: { threads: { singleThread: true, isolate: false } },
  },
  {
    plugins: [
      {
        name: "mutant",
        enforce: "pre",
        load: (id) => {
          const [path] = id.split("?");
          if (mutant === undefined || path !== join(root, mutant.file)) return undefined;
          return mutated(readFileSync(path, "utf8"), mutant);
        },
      },
    ],
  },
);
const all = await vitest.globTestSpecifications();

/** @param {Mutant | undefined} next */
function change(next) {
  for (const one of [mutant, next]) if (one !== undefined) vitest.invalidateFile(join(root, one.file));
  mutant = next;
}

/**
 * @param {Order} order
 * @returns {Promise<Verdict>}
 */
async function run({ mutant: next, tests, timeoutMs }) {
  change(next);
  vitest.config.testTimeout = timeoutMs;
  // One that notices is enough.
  vitest.config.bail = next === undefined ? 0 : 1;
  const paths = tests.map((test) => join(root, test));
  const chosen = all.filter(({ moduleId }) => paths.some((path) => moduleId === path || moduleId.startsWith(`${path}/`)));
  const { testModules: known, unhandledErrors } = await vitest.runTestSpecifications(chosen);
  // Vitest gives all that it knows: what other mutants broke in other files as well.
  const testModules = known.filter(({ moduleId }) => chosen.some((one) => one.moduleId === moduleId));
  const failed = testModules.flatMap((module) => [...module.children.allTests("failed")]);
  // A file that cannot even be loaded has no test that fails.
  const broken = testModules
    .filter((module) => module.errors().length > 0)
    .map(({ moduleId }) => `${moduleId.slice(root.length + 1)}: is not loaded`);
  const errors = failed.flatMap((test) => test.result().errors ?? []);
  // A thread that is out of memory takes all of its tests along. On a busy machine results may get lost as well, so that is tried again.
  const ended = testModules.filter((module) => ["passed", "failed", "skipped"].includes(module.state()));
  const isEnded = (/** @type {string} */ path) => ended.some(({ moduleId }) => moduleId === path);
  const lost = failed.length + broken.length > 0 ? [] : chosen.filter(({ moduleId }) => !isEnded(moduleId));
  return {
    failed: [
      ...failed.map(({ fullName, module }) => `${module.moduleId.slice(root.length + 1)}: ${fullName}`),
      ...broken,
      ...lost.map(({ moduleId }) => `${moduleId.slice(root.length + 1)}: is not run to its end`),
    ],
    late:
      lost.length > 0 ||
      (broken.length + unhandledErrors.length === 0 &&
        errors.length > 0 &&
        errors.every(({ message }) => message.includes("timed out in"))),
  };
}

process.on("message", (order) => {
  void run(/** @type {Order} */ (order)).then((verdict) => process.send?.(verdict));
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
