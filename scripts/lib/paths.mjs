// Where things are: the checkout, the folder for test results, and the user's cache folder, where the editor is installed once for all clones.

import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout: the folder that holds package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Screenshots, logs and bundled test suites; ignored by git. */
export const resultsDir = join(root, "test-results");

/** @returns {string} the folder in the user's cache that belongs to this project */
export function cacheDir() {
  const base = process.env["XDG_CACHE_HOME"];
  return join(base?.startsWith("/") === true ? base : join(homedir(), ".cache"), "prosody-config");
}

/**
 * A path as a person would write it: with `~` for the home folder.
 *
 * @param {string} path
 */
export function shortPath(path) {
  const home = homedir();
  return path === home || path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
