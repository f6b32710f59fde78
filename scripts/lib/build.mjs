// Builds the extension, the language server and the command line tool into dist/, and keeps others from reading it meanwhile.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { withLock } from "./fileLock.mjs";
import { cacheDir, root } from "./paths.mjs";
import { run } from "./run.mjs";

/** @returns {Promise<import("./run.mjs").Finished>} */
export async function build() {
  return await withDist(() => run(process.execPath, [join(root, "build.mjs")], { cwd: root, timeoutMs: 120_000 }));
}

/**
 * Does something with dist/ while no other script of this checkout builds it anew.
 *
 * @template T
 * @param {() => Promise<T>} work
 */
export async function withDist(work) {
  const key = createHash("sha256").update(root).digest("hex").slice(0, 12);
  return await withLock(join(cacheDir(), "locks", `dist-${key}`), work, { timeoutMs: 180_000 });
}
