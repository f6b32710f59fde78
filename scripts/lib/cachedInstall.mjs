// Installs a folder of npm packages into the user's cache, once for all clones: keyed by its lock file, complete or not there at all.

import { createHash } from "node:crypto";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cached } from "./cached.mjs";
import { npm } from "./npm.mjs";
import { root } from "./paths.mjs";

/** Raise when the way of installing changes, so that older installations are left aside. */
const recipe = 2;

/**
 * @param {object} what
 * @param {"server" | "browser"} what.name a folder below scripts/editor
 * @param {string} what.announce the progress line before it starts
 * @param {(folder: string) => void | Promise<void>} [what.finish] further steps after `npm ci`
 * @returns {Promise<string>} the folder with node_modules in it
 */
export async function cachedInstall({ name, announce, finish }) {
  return await cached(nameOf(name), announce, async (folder) => {
    for (const file of ["package.json", "package-lock.json", ".npmrc"])
      copyFileSync(join(root, "scripts", "editor", name, file), join(folder, file));
    await npm(folder, ["ci", "--ignore-scripts", "--omit=dev"]);
    await finish?.(folder);
  });
}

/** @param {string} name */
function nameOf(name) {
  const hash = createHash("sha256").update(`${recipe} ${process.platform} ${process.arch}\n`);
  for (const file of ["package.json", "package-lock.json"])
    hash.update(readFileSync(join(root, "scripts", "editor", name, file)));
  return `${name}-${hash.digest("hex").slice(0, 12)}`;
}
