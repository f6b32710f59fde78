// A written file beside the one that it was made for, as one edit of the workspace. What is there already is replaced only when the user
// says so.

import * as vscode from "vscode";
import { exists } from "../exists.ts";

/** Whether there is a place for files beside it. */
export function hasFolder({ scheme }: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** Shown when it is written; nothing happens when the user would rather keep what is there. */
export async function writeBeside(target: vscode.Uri, text: string): Promise<void> {
  const { t } = vscode.l10n;
  const place = vscode.workspace.asRelativePath(target);
  const overwrite = await exists(target);
  if (overwrite) {
    const replace = t("Replace");
    const question = t("{0} is there already. Replace all of it?", place);
    if ((await vscode.window.showWarningMessage(question, { modal: true }, replace)) !== replace) return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(target, { overwrite, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(t("{0} could not be written.", place));
    return;
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(target), { preview: false });
}
