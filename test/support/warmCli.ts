// The shipped command line in a process that is kept: what a start costs is paid once for each worker. A process of its own is for tests
// of what only a process has, such as an output that is closed.

import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface CliRun {
  /** Path of cli.cjs. */
  readonly cli: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: string | Uint8Array;
}

export interface CliOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const PROCESS = fileURLToPath(new URL("warmCliProcess.mjs", import.meta.url));
const TIME_LIMIT = 20_000;

let kept: ChildProcess | undefined;
/** One run at a time. */
let last: Promise<unknown> = Promise.resolve();

export function runWarmCli(run: CliRun): Promise<CliOutcome> {
  const outcome = last.then(() => runOnce(run));
  last = outcome.catch(() => undefined);
  return outcome;
}

function runOnce({ stdin, ...run }: CliRun): Promise<CliOutcome> {
  const child = (kept ??= start());
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill(), TIME_LIMIT);
    const settled = (): void => {
      clearTimeout(timer);
      child.off("message", answered).off("exit", ended);
    };
    const answered = (answer: unknown): void => {
      settled();
      resolve(answer as CliOutcome);
    };
    const ended = (code: number | null, signal: string | null): void => {
      settled();
      kept = undefined;
      reject(new Error(`the command line ended by itself (${signal ?? String(code)})`));
    };
    child.on("message", answered).on("exit", ended);
    child.send({ ...run, stdin: Buffer.from(stdin).toString("base64") });
  });
}

function start(): ChildProcess {
  const child = fork(PROCESS, { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] });
  // Nobody waits for it when the tests are over.
  child.unref();
  child.channel?.unref();
  return child;
}
