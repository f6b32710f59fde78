// Real Prosodys to compare with, in the user's cache: as Debian 13 has it (13.0) and as Debian 12 has it (0.12). Only the reader of
// their configuration and `prosodyctl check config` are run; no server is started.

import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../lib/fileLock.mjs";
import { cacheDir, root as checkout, shortPath } from "../lib/paths.mjs";
import { duration, say } from "../lib/say.mjs";
import { CannotRun } from "../lib/cannotRun.mjs";
import { unpackDebian } from "./debianPackages.mjs";

/** @typedef {{ readonly version: "0.12" | "13.0", readonly command: readonly string[], readonly prosodyctl: readonly string[], readonly env: Readonly<Record<string, string>> }} Real */

const releases = /** @type {const} */ ([
  { version: "13.0", release: "trixie", prefix: "prosody." },
  { version: "0.12", release: "bookworm", prefix: "" },
]);

/** Raise when the way of installing changes. */
const recipe = 1;

/** @returns {Promise<readonly Real[]>} */
export async function realProsodies() {
  if (process.platform !== "linux" || process.arch !== "x64") throw new CannotRun("that takes Linux on a 64-bit PC");
  const reals = [];
  for (const { version, release, prefix } of releases) reals.push(real(version, prefix, await install(release)));
  return reals;
}

/**
 * @param {string} release
 * @returns {Promise<string>} the folder with the files of its packages
 */
async function install(release) {
  const target = join(cacheDir(), `prosody-${release}-${recipe}`);
  await withLock(`${target}.lock`, async () => {
    if (existsSync(target)) return;
    say(`Getting Prosody from Debian ${release} (into ${shortPath(target)}) …`);
    const begin = Date.now();
    mkdirSync(cacheDir(), { recursive: true });
    const unfinished = mkdtempSync(join(cacheDir(), "unfinished-"));
    try {
      await unpackDebian({ release, packages: ["prosody", "lua5.4", "lua-filesystem"], folder: unfinished });
      for (const name of ["cache", "lists"]) rmSync(join(unfinished, name), { recursive: true, force: true });
      renameSync(unfinished, target);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
    say(`Got it in ${duration(Date.now() - begin)}.`);
  });
  return join(target, "root");
}

/**
 * @param {"0.12" | "13.0"} version
 * @param {string} prefix how its Lua modules are named
 * @param {string} folder
 * @returns {Real}
 */
function real(version, prefix, folder) {
  const loader = ["lib64", "usr/lib64"]
    .map((name) => join(folder, name, "ld-linux-x86-64.so.2"))
    .find((path) => existsSync(path));
  if (loader === undefined) throw new CannotRun(`the packages in ${shortPath(folder)} are not complete; delete that folder`);
  const libraries = ["lib", "usr/lib"].map((name) => join(folder, name, "x86_64-linux-gnu")).join(":");
  const lua = [loader, "--library-path", libraries, join(folder, "usr/bin/lua5.4")];
  return {
    version,
    command: [...lua, join(checkout, "scripts/oracle/dump.lua"), join(folder, "usr/lib/prosody"), prefix],
    prosodyctl: [...lua, join(checkout, "scripts/oracle/prosodyctl.lua"), folder, "--root"],
    env: {
      LUA_PATH: join(folder, "usr/share/lua/5.4/?.lua"),
      LUA_CPATH: join(folder, "usr/lib/x86_64-linux-gnu/lua/5.4/?.so"),
    },
  };
}
