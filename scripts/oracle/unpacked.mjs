// Packages of a Debian release in the user's cache, and how to start programs from there: by that release's own C library.

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cached } from "../lib/cached.mjs";
import { CannotRun } from "../lib/cannotRun.mjs";
import { shortPath } from "../lib/paths.mjs";
import { unpackDebian } from "./debianPackages.mjs";

/**
 * @param {object} what
 * @param {string} what.folder its name in the cache
 * @param {string} what.title for the progress line
 * @param {string} what.release
 * @param {readonly string[]} what.packages
 * @param {boolean} [what.alone] see debianPackages.mjs
 * @returns {Promise<string>} the folder with the packages' files
 */
export async function unpacked({ folder, title, release, packages, alone = false }) {
  if (process.platform !== "linux" || process.arch !== "x64") throw new CannotRun("that takes Linux on a 64-bit PC");
  const target = await cached(folder, `Getting ${title} from Debian ${release}`, async (unfinished) => {
    await unpackDebian({ release, packages, folder: unfinished, alone });
    for (const name of ["cache", "lists"]) rmSync(join(unfinished, name), { recursive: true, force: true });
  });
  return join(target, "root");
}

/**
 * The words in front of a program's path.
 *
 * @param {string} root
 * @param {readonly string[]} [more] folders with libraries, beside the usual ones
 * @returns {[string, ...string[]]}
 */
export function loader(root, more = []) {
  const found = ["lib64", "usr/lib64"].map((name) => join(root, name, "ld-linux-x86-64.so.2")).find((path) => existsSync(path));
  if (found === undefined) throw new CannotRun(`the packages in ${shortPath(root)} are not complete; delete that folder`);
  const libraries = ["lib/x86_64-linux-gnu", "usr/lib/x86_64-linux-gnu", ...more].map((name) => join(root, name));
  return [found, "--library-path", libraries.join(":")];
}
