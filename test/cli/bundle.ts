// The command line tool as it is shipped, with a language server that only says how it was started.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtDist } from "../support/dist.ts";

/** Stands in for the language server. */
const SERVER = `process.stdout.write(JSON.stringify(process.argv.slice(2)) + "\\n");`;

let bundled: Promise<string> | undefined;

/** Path of cli.cjs. */
export function bundledCli(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const dist = await builtDist();
  writeFileSync(join(dist, "server.cjs"), SERVER);
  return join(dist, "cli.cjs");
}
