// The file that a container is made for: the one in front of the user, the only candidate of the workspace, or the one the user picks.

import * as vscode from "vscode";
import { isConfig, isEnvFile } from "../documents.ts";

/** Undefined when there is none or the user gave up; says so in the first case. */
export async function findSource(title: string): Promise<vscode.TextDocument | undefined> {
  const document = await candidate(title);
  if (document?.isUntitled !== true) return document;
  void vscode.window.showInformationMessage(vscode.l10n.t("Save the file first: the container reads it from the disk."));
  return undefined;
}

async function candidate(title: string): Promise<vscode.TextDocument | undefined> {
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
    { title, placeHolder: vscode.l10n.t("For which file?") },
  );
  return picked === undefined ? undefined : vscode.workspace.openTextDocument(picked.uri);
}

/** Relative to the workspace folder, where a new terminal starts; docker wants `./` before a relative file to mount. */
export function pathOnLine(uri: vscode.Uri): string {
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) return `./${vscode.workspace.asRelativePath(uri, false)}`;
  return uri.scheme === "file" ? uri.fsPath : uri.path;
}

/** Notes on what is written, with what the editor knows besides. */
export function withUnsaved(document: vscode.TextDocument, notes: readonly string[]): readonly string[] {
  return document.isDirty ? [vscode.l10n.t("The file has changes that are not saved yet."), ...notes] : notes;
}

export function warn(reason: string): void {
  void vscode.window.showWarningMessage(vscode.l10n.t("Prosody: {0}", reason));
}
