// Runs other programs: always with a time limit, always in a process group of their own, so that ending one ends its children and nothing else.

import { spawn } from "node:child_process";

/** @typedef {{ readonly code: number, readonly output: string, readonly timedOut: boolean }} Finished */
/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] replaces the whole environment
 * @property {number} [timeoutMs] ten minutes when left out
 * @property {boolean} [show] also prints what the program prints, as it comes
 */

/** Process groups that are still ours to end; none outlives this process. @type {Set<number>} */
const running = new Set();
process.on("exit", () => {
  for (const pid of running) signalGroup(pid, "SIGKILL");
});

/**
 * Starts a program in its own process group.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string | undefined, env?: NodeJS.ProcessEnv | undefined }} [options]
 */
export function startGroup(command, args, { cwd, env } = {}) {
  const child = spawn(command, args, { cwd, env: env ?? process.env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const pid = child.pid;
  if (pid !== undefined) {
    running.add(pid);
    child.once("exit", () => running.delete(pid));
  }
  return child;
}

/** The exit code of a program that runs; 127 where it could not be started. @param {import("node:child_process").ChildProcess} child @returns {Promise<number>} */
export function exitOf(child) {
  return new Promise((resolve) => {
    child.once("error", () => {
      resolve(127);
    });
    child.once("exit", (code) => {
      resolve(code ?? 1);
    });
  });
}

/**
 * Ends a process group: politely, and after the grace time for good.
 *
 * @param {import("node:child_process").ChildProcess} child the leader of the group
 * @param {number} [graceMs]
 */
export async function endGroup(child, graceMs = 3000) {
  const pid = child.pid;
  if (pid === undefined) return;
  signalGroup(pid, "SIGTERM");
  const deadline = Date.now() + graceMs;
  while (groupAlive(pid) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 25));
  signalGroup(pid, "SIGKILL");
  running.delete(pid);
}

/**
 * Runs a program to its end and collects what it printed. A program that is not there gives code 127.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Finished>}
 */
export function run(command, args, { cwd, env, timeoutMs = 600_000, show = false } = {}) {
  return new Promise((resolve) => {
    const child = startGroup(command, args, { cwd, env });
    let output = "";
    let timedOut = false;
    /** @param {Buffer} data */
    const collect = (data) => {
      output += data.toString();
      if (show) process.stdout.write(data);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    const timer = setTimeout(() => {
      timedOut = true;
      output += `\n${command} was stopped: it took more than ${Math.round(timeoutMs / 1000)} seconds.\n`;
      void endGroup(child);
    }, timeoutMs);
    child.once("error", (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${output}${error.message}\n`, timedOut });
    });
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output, timedOut });
    });
  });
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}

/** @param {number} pid */
function groupAlive(pid) {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
