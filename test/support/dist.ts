// Everything as it is shipped: built once per test file, into a folder of its own.

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

let built: Promise<string> | undefined;

/** The path of `dist`; it goes with the test run. */
export function builtDist(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "prosody-config-dist-"));
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const dist = join(folder, "dist");
  await promisify(execFile)(process.execPath, ["build.mjs", "--outdir", dist], { cwd: ROOT });
  return dist;
}
