// "Prosody: Generate docker run Command": asks the server for the line that belongs to the file in front of the user, and shows it.

import * as vscode from "vscode";
import { DOCKER_RUN_REQUEST } from "../../../server/src/protocol.ts";
import type { DockerRunParams, DockerRunResult } from "../../../server/src/protocol.ts";
import { isConfig, isEnvFile } from "../documents.ts";
import type { StartedClient } from "../start.ts";
import { presentCommand } from "./presentCommand.ts";
import type { Way } from "./presentCommand.ts";

export const DOCKER_RUN_COMMAND = "prosody.generateDockerRun";

/** What to do with the command; without it the user is asked. `return` only hands it back to the caller. */
interface Arguments {
  readonly show?: Way | "return";
}

export function registerDockerRun(client: StartedClient): vscode.Disposable {
  return vscode.commands.registerCommand(DOCKER_RUN_COMMAND, async (given?: unknown) => {
    const { show } = argumentsOf(given);
    const document = await findDocument();
    if (document === undefined) return undefined;
    if (document.isUntitled) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Save the file first: the container reads it from the disk."));
      return undefined;
    }
    const shell = shellOf(document);
    const make = async (oneLine: boolean): Promise<DockerRunResult> => {
      const params: DockerRunParams = { uri: document.uri.toString(), path: pathOnLine(document), shell, oneLine };
      return (await client()).sendRequest<DockerRunResult>(DOCKER_RUN_REQUEST, params);
    };
    const result = await make(false);
    if (!result.ok) {
      void vscode.window.showWarningMessage(vscode.l10n.t("Prosody: {0}", result.reason));
      return undefined;
    }
    const notes = document.isDirty
      ? [vscode.l10n.t("The file has changes that are not saved yet."), ...result.notes]
      : result.notes;
    if (show !== "return") await presentCommand({ text: result.text, notes, shell, make }, show);
    return result.text;
  });
}

const WAYS = ["return", "copy", "terminal", "document"] as const;

function argumentsOf(given: unknown): Arguments {
  const show: unknown = typeof given === "object" && given !== null && "show" in given ? given.show : undefined;
  const known = WAYS.find((way) => way === show);
  return known === undefined ? {} : { show: known };
}

/** The file in front of the user; else the only candidate of the workspace, or the one the user picks. Says when there is none. */
async function findDocument(): Promise<vscode.TextDocument | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  if (active !== undefined && (isConfig(active) || isEnvFile(active))) return active;
  const found = await vscode.workspace.findFiles("{**/.env,**/*.env,**/prosody.cfg.lua}", "**/node_modules/**", 50);
  const [only] = found;
  if (only === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Open a prosody.cfg.lua or an env file with PROSODY_ variables first: the command is made for it."),
    );
    return undefined;
  }
  if (found.length === 1) return vscode.workspace.openTextDocument(only);
  const picked = await vscode.window.showQuickPick(
    found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri })).sort((a, b) => (a.label < b.label ? -1 : 1)),
    { title: vscode.l10n.t("Generate docker run Command"), placeHolder: vscode.l10n.t("For which file?") },
  );
  return picked === undefined ? undefined : vscode.workspace.openTextDocument(picked.uri);
}

/** Relative to the workspace folder, where a new terminal starts; docker wants `./` before a relative file to mount. */
function pathOnLine(document: vscode.TextDocument): string {
  if (vscode.workspace.getWorkspaceFolder(document.uri) !== undefined) {
    return `./${vscode.workspace.asRelativePath(document.uri, false)}`;
  }
  return document.uri.scheme === "file" ? document.uri.fsPath : document.uri.path;
}

type Shell = NonNullable<DockerRunParams["shell"]>;

const SHELLS: readonly Shell[] = ["sh", "fish", "powershell", "windows-powershell", "cmd"];

const PROGRAMS: Readonly<Record<string, Shell>> = {
  fish: "fish",
  pwsh: "powershell",
  powershell: "windows-powershell",
  cmd: "cmd",
};

/** With the setting on `auto`, the shell of this machine's terminal decides. */
function shellOf(document: vscode.TextDocument): Shell {
  const setting = vscode.workspace.getConfiguration("prosody", document).get<string>("docker.shell");
  const chosen = SHELLS.find((shell) => shell === setting);
  const program = /([^\\/]+?)(?:\.exe)?$/i.exec(vscode.env.shell)?.[1]?.toLowerCase() ?? "";
  return chosen ?? PROGRAMS[program] ?? "sh";
}
