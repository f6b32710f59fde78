// Shows a generated command line: to be copied, put into a terminal (not run), opened as a script with its notes, or put in place of
// the old one that is selected in an editor.

import * as vscode from "vscode";
import type { Shell } from "../../../server/src/core/generate/shell/shells.ts";

export type Way = "copy" | "terminal" | "document" | "replace";

export interface GeneratedCommand {
  /** Of the question what to do with it. */
  readonly title: string;
  readonly text: string;
  /** For a terminal: a line break may run what stands before it. */
  readonly oneLine: string;
  /** Sentences on what to know about it. */
  readonly notes: readonly string[];
  readonly shell: Shell;
}

/** Without a way, the user is asked; who gives up then gets nothing. */
export async function presentCommand(command: GeneratedCommand, way: Way | undefined): Promise<void> {
  switch (way ?? (await ask(command))) {
    case "copy":
      await vscode.env.clipboard.writeText(command.text);
      await showNotes(command, vscode.l10n.t("The command is in the clipboard."));
      break;
    case "terminal":
      if (await insertIntoTerminal(command)) await showNotes(command, undefined);
      break;
    case "document":
      await openAsDocument(command);
      break;
    case "replace":
      await replaceSelected(command);
      break;
    case undefined:
      break;
  }
}

async function ask({ title, text, oneLine }: GeneratedCommand): Promise<Way | undefined> {
  const choices = [
    { label: vscode.l10n.t("$(copy) Copy"), detail: oneLine, way: "copy" as const },
    {
      label: vscode.l10n.t("$(terminal) Insert in Terminal"),
      detail: vscode.l10n.t("Not executed until you press Enter"),
      way: "terminal" as const,
    },
    {
      label: vscode.l10n.t("$(file-code) Open as Script"),
      detail: vscode.l10n.t("With notes on ports, volumes and the env file"),
      way: "document" as const,
    },
  ];
  const old = / run\b/.test(text) ? selectedCommand() : undefined;
  const replace = {
    label: vscode.l10n.t("$(replace) Replace the Selected Command"),
    detail: old === undefined ? "" : vscode.workspace.asRelativePath(old.document.uri),
    way: "replace" as const,
  };
  const picked = await vscode.window.showQuickPick(old === undefined ? choices : [...choices, replace], {
    title,
    placeHolder: vscode.l10n.t("What to do with the command?"),
  });
  return picked?.way;
}

/** Milliseconds that a new shell needs until it prompts; text sent before that shows twice. */
const SHELL_START = 1000;

/** Keys to a terminal, or able to hide what stands there: no quote keeps a shell from acting on them while it reads. A line break is fine. */
const KEYS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

async function insertIntoTerminal({ text, oneLine, shell }: GeneratedCommand): Promise<boolean> {
  const typed = shell === "sh" ? text : oneLine;
  if (KEYS.test(typed)) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t("The command contains a control character, which a terminal would execute. Open it as a script instead."),
    );
    return false;
  }
  const terminal = vscode.window.activeTerminal ?? (await newTerminal());
  terminal.show();
  terminal.sendText(typed, false);
  return true;
}

async function newTerminal(): Promise<vscode.Terminal> {
  const terminal = vscode.window.createTerminal("Prosody");
  terminal.show();
  await terminal.processId;
  await new Promise((resolve) => setTimeout(resolve, SHELL_START));
  return terminal;
}

/** The editor in which a command that starts a container is selected. */
function selectedCommand(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = activeTextEditor === undefined ? visibleTextEditors : [activeTextEditor, ...visibleTextEditors];
  return editors.find(({ document, selection }) =>
    /\b(?:docker|podman)\b(?:(?!\b(?:docker|podman)\b)[^\n])*\brun\b/.test(document.getText(selection)),
  );
}

async function replaceSelected(command: GeneratedCommand): Promise<void> {
  const editor = selectedCommand();
  if (editor === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Select the docker run command that is to be replaced."));
    return;
  }
  const { document, selection } = editor;
  // A line that ends the selection stays one.
  const end = /\r?\n$/.exec(document.getText(selection))?.[0] ?? "";
  await editor.edit((edit) => {
    edit.replace(selection, `${command.text}${end}`);
  });
  await showNotes(command, undefined);
}

async function openAsDocument({ text, notes, shell }: GeneratedCommand): Promise<void> {
  const language = shell.startsWith("cmd") ? "bat" : shell.includes("powershell") ? "powershell" : "shellscript";
  const sign = language === "bat" ? "rem" : "#";
  const remarks = notes.map((note) => `${sign} ${note}\n`).join("");
  const content = `${remarks}${remarks === "" ? "" : "\n"}${text}\n`;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** One message for all that there is to say. */
async function showNotes(command: GeneratedCommand, done: string | undefined): Promise<void> {
  const [first = ""] = command.notes;
  const count = command.notes.length;
  const about = count > 1 ? vscode.l10n.t("{0} notes on this command, for example: {1}", count, first) : first;
  const message = [done, about].filter((part) => part !== undefined && part !== "").join(" ");
  if (message === "") return;
  const open = vscode.l10n.t("Show Notes");
  const answer = await vscode.window.showInformationMessage(message, ...(count > 0 ? [open] : []));
  if (answer === open) await openAsDocument(command);
}
