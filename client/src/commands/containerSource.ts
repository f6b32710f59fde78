// How the file that a container is made for is named, and what is said of it.

import * as vscode from "vscode";
import type { Note } from "../../../server/src/protocol.ts";

/** Relative to the workspace folder, where a new terminal starts; docker wants `./` before a relative file to mount. */
export function pathOnLine(uri: vscode.Uri): string {
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) return `./${vscode.workspace.asRelativePath(uri, false)}`;
  return uri.scheme === "file" ? uri.fsPath : uri.path;
}

/** Notes on what is written, with what the editor knows besides. */
export function withUnsaved(document: vscode.TextDocument, notes: readonly Note[]): readonly string[] {
  const texts = notes.map(({ text }) => text);
  return document.isDirty ? [vscode.l10n.t("The file has changes that are not saved yet."), ...texts] : texts;
}

export function warn(reason: string): void {
  void vscode.window.showWarningMessage(vscode.l10n.t("Prosody: {0}", reason));
}
