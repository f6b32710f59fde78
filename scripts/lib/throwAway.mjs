// Throw-away folders: an editor that runs inside one writes nothing to the user's own home, settings or temporary files.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {{ readonly dir: string, readonly env: NodeJS.ProcessEnv, readonly remove: () => void }} ThrowAway */

/** Variables that would lead a new editor back to one that is already open, or change how it starts. */
const foreign = /^(VSCODE_|ELECTRON_|CODE_SERVER_|CS_DISABLE_|npm_|NODE_OPTIONS$|PORT$|PASSWORD$|HASHED_PASSWORD$)/;

/**
 * A new folder, and an environment in which it is home. It is removed when this process ends, if not before.
 * Its path is kept short: sockets inside it may only have about a hundred characters.
 *
 * @returns {ThrowAway}
 */
export function throwAway() {
  const dir = mkdtempSync(join(tmpdir(), "prosody-"));
  const remove = () => {
    process.off("exit", remove);
    try {
      rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // Something still writes into it; it is in the folder for temporary files, which the system empties.
    }
  };
  process.once("exit", remove);

  /** @type {NodeJS.ProcessEnv} */
  const env = {};
  for (const [name, value] of Object.entries(process.env)) if (!foreign.test(name)) env[name] = value;
  const homes = { HOME: "home", TMPDIR: "tmp", XDG_CONFIG_HOME: "config", XDG_DATA_HOME: "data", XDG_CACHE_HOME: "cache" };
  for (const [name, folder] of Object.entries({ ...homes, XDG_STATE_HOME: "state", XDG_RUNTIME_DIR: "run" })) {
    env[name] = join(dir, folder);
    mkdirSync(join(dir, folder), { mode: 0o700 });
  }
  return { dir, env, remove };
}
