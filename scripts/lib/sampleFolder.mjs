// The folder that an editor opens: a copy, so that trying things out never changes a file of the checkout.

import { cpSync, existsSync, readdirSync } from "node:fs";
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

/** The file worth opening first, if the folder has one: in itself or one level below. @param {string} folder */
export function firstFile(folder) {
  const below = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== "node_modules",
  );
  const folders = [folder, ...below.map((entry) => join(folder, entry.name))];
  const names = ["playground.cfg.lua", "prosody.cfg.lua", ".env"];
  return names.flatMap((name) => folders.map((each) => join(each, name))).find((path) => existsSync(path));
}
