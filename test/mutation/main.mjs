// `npm run mutate`: changes conditions in rules, parsers and generators at random, one at a time, and looks whether a test notices. Each
// mutant meets the tests that reach its file, then those of its folder. What survives and is not judged in judged.json is a hole in the tests.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../scripts/lib/paths.mjs";
import { readJson } from "../../scripts/lib/readJson.mjs";
import { say } from "../../scripts/lib/say.mjs";
import { importers, testsOf, trackedFiles } from "../changed/testsOf.mjs";
import { endKept, runKept } from "./kept.mjs";
import { mutantsOf } from "./mutants.mjs";
import { compiler } from "./types.mjs";

/** @typedef {import("./mutants.mjs").Mutant} Mutant */
/** Found by file, kind and the line's text, as lines move. @typedef {{ readonly file: string, readonly kind: string, readonly code: string, readonly reason: string }} Judged */
/** @typedef {Mutant & { readonly fate: "killed" | "refused" | "judged" | "survived", readonly code: string, readonly by: string }} Result */

const FOLDERS = ["rules", "syntax", "generate"].map((name) => `server/src/core/${name}/`);
const JUDGED = join(root, "test/mutation/judged.json");
const TIMEOUT_MS = 60_000;
const PATIENT_TIMEOUT_MS = 240_000;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    json: { type: "string" },
  },
});

/** Numbers from 0 to 1, the same for the same seed. @param {number} seed */
function randomNumbers(seed) {
  let state = (seed * 2_654_435_761) % 2_147_483_646;
  return () => {
    state = ((state + 1) * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** @param {number} seed @param {number} count */
function chosen(seed, count) {
  const files = trackedFiles("server/src/core/*.ts").filter((path) => FOLDERS.some((folder) => path.startsWith(folder)));
  const rest = files.flatMap((file) => mutantsOf(file, readFileSync(join(root, file), "utf8")));
  const random = randomNumbers(seed);
  return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(Math.floor(random() * rest.length), 1)).flat();
}

/** The tests of a file's folder, and those beside that folder: `test/rules/lua` and `test/rules/*.test.ts`. @param {string} file */
function folderTests(file) {
  const existing = trackedFiles("test/*.test.ts");
  let folder = dirname(file.replace("server/src/core/", "test/"));
  while (!existing.some((test) => test.startsWith(`${folder}/`))) folder = dirname(folder);
  const parent = dirname(folder);
  return existing.filter((test) => test.startsWith(`${folder}/`) || (parent !== "test" && dirname(test) === parent));
}

/** What fails without any mutant, by the file of the tests: that kills nothing. @type {Map<string, readonly string[]>} */
const baseline = new Map();

/** @param {string} name of a test, after that of its file */
async function failsAnyway(name) {
  const [file = ""] = name.split(": ");
  if (!baseline.has(file)) {
    const before = await runKept({ tests: [file], timeoutMs: PATIENT_TIMEOUT_MS });
    if (before === "hangs") throw new Error(`${file} does not end`);
    baseline.set(file, before.failed);
  }
  return baseline.get(file)?.includes(name) ?? false;
}

/**
 * @param {Mutant} mutant
 * @param {readonly string[]} tests
 * @returns {Promise<string | undefined>} what notices it
 */
async function noticed(mutant, tests) {
  if (tests.length === 0) return undefined;
  const verdict = await runKept({ mutant, tests, timeoutMs: TIMEOUT_MS });
  // A busy machine fails what is out of time, so that is tried once more with more of it.
  const again = verdict === "hangs" || verdict.late ? await runKept({ mutant, tests, timeoutMs: PATIENT_TIMEOUT_MS }) : verdict;
  if (again === "hangs") return "it never ends";
  for (const name of again.failed) if (!(await failsAnyway(name))) return name;
  // What fails anyway has ended the run.
  const [other] = again.failed;
  return other === undefined
    ? undefined
    : noticed(
        mutant,
        tests.filter((test) => !other.startsWith(`${test}: `)),
      );
}

async function main() {
  const judged = /** @type {readonly Judged[]} */ (readJson(JUDGED));
  const known = await importers();
  const first = Number(values.from);
  const all = chosen(Number(values.seed), first + Number(values.count)).slice(first);
  /** @type {Result[]} */
  const results = [];
  /** @type {ReturnType<typeof compiler> | undefined} */
  let refuses;
  for (const [index, mutant] of all.entries()) {
    const { file, line, kind, start, end, text } = mutant;
    const source = readFileSync(join(root, file), "utf8");
    const code = (source.split("\n")[line - 1] ?? "").trim();
    const folder = folderTests(file);
    const near = testsOf(known, file).filter((test) => folder.includes(test));
    const others = folder.filter((test) => !near.includes(test));
    const by = (await noticed(mutant, near)) ?? (await noticed(mutant, others));
    const reason = judged.find((one) => one.file === file && one.kind === kind && one.code === code)?.reason;
    /** @type {Result["fate"]} */
    let fate = by === undefined ? "survived" : "killed";
    if (fate === "survived" && (refuses ??= compiler())(mutant)) fate = "refused";
    else if (fate === "survived" && reason !== undefined) fate = "judged";
    results.push({ ...mutant, fate, code, by: by ?? reason ?? "" });
    const change = kind === "dropped" ? "dropped" : `${source.slice(start, end)} → ${text}`;
    say(`${first + index + 1}. ${fate}: ${file}:${line} ${kind}: ${change.replace(/\s+/g, " ")}`);
  }
  endKept();
  const count = (/** @type {Result["fate"]} */ fate) => results.filter((one) => one.fate === fate).length;
  const [killed, survived] = [count("killed"), count("survived")];
  const percent = killed + survived === 0 ? 100 : (100 * killed) / (killed + survived);
  say(
    `${killed} of ${killed + survived} killed (${percent.toFixed(1)} %); ${count("judged")} judged to change nothing, ${count("refused")} refused by the compiler.`,
  );
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
}

await main();
