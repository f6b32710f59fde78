// Starts code-server on 127.0.0.1 inside a throw-away folder, and writes the addresses that make it open a folder, a file or a test suite.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotRun } from "./cannotRun.mjs";
import { freePort, isFree } from "./freePort.mjs";
import { endGroup, exitOf, run, startGroup } from "./run.mjs";
import { lastLines } from "./say.mjs";
import { waitForServer } from "./waitForServer.mjs";

/** @typedef {import("./installEditor.mjs").Editor} Editor */
/** @typedef {import("./throwAway.mjs").ThrowAway} ThrowAway */
/** @typedef {{ readonly port: number, readonly authority: string, readonly exited: Promise<number>, readonly stop: () => Promise<void> }} CodeServer */

/** No telemetry, no questions, no news: the window shows the workspace and nothing else. */
const calmSettings = {
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "git.enabled": false,
  "json.schemaDownload.enable": false,
  "npm.fetchOnlinePackageInfo": false,
};

/**
 * @param {Editor} editor
 * @param {ThrowAway} place
 * @param {{ port?: number | undefined, settings?: object, env?: NodeJS.ProcessEnv, testDriver?: boolean, folder?: string }} [options] `folder`: what the bare address opens
 * @returns {Promise<CodeServer>}
 */
export async function startCodeServer(editor, place, { port, settings = {}, env = {}, testDriver = false, folder } = {}) {
  const userDir = join(place.dir, "user-data", "User");
  mkdirSync(userDir, { recursive: true });
  writeFileSync(join(userDir, "settings.json"), JSON.stringify({ ...calmSettings, ...settings }, null, 2));

  const chosen = port ?? (await freePort());
  if (port !== undefined && !(await isFree(port)))
    throw new CannotRun(`Port ${port} is in use: name another one, or leave --port out.`);
  const child = startGroup(
    editor.node,
    [
      ...entryAndFolders(editor, place),
      ...[
        "--bind-addr",
        `127.0.0.1:${chosen}`,
        "--auth",
        "none",
        "--disable-telemetry",
        "--disable-update-check",
        "--disable-proxy",
      ],
      ...["--disable-workspace-trust", "--disable-getting-started-override", "--app-name", "Prosody Configuration"],
      ...(testDriver ? ["--vscode-option", "enable-smoke-test-driver"] : []),
      ...(folder === undefined ? [] : [folder]),
    ],
    { cwd: place.dir, env: { ...environment(place), ...env } },
  );
  const exited = exitOf(child);

  await waitForServer(`http://127.0.0.1:${chosen}/healthz`, child);
  return { port: chosen, authority: `127.0.0.1:${chosen}`, exited, stop: () => endGroup(child) };
}

/**
 * Installs a packaged extension for the editor that will run in the same place.
 *
 * @param {Editor} editor
 * @param {ThrowAway} place
 * @param {string} vsix
 */
export async function installExtension(editor, place, vsix) {
  const args = [...entryAndFolders(editor, place), "--install-extension", vsix];
  const { code, output } = await run(editor.node, args, { cwd: place.dir, env: environment(place), timeoutMs: 60_000 });
  if (code !== 0) throw new Error(`The editor did not install ${vsix}:\n${lastLines(output, 20)}`);
}

/** Where the editor of a place looks for extensions. @param {ThrowAway} place */
export function extensionsDir(place) {
  return join(place.dir, "extensions");
}

/**
 * The address that opens a folder, with further instructions for the workbench.
 *
 * @param {CodeServer} server
 * @param {string} folder
 * @param {readonly (readonly [string, string])[]} [payload] pairs of key and absolute path, for example `["openFile", "/a/b"]`
 */
export function addressOf(server, folder, payload = []) {
  const query = [`folder=${encodeURI(folder)}`];
  const remote = payload.map(([key, path]) => [key, `vscode-remote://${server.authority}${path}`]);
  if (remote.length > 0) query.push(`payload=${encodeURIComponent(JSON.stringify(remote))}`);
  return `http://${server.authority}/?${query.join("&")}`;
}

/**
 * @param {Editor} editor
 * @param {ThrowAway} place
 */
function entryAndFolders(editor, place) {
  const config = join(place.dir, "code-server.yaml");
  writeFileSync(config, "auth: none\n");
  return [
    editor.entry,
    "--config",
    config,
    "--user-data-dir",
    join(place.dir, "user-data"),
    "--extensions-dir",
    extensionsDir(place),
  ];
}

/** An empty gallery keeps the editor from asking a marketplace. @param {ThrowAway} place */
function environment(place) {
  return { ...place.env, EXTENSIONS_GALLERY: "{}" };
}
