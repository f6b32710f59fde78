// Checking one text, for the first time in a fresh process and again in a warm one, beside the bare parser of Lua and beside the services
// for JSON and YAML, which check the same facts in theirs.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { CHECKERS } from "./checkers.ts";
import type { Checker } from "./checkers.ts";
import type { Fresh } from "./fresh.ts";
import type { Cell, Options, Part } from "./report.ts";
import { measuredOf, ratio } from "./statistics.ts";
import type { Measured } from "./statistics.ts";

/** Lines of Lua, and fresh processes that check them. */
const SIZES = [
  { lines: 100, rounds: 5 },
  { lines: 1_000, rounds: 5 },
  { lines: 10_000, rounds: 3 },
  { lines: 100_000, rounds: 3 },
];
/** What takes longer is not measured. */
const TIME_LIMIT_MS = 120_000;

interface Times {
  readonly cold: Measured;
  readonly warm: Measured | undefined;
}

export async function checking({ most }: Options): Promise<Part> {
  const rows: (readonly Cell[])[] = [];
  const failures: string[] = [];
  for (const { lines, rounds } of SIZES.filter((size) => size.lines <= most)) {
    const bare = await timesOf("luaparse", lines, rounds);
    for (const checker of Object.keys(CHECKERS) as Checker[]) {
      const times = checker === "luaparse" ? bare : await timesOf(checker, lines, rounds);
      const { title } = CHECKERS[checker];
      if (times === undefined || bare === undefined) {
        rows.push([`${lines} lines: ${title}`, `over ${TIME_LIMIT_MS / 1000} s`, "", "", ""]);
        failures.push(`${title} takes more than ${TIME_LIMIT_MS / 1000} s for ${lines} lines`);
        continue;
      }
      const warm = times.warm === undefined || bare.warm === undefined ? ["", ""] : [times.warm, ratio(times.warm, bare.warm)];
      rows.push([`${lines} lines: ${title}`, times.cold, ratio(times.cold, bare.cold), ...warm]);
    }
  }
  return {
    id: "checking",
    title: "Checking one text",
    columns: ["what", "first, ms", "× luaparse", "again, ms", "× luaparse"],
    rows,
    notes: ["The services for JSON and YAML check the same facts, written in their language, against a schema."],
    failures,
  };
}

async function timesOf(checker: Checker, lines: number, rounds: number): Promise<Times | undefined> {
  const runs: Fresh[] = [];
  for (let round = 0; round < rounds; round++) {
    const run = await freshRun(checker, lines);
    if (run === undefined) return undefined;
    if (run.found === 0) throw new Error(`${checker} found nothing in ${lines} lines`);
    runs.push(run);
  }
  const warm = runs.flatMap((run) => run.warm);
  return { cold: measuredOf(runs.map(({ cold }) => cold)), warm: warm.length === 0 ? undefined : measuredOf(warm) };
}

/** Undefined when it takes too long. */
async function freshRun(checker: Checker, lines: number): Promise<Fresh | undefined> {
  const script = fileURLToPath(new URL("fresh.mjs", import.meta.url));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, checker, String(lines)], { timeout: TIME_LIMIT_MS });
    return JSON.parse(stdout) as Fresh;
  } catch (error) {
    if (error instanceof Error && "killed" in error && error.killed === true) return undefined;
    throw error;
  }
}
