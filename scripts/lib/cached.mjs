// What was got once stays in the user's cache folder, for all checkouts: it comes into a folder of its own and is moved there when it is
// whole. Safe when two processes want it at the same time.

import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./fileLock.mjs";
import { cacheDir, shortPath } from "./paths.mjs";
import { duration, say } from "./say.mjs";

/**
 * @param {string} name of its folder; another one when the way of getting it changes
 * @param {string} announce the progress line before it is got: "Getting Prosody from Debian trixie"
 * @param {(folder: string) => Promise<void>} get fills the folder
 * @returns {Promise<string>} the folder
 */
export async function cached(name, announce, get) {
  const target = join(cacheDir(), name);
  if (existsSync(target)) return target;
  const onWait = () => {
    say("Another process is installing the same; waiting for it …");
  };
  await withLock(`${target}.lock`, () => (existsSync(target) ? Promise.resolve() : fill(target, announce, get)), { onWait });
  return target;
}

/** @param {string} target @param {string} announce @param {(folder: string) => Promise<void>} get */
async function fill(target, announce, get) {
  say(`${announce} (into ${shortPath(target)}) …`);
  const begin = Date.now();
  mkdirSync(cacheDir(), { recursive: true });
  const unfinished = mkdtempSync(join(cacheDir(), "unfinished-"));
  const remove = () => {
    rmSync(unfinished, { recursive: true, force: true });
  };
  process.once("exit", remove);
  try {
    await get(unfinished);
    renameSync(unfinished, target);
  } finally {
    process.off("exit", remove);
    remove();
  }
  say(`Installed in ${duration(Date.now() - begin)}.`);
}
