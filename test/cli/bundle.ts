// The command line tool as it is shipped, bundled once per test run of a file: cli.cjs with knowledge.json beside it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { readKnowledge } from "../../scripts/knowledge.mjs";

const MAIN = join(dirname(fileURLToPath(import.meta.url)), "../../server/src/cli/main.ts");

/** Stands in for the language server: says how it was started. */
const SERVER = `process.stdout.write(JSON.stringify(process.argv.slice(2)) + "\\n");`;

let bundled: Promise<string> | undefined;

/** Path of cli.cjs. */
export function bundledCli(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "prosody-config-cli-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const dist = join(folder, "dist");
  mkdirSync(dist);
  const outfile = join(dist, "cli.cjs");
  await build({
    entryPoints: [MAIN],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    mainFields: ["module", "main"],
    banner: { js: "#!/usr/bin/env node" },
    logLevel: "error",
  });
  const { community, ...knowledge } = readKnowledge();
  writeFileSync(join(dist, "knowledge.json"), JSON.stringify(knowledge));
  writeFileSync(join(dist, "community.json"), JSON.stringify(community));
  writeFileSync(join(dist, "server.cjs"), SERVER);
  return outfile;
}
