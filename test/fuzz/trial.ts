// Tries one text on a target: nothing is thrown, and it takes little more processor time than an empty text.

import { cpuTime } from "../support/cpuTime.ts";
import { Broken } from "./target.ts";
import type { Target } from "./target.ts";

/** Milliseconds of processor time, for what is done at every key stroke. */
const MOST = 100;

export interface Failure {
  readonly text: string;
  /** One line. */
  readonly what: string;
}

const REFERENCE = Array.from({ length: 20_000 }, (_, i) => `${i * 7919}`);

/** Milliseconds for work that is always the same: a busy machine takes longer for all of it. */
function pace(): number {
  return cpuTime(() => new Set([...REFERENCE].sort().map((text) => text.replace(/1/g, "x"))).size);
}

const usualPace = Math.min(...[0, 1, 2, 3].map(pace));

/** Undefined: all that must hold holds. */
export async function tried(target: Target, text: string): Promise<Failure | undefined> {
  const start = process.cpuUsage();
  try {
    await target.hold(text);
  } catch (error) {
    return { text, what: said(error).replaceAll(`${process.cwd()}/`, "") };
  }
  const { user, system } = process.cpuUsage(start);
  const most = target.most ?? MOST;
  if (target.untimed === true || (user + system) / 1000 <= most) return undefined;
  // Collecting what others left and compiling what was never run before count too: only what stays slow is.
  const work = target.work ?? target.hold;
  const least = Math.min(...[0, 1, 2, 3].map(() => cpuTime(() => work(text))));
  return least > most * Math.max(1, pace() / usualPace) ? { text, what: `takes over ${most} ms` } : undefined;
}

function said(error: unknown): string {
  if (error instanceof Broken) return error.message;
  if (!(error instanceof Error)) return String(error);
  const place =
    (error.stack ?? "")
      .split("\n")
      .find((line) => /^\s+at /.test(line))
      ?.trim() ?? "";
  return `throws ${error.name}: ${error.message.split("\n")[0] ?? ""} ${place}`;
}
