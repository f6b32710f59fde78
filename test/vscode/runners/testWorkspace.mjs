// The folder in which the suite runs: a copy of test/vscode/workspace. Its configurations carry another name at first, so that the
// suite sees an editor to which nothing of ours belongs, and then one to which they do.

import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../scripts/lib/paths.mjs";
import { copyFolder } from "../../../scripts/lib/sampleFolder.mjs";

/** @param {import("../../../scripts/lib/throwAway.mjs").ThrowAway} place */
export function testWorkspace(place) {
  const folder = copyFolder(join(root, "test", "vscode", "workspace"), place, "workspace");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (name.endsWith(".cfg.lua")) renameSync(join(folder, name), join(folder, `${name}.later`));
  }
  return folder;
}
