// Real Prosodys to compare with, in the user's cache: as Debian 13 has it (13.0) and as Debian 12 has it (0.12): the reader of
// their configuration, `prosodyctl check config`, and the servers themselves, which are started where they reach no network.

import { join } from "node:path";
import { root as checkout } from "../lib/paths.mjs";
import { loader, unpacked } from "./unpacked.mjs";

/** @typedef {import("../../server/src/core/schema/versions.ts").Version} Version */
/** @typedef {{ readonly version: Version, readonly command: readonly string[], readonly prosodyctl: readonly string[], readonly server: readonly string[], readonly env: Readonly<Record<string, string>> }} Real */

const releases = /** @type {const} */ ([
  { version: "13.0", release: "trixie", prefix: "prosody." },
  { version: "0.12", release: "bookworm", prefix: "" },
]);

/** Raise when the way of installing changes. */
const recipe = 2;

/** @returns {Promise<readonly Real[]>} */
export async function realProsodies() {
  const packages = ["prosody", "lua5.4", "lua-filesystem", "lua-dbi-sqlite3", "lua-ldap", "lua-unbound"];
  return Promise.all(
    releases.map(async ({ version, release, prefix }) => {
      const folder = await unpacked({ folder: `prosody-${release}-${recipe}`, title: "Prosody", release, packages });
      return real(version, prefix, folder);
    }),
  );
}

/**
 * @param {Version} version
 * @param {string} prefix how its Lua modules are named
 * @param {string} folder
 * @returns {Real}
 */
function real(version, prefix, folder) {
  const lua = [...loader(folder), join(folder, "usr/bin/lua5.4")];
  const program = [...lua, join(checkout, "scripts/oracle/program.lua"), folder];
  return {
    version,
    command: [...lua, join(checkout, "scripts/oracle/dump.lua"), join(folder, "usr/lib/prosody"), prefix],
    prosodyctl: [...program, "prosodyctl", "--root"],
    server: [...program, "prosody", "-F"],
    env: {
      LUA_PATH: join(folder, "usr/share/lua/5.4/?.lua"),
      LUA_CPATH: join(folder, "usr/lib/x86_64-linux-gnu/lua/5.4/?.so"),
    },
  };
}
