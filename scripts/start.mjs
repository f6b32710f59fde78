// `npm start`: from a fresh checkout to an editor with the extension in it. Installs what is missing, builds, and opens a sample folder.
// Uses nothing but Node and files beside it, since node_modules may not be there yet.

import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./lib/build.mjs";
import { CannotRun } from "./lib/cannotRun.mjs";
import { addressOf, extensionsDir, startCodeServer } from "./lib/codeServer.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { findDesktop, openDesktop } from "./lib/desktop.mjs";
import { ensureEditor } from "./lib/installEditor.mjs";
import { onStop } from "./lib/onStop.mjs";
import { root } from "./lib/paths.mjs";
import { runMain } from "./lib/runMain.mjs";
import { copyFolder, firstFile } from "./lib/sampleFolder.mjs";
import { lastLines, say } from "./lib/say.mjs";
import { stageExtension } from "./lib/stageExtension.mjs";
import { throwAway } from "./lib/throwAway.mjs";

const help = `Usage: npm start [-- OPTIONS]

Builds the extension and opens a sample Prosody configuration in an editor with it.
The editor is VS Code in the browser; it is installed once, into ~/.cache/prosody-config.

  --folder DIR   open DIR itself, in place of a copy of examples/
  --port PORT    listen on this port of 127.0.0.1, in place of any free one
  --desktop      use the desktop VS Code on this machine (found in PATH, or named by VSCODE_PATH)
  --help         show this text`;

/** @returns {Promise<number>} the exit code */
async function main() {
  const { values } = parseArgs({
    options: { folder: { type: "string" }, port: { type: "string" }, desktop: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help === true) {
    say(help);
    return 0;
  }
  const port = values.port === undefined ? undefined : portNumber(values.port);
  // npm runs scripts in the checkout, and keeps the folder where the user stood in INIT_CWD.
  const given = values.folder === undefined ? undefined : resolve(process.env["INIT_CWD"] ?? process.cwd(), values.folder);
  if (given !== undefined && !(existsSync(given) && statSync(given).isDirectory()))
    throw new CannotRun(`There is no folder ${given}.`);

  const desktop = values.desktop === true ? findDesktop() : undefined;
  if (values.desktop === true && desktop === undefined) {
    say("No desktop VS Code was found in PATH or VSCODE_PATH; opening the editor in the browser instead.");
  }
  await ensureDependencies();
  const editor = desktop === undefined ? await ensureEditor() : undefined;

  say("Building the extension …");
  const built = await build();
  if (built.code !== 0) throw new CannotRun(`The build failed:\n${lastLines(built.output, 40)}`);

  const place = throwAway();
  const folder = given ?? copyFolder(join(root, "examples"), place, "prosody-examples");
  const where =
    given === undefined ? `Opening a copy of examples/ in ${folder}; it is deleted at the end.` : `Opening ${folder}.`;
  say(where);
  if (editor === undefined) return desktop === undefined ? 1 : await openDesktop(desktop, place, folder);

  await stageExtension(extensionsDir(place));
  const server = await startCodeServer(editor, place, { port, folder });
  const file = firstFile(folder);
  say(`\nOpen ${addressOf(server, folder, file === undefined ? [] : [["openFile", file]])}\n\nCtrl+C stops it.`);
  // Ctrl+C is how it is meant to end, so from here on it is a success.
  /** @type {Promise<number>} */
  const stopped = new Promise((done) => {
    onStop(() => {
      done(0);
    });
  });
  const code = await Promise.race([server.exited, stopped]);
  await server.stop();
  if (code !== 0) say("The editor has ended by itself.");
  return code;
}

/** @param {string} text */
function portNumber(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new CannotRun(`${text} is not a port: give a number from 1 to 65535.`);
  return port;
}

await runMain(main);
