// Finds a desktop VS Code on this machine, and opens a folder in it with the extension loaded from the checkout.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { exitOf, startGroup } from "./run.mjs";
import { findProgram } from "./systemPackages.mjs";

/** @returns {string | undefined} */
export function findDesktop() {
  const named = process.env["VSCODE_PATH"];
  if (named !== undefined && named !== "") return existsSync(named) ? named : undefined;
  return ["code", "codium", "code-insiders"].map(findProgram).find((path) => path !== undefined);
}

/**
 * Opens a window with settings and extensions of its own, and waits until it is closed.
 *
 * @param {string} program
 * @param {import("./throwAway.mjs").ThrowAway} place
 * @param {string} folder
 * @returns {Promise<number>} the exit code
 */
export async function openDesktop(program, place, folder) {
  const folders = ["--user-data-dir", join(place.dir, "user-data"), "--extensions-dir", join(place.dir, "extensions")];
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const args = [
    ...folders,
    ...asRoot,
    "--wait",
    "--new-window",
    "--disable-workspace-trust",
    `--extensionDevelopmentPath=${root}`,
    folder,
  ];
  const child = startGroup(program, args);
  child.stderr.pipe(process.stderr);
  return await exitOf(child);
}
