// Everything as it is shipped: built once in a test run, by the first test file that wants it.

import { execFile } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inject } from "vitest";
import { withLock } from "../../scripts/lib/fileLock.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

let built: Promise<string> | undefined;

/** The path of `dist`, which others use as well: nothing in it may be changed. It goes with the test run. */
export function builtDist(): Promise<string> {
  built ??= buildOnce(inject("buildFolder"));
  return built;
}

async function buildOnce(folder: string): Promise<string> {
  const dist = join(folder, "dist");
  const unfinished = join(folder, "unfinished");
  await withLock(join(folder, "lock"), async () => {
    if (existsSync(dist)) return;
    rmSync(unfinished, { recursive: true, force: true });
    await promisify(execFile)(process.execPath, ["build.mjs", "--outdir", unfinished], { cwd: ROOT });
    renameSync(unfinished, dist);
  });
  return dist;
}
