// The command line tool as it is shipped, and a copy with a language server that only says how it was started.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { builtDist } from "../support/dist.ts";

/** Stands in for the language server. */
const SERVER = `process.stdout.write(JSON.stringify(process.argv.slice(2)) + "\\n");`;

/** Path of cli.cjs. */
export async function bundledCli(): Promise<string> {
  return join(await builtDist(), "cli.cjs");
}

/** Path of a cli.cjs with another server; for one test. */
export async function cliWithOtherServer(): Promise<string> {
  const dist = await builtDist();
  const folder = mkdtempSync(join(tmpdir(), "prosody-config-server-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  cpSync(dist, folder, { recursive: true });
  writeFileSync(join(folder, "server.mjs"), SERVER);
  return join(folder, "cli.cjs");
}
