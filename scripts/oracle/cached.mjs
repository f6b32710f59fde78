// What was got once stays in the user's cache folder, for all checkouts: it comes into a folder of its own and is moved there when it is
// whole.

import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../lib/fileLock.mjs";
import { cacheDir, shortPath } from "../lib/paths.mjs";
import { duration, say } from "../lib/say.mjs";

/**
 * @param {string} name of its folder; another one when the way of getting it changes
 * @param {string} what for the progress line: "Prosody from Debian trixie"
 * @param {(folder: string) => Promise<void>} get fills the folder
 * @returns {Promise<string>} the folder
 */
export async function cached(name, what, get) {
  const target = join(cacheDir(), name);
  await withLock(`${target}.lock`, async () => {
    if (existsSync(target)) return;
    say(`Getting ${what} (into ${shortPath(target)}) …`);
    const begin = Date.now();
    mkdirSync(cacheDir(), { recursive: true });
    const unfinished = mkdtempSync(join(cacheDir(), "unfinished-"));
    try {
      await get(unfinished);
      renameSync(unfinished, target);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
    say(`Got ${what} in ${duration(Date.now() - begin)}.`);
  });
  return target;
}
