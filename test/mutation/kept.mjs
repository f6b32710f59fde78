// Keeps a runner of mutants, and ends it when a mutant keeps it busy for ever: nothing else stops a loop in a thread.

import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @typedef {import("./runner.mjs").Order} Order */
/** @typedef {import("./runner.mjs").Verdict} Verdict */

const RUNNER = fileURLToPath(new URL("runner.mjs", import.meta.url));
/** Milliseconds of processor time. */
const MOST_BUSY = 120_000;
/** By the clock, for what waits and does nothing. */
const LONGEST = 600_000;
const LOOK_MS = 500;

/** @type {import("node:child_process").ChildProcess | undefined} */
let kept;

/**
 * @param {Order} order
 * @returns {Promise<Verdict | "hangs">}
 */
export async function runKept(order) {
  const child = (kept ??= await start());
  const began = busy(child.pid);
  const since = Date.now();
  return new Promise((resolve) => {
    const end = (/** @type {Verdict | "hangs"} */ verdict) => {
      clearInterval(timer);
      child.removeAllListeners("message").removeAllListeners("exit");
      resolve(verdict);
    };
    const timer = setInterval(() => {
      if (busy(child.pid) - began > MOST_BUSY || Date.now() - since > LONGEST) child.kill("SIGKILL");
    }, LOOK_MS);
    child.once("message", (verdict) => {
      end(/** @type {Verdict} */ (verdict));
    });
    child.once("exit", () => {
      kept = undefined;
      end("hangs");
    });
    child.send(order);
  });
}

export function endKept() {
  kept?.disconnect();
  kept = undefined;
}

/** @returns {Promise<import("node:child_process").ChildProcess>} */
function start() {
  const child = fork(RUNNER, { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] });
  return new Promise((resolve, reject) => {
    child.once("message", () => {
      child.removeAllListeners("exit");
      resolve(child);
    });
    child.once("exit", () => {
      reject(new Error("the runner of mutants did not start"));
    });
  });
}

/** Processor time of a process in milliseconds; none where there is no /proc, so that only the clock counts. @param {number | undefined} pid */
function busy(pid) {
  try {
    const stat = readFileSync(`/proc/${pid ?? 0}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(stat[11]) + Number(stat[12])) * 10;
  } catch {
    return 0;
  }
}
