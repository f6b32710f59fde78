// The product as it is shipped, built for the benchmarks, and the servers beside it.

import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { jsonSchema } from "./provider.ts";
import { servers } from "./servers.ts";

/** The bundle lies in test-results/bench of the checkout. */
const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../..");

export const DIST = join(HERE, "dist");

let built: Promise<unknown> | undefined;

export async function builtProduct(): Promise<string> {
  built ??= promisify(execFile)(process.execPath, ["build.mjs", "--outdir", DIST], { cwd: ROOT });
  await built;
  return DIST;
}

export async function allServers(): Promise<ReturnType<typeof servers>> {
  const schema = join(HERE, "provider.schema.json");
  mkdirSync(HERE, { recursive: true });
  writeFileSync(schema, JSON.stringify(jsonSchema()));
  return servers(HERE, await builtProduct(), pathToFileURL(schema).href);
}
