// A written file beside the one that it was made for, as one edit of the workspace. What is there already is replaced only when the user
// says so.

import * as vscode from "vscode";
import { exists } from "../exists.ts";

/** Whether there is a place for files beside it. */
export function hasFolder({ scheme }: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** Shown when it is written. False: it could not be, which has been told; what the user would rather keep stays as it is. */
export async function writeBeside(target: vscode.Uri, text: string): Promise<boolean> {
  const { t } = vscode.l10n;
  const place = vscode.workspace.asRelativePath(target);
  const overwrite = await exists(target);
  if (overwrite) {
    const replace = t("Replace");
    const question = t("{0} is there already. Replace all of it?", place);
    if ((await vscode.window.showWarningMessage(question, { modal: true }, replace)) !== replace) return true;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(target, { overwrite, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage(t("{0} could not be written. It is in a document that is not saved yet.", place));
    return false;
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(target), { preview: false });
  return true;
}
