// Runs the steps of `npm test`, says how each went, in their order, and adds up. Steps that keep one processor busy run side by side.

import { CannotRun } from "./cannotRun.mjs";
import { duration, heading, say } from "./say.mjs";

/** @typedef {import("./checkSteps.mjs").Step} Step */
/** @typedef {import("./checkSteps.mjs").StepResult} StepResult */

/**
 * @param {readonly Step[]} steps
 * @returns {Promise<boolean>} whether all went well
 */
export async function runSteps(steps) {
  const begin = Date.now();
  const sum = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const summary = [];
  let buildFailed = false;
  /** @type {Map<Step, Promise<TimedResult>>} */
  const begun = new Map();
  for (const [i, step] of steps.entries()) {
    heading(step.title);
    for (const one of together(steps, i)) if (!begun.has(one)) begun.set(one, timed(one, buildFailed));
    const { result, milliseconds } = await (begun.get(step) ?? timed(step, buildFailed));
    if (step.name === "build" && result.failed > 0) buildFailed = true;
    for (const line of result.lines) say(line);
    sum.passed += result.passed;
    sum.failed += result.failed;
    sum.skipped += result.skipped;
    const line = `${inWords(result).padEnd(32)} ${duration(milliseconds)}`;
    say(line);
    summary.push(`${step.title.padEnd(52)} ${line}`);
  }
  heading(`Summary, after ${duration(Date.now() - begin)}`);
  for (const line of summary) say(line);
  say("");
  say(`${sum.passed} passed, ${sum.failed} failed${sum.skipped === 0 ? "" : `, ${sum.skipped} skipped`}`);
  return sum.failed === 0;
}

/** @typedef {{ readonly result: StepResult, readonly milliseconds: number }} TimedResult */

/** The step at `i`, and the next ones that may run beside it. @param {readonly Step[]} steps @param {number} i */
function together(steps, i) {
  const [first, ...rest] = steps.slice(i);
  const end = first?.beside === true ? rest.findIndex(({ beside }) => beside !== true) : 0;
  return first === undefined ? [] : [first, ...rest.slice(0, end < 0 ? undefined : end)];
}

/** @param {Step} step @param {boolean} buildFailed @returns {Promise<TimedResult>} */
async function timed(step, buildFailed) {
  const start = Date.now();
  const result = buildFailed && step.editor ? skipped("the build failed") : await attempt(step);
  return { result, milliseconds: Date.now() - start };
}

/** @param {Step} step @returns {Promise<StepResult>} */
async function attempt(step) {
  try {
    return await step.act();
  } catch (error) {
    if (error instanceof CannotRun) return skipped(error.message);
    return { passed: 0, failed: 1, skipped: 0, lines: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

/** @param {string} reason @returns {StepResult} */
function skipped(reason) {
  return { passed: 0, failed: 0, skipped: 1, lines: [`Skipped: ${reason}`] };
}

/** @param {StepResult} result */
function inWords({ passed, failed, skipped: left }) {
  if (passed === 0 && left === 0) return failed === 0 ? "fine" : "FAILED";
  if (passed === 0 && failed === 0) return "skipped";
  return [`${passed} passed`, ...(failed === 0 ? [] : [`${failed} FAILED`]), ...(left === 0 ? [] : [`${left} skipped`])].join(
    ", ",
  );
}
