// The steps of `npm test` that need no editor: types, lint, format, unit tests and the build. Each is one program; what it prints is shown if it fails.

import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { resultsDir, root } from "./paths.mjs";
import { readJson } from "./readJson.mjs";
import { run } from "./run.mjs";
import { lastLines } from "./say.mjs";

/**
 * What a step found. Tests are counted one by one; a whole check that fails counts as one failure, and as nothing when it is fine.
 *
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number, readonly lines: readonly string[] }} StepResult
 */
/**
 * `beside`: it keeps one processor busy and writes nothing that others read, so that its neighbours may run beside it.
 *
 * @typedef {{ readonly name: string, readonly title: string, readonly editor: boolean, readonly beside?: boolean, readonly act: () => Promise<StepResult> }} Step
 */

const shownLines = 120;

/** @type {readonly Step[]} */
export const checkSteps = [
  { name: "types", title: "Types", editor: false, beside: true, act: () => check(["tsc"], ["tsc", "-p", "server/src/core"]) },
  { name: "lint", title: "Lint", editor: false, beside: true, act: () => check(["eslint", ".", "--cache"]) },
  {
    name: "format",
    title: "Format",
    editor: false,
    beside: true,
    act: () => check(["prettier", "--check", "--log-level", "warn", "."]),
  },
  { name: "unit", title: "Unit tests", editor: false, act: unitTests },
];

/** @type {Step} */
export const buildStep = { name: "build", title: "Build", editor: false, act: async () => verdict(await build()) };

/**
 * Runs programs of the checkout's packages, all of them, and fails if one did.
 *
 * @param {...readonly string[]} commands
 * @returns {Promise<StepResult>}
 */
async function check(...commands) {
  const results = [];
  for (const [program = "", ...args] of commands) results.push(await runPackage(program, args));
  return {
    passed: 0,
    failed: results.some(({ code }) => code !== 0) ? 1 : 0,
    skipped: 0,
    lines: results.flatMap((result) => verdict(result).lines),
  };
}

/** @typedef {{ readonly numPassedTests: number, readonly numFailedTests: number, readonly numPendingTests: number, readonly numTodoTests: number }} UnitCounts */
/** @typedef {{ readonly status: string, readonly assertionResults: readonly unknown[] }} UnitFile */
/** @typedef {UnitCounts & { readonly testResults: readonly UnitFile[] }} UnitReport What we read of vitest's report. */

/** @returns {Promise<StepResult>} */
async function unitTests() {
  const reportFile = join(resultsDir, "unit.json");
  mkdirSync(resultsDir, { recursive: true });
  rmSync(reportFile, { force: true });
  const result = await runPackage("vitest", ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${reportFile}`]);
  const lines = [lastLines(result.output.trim(), result.code === 0 ? 8 : shownLines)];
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0, lines };
  const report = /** @type {UnitReport} */ (readJson(reportFile));
  // A file that cannot even be loaded has no failed test of its own.
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  const failed = Math.max(result.code === 0 ? 0 : 1, report.numFailedTests + broken);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests, lines };
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
async function runPackage(program, args) {
  return await run(join(root, "node_modules", ".bin", program), args, {
    cwd: root,
    timeoutMs: 480_000,
    env: { ...process.env, NO_COLOR: "1" },
  });
}

/**
 * @param {import("./run.mjs").Finished} finished
 * @returns {StepResult}
 */
function verdict({ code, output }) {
  const text = output.trim();
  return {
    passed: 0,
    failed: code === 0 ? 0 : 1,
    skipped: 0,
    lines: code === 0 || text === "" ? [] : [lastLines(text, shownLines)],
  };
}
