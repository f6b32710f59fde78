// "Prosody: Generate docker run Command": asks the server for the line that belongs to the file in front of the user and offers
// to copy it, to put it into a terminal (without running it), or to open it as a document.

import * as vscode from "vscode";
import { DOCKER_RUN_REQUEST } from "../../../server/src/protocol.ts";
import type { DockerRunParams, DockerRunResult } from "../../../server/src/protocol.ts";
import { isConfig, isEnvFile } from "../documents.ts";
import type { StartedClient } from "../start.ts";

export const DOCKER_RUN_COMMAND = "prosody.generateDockerRun";

/** What to do with the command; without it the user is asked. `return` only hands it back to the caller. */
interface Arguments {
  readonly show?: "return" | "copy" | "terminal" | "document";
}

export function registerDockerRun(client: StartedClient): vscode.Disposable {
  return vscode.commands.registerCommand(DOCKER_RUN_COMMAND, async (given?: unknown) => {
    const { show } = argumentsOf(given);
    const document = await findDocument();
    if (document === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t("Open a prosody.cfg.lua or an env file with PROSODY_ variables first: the command is made for it."),
      );
      return undefined;
    }
    const params: DockerRunParams = { uri: document.uri.toString(), path: pathOnLine(document), ...shellOf(document) };
    const result = await (await client()).sendRequest<DockerRunResult>(DOCKER_RUN_REQUEST, params);
    if (!result.ok) {
      void vscode.window.showWarningMessage(vscode.l10n.t("Prosody: {0}", result.reason));
      return undefined;
    }
    if (show !== "return") await present(result, show, document);
    return result.text;
  });
}

const WAYS = ["return", "copy", "terminal", "document"] as const;

function argumentsOf(given: unknown): Arguments {
  const show: unknown = typeof given === "object" && given !== null && "show" in given ? given.show : undefined;
  const known = WAYS.find((way) => way === show);
  return known === undefined ? {} : { show: known };
}

/** The file in front of the user; else the only candidate of the workspace, or the one the user picks. */
async function findDocument(): Promise<vscode.TextDocument | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  if (active !== undefined && (isConfig(active) || isEnvFile(active))) return active;
  const found = await vscode.workspace.findFiles("{**/.env,**/*.env,**/prosody.cfg.lua}", "**/node_modules/**", 50);
  const [only] = found;
  if (only === undefined) return undefined;
  if (found.length === 1) return vscode.workspace.openTextDocument(only);
  const picked = await vscode.window.showQuickPick(
    found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri })),
    { title: vscode.l10n.t("Generate docker run Command"), placeHolder: vscode.l10n.t("For which file?") },
  );
  return picked === undefined ? undefined : vscode.workspace.openTextDocument(picked.uri);
}

/** Relative to the workspace folder, where a new terminal starts; docker wants `./` before a relative file to mount. */
function pathOnLine(document: vscode.TextDocument): string {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined || document.uri.scheme === "untitled")
    return document.uri.scheme === "file" ? document.uri.fsPath : document.uri.path;
  return `./${vscode.workspace.asRelativePath(document.uri, false)}`;
}

const SHELLS: Readonly<Record<string, DockerRunParams["shell"]>> = {
  fish: "fish",
  pwsh: "powershell",
  powershell: "windows-powershell",
  cmd: "cmd",
};

/** With the setting on `auto`, the shell of this machine's terminal decides; the server knows only the setting. */
function shellOf(document: vscode.TextDocument): Pick<DockerRunParams, "shell"> {
  const setting = vscode.workspace.getConfiguration("prosody", document).get<string>("docker.shell", "auto");
  if (setting !== "auto") return {};
  const program = /([^\\/]+?)(?:\.exe)?$/i.exec(vscode.env.shell)?.[1]?.toLowerCase() ?? "";
  return { shell: SHELLS[program] ?? "sh" };
}

async function present(
  result: DockerRunResult & { ok: true },
  show: Arguments["show"],
  document: vscode.TextDocument,
): Promise<void> {
  const chosen = show ?? (await ask(result.text));
  switch (chosen) {
    case "copy":
      await vscode.env.clipboard.writeText(result.text);
      void vscode.window.showInformationMessage(vscode.l10n.t("The docker run command is in the clipboard."));
      break;
    case "terminal": {
      const terminal = vscode.window.activeTerminal ?? (await newTerminal());
      terminal.show();
      // Not executed: the user looks at it and presses Enter.
      terminal.sendText(result.text, false);
      break;
    }
    case "document": {
      const language = languageOf(document);
      const notes = result.notes.map((note) => `${language === "bat" ? "rem" : "#"} ${note}`).join("\n");
      const content = notes === "" ? `${result.text}\n` : `${notes}\n\n${result.text}\n`;
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
      break;
    }
    default:
      return;
  }
  // The document shows the notes itself.
  if (chosen !== "document" && result.notes.length > 0) await showNotes(result, document);
}

/** Milliseconds that a shell needs until it prompts; text sent before that shows twice. */
const SHELL_START = 1000;

async function newTerminal(): Promise<vscode.Terminal> {
  const terminal = vscode.window.createTerminal("Prosody");
  terminal.show();
  await terminal.processId;
  await new Promise((resolve) => setTimeout(resolve, SHELL_START));
  return terminal;
}

async function ask(text: string): Promise<Arguments["show"]> {
  const choices = [
    { label: vscode.l10n.t("$(copy) Copy"), detail: firstLine(text), show: "copy" as const },
    {
      label: vscode.l10n.t("$(terminal) Insert in Terminal"),
      detail: vscode.l10n.t("Not executed until you press Enter"),
      show: "terminal" as const,
    },
    {
      label: vscode.l10n.t("$(file-code) Open as Document"),
      detail: vscode.l10n.t("With notes on ports, volumes and the env file"),
      show: "document" as const,
    },
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t("Generate docker run Command"),
    placeHolder: vscode.l10n.t("What to do with the command?"),
  });
  return picked?.show;
}

/** Language of the document that shows the command. */
function languageOf(document: vscode.TextDocument): string {
  const shell = shellOf(document).shell ?? vscode.workspace.getConfiguration("prosody", document).get<string>("docker.shell");
  return shell === "cmd" ? "bat" : shell?.includes("powershell") === true ? "powershell" : "shellscript";
}

function firstLine(text: string): string {
  return text.replace(/\s*\\?\n\s*/g, " ").slice(0, 120);
}

async function showNotes(result: DockerRunResult & { ok: true }, document: vscode.TextDocument): Promise<void> {
  const open = vscode.l10n.t("Show Notes");
  const count = result.notes.length;
  const message =
    count === 1
      ? (result.notes[0] ?? "")
      : vscode.l10n.t("{0} notes on this command, for example: {1}", count, result.notes[0] ?? "");
  if ((await vscode.window.showInformationMessage(message, open)) === open) await present(result, "document", document);
}
