// The benchmarks: which parts there are, which are asked for, and where their results go.

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checking } from "./checking.ts";
import { doubling } from "./doubling.ts";
import { folders } from "./folders.ts";
import { keystrokes } from "./keystrokes.ts";
import { plainTable } from "./report.ts";
import type { Options, Part } from "./report.ts";
import { starting } from "./starting.ts";
import { writeResults } from "./write.ts";

const PARTS: Readonly<Record<string, (options: Options) => Part | Promise<Part>>> = {
  checking,
  keystrokes,
  starting,
  folders,
  doubling,
};

const HELP = `Usage: npm run bench [-- PART… OPTIONS]

Measures processor time. Parts: ${Object.keys(PARTS).join(", ")}; all when none is named.

  --most N     no texts with more lines, no folders with more files
  --json FILE  writes the results with every sample
  --write      puts the tables into docs/performance.md
  --help       shows this text`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      most: { type: "string", default: "Infinity" },
      json: { type: "string" },
      write: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  const unknown = positionals.find((name) => !Object.hasOwn(PARTS, name));
  if (values.help === true || unknown !== undefined) {
    console.log(unknown === undefined ? HELP : `There is no part ${unknown}.\n\n${HELP}`);
    return unknown === undefined ? 0 : 1;
  }
  const results: Part[] = [];
  for (const [name, run] of Object.entries(PARTS)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const part = await run({ most: Number(values.most) });
    results.push(part);
    console.log(`\n${part.title}\n\n${plainTable(part)}\n${part.notes.join("\n")}`);
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
  if (values.write === true) await writeResults(results);
  const failures = results.flatMap((part) => part.failures);
  for (const failure of failures) console.log(`FAILED ${failure}`);
  return failures.length === 0 ? 0 : 1;
}

process.exitCode = await main();
