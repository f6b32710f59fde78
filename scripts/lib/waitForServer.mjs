// Waits until a server that was just started answers, and shows what it printed if it never does.

import { endGroup } from "./run.mjs";
import { lastLines } from "./say.mjs";

const timeoutMs = 60_000;

/**
 * @param {string} url
 * @param {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, import("node:stream").Readable>} child
 */
export async function waitForServer(url, child) {
  let log = "";
  // Reading goes on after the start: a server whose output nobody reads stops when the pipe is full.
  const collect = (/** @type {Buffer} */ data) => (log = (log + data.toString()).slice(-20_000));
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const running = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  const deadline = Date.now() + timeoutMs;
  while (running() && Date.now() < deadline) {
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await endGroup(child);
  throw new Error(`The server at ${url} did not start:\n${lastLines(log, 20)}`);
}

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
