// The folder that an editor opens: a copy, so that trying things out never changes a file of the checkout.

import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {string} from
 * @param {import("./throwAway.mjs").ThrowAway} place
 * @param {string} name of the copy: what the editor's window shows
 */
export function copyFolder(from, place, name) {
  const folder = join(place.dir, name);
  cpSync(from, folder, { recursive: true });
  return folder;
}

/** The file worth opening first, if the folder has one. @param {string} folder */
export function firstFile(folder) {
  return ["prosody.cfg.lua", "prosody/prosody.cfg.lua", ".env"]
    .map((name) => join(folder, name))
    .find((path) => existsSync(path));
}
