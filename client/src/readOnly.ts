// Whether something can be changed at an address, as far as the editor knows: asked before a command writes, so that its result is not lost.

import * as vscode from "vscode";

export async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === "untitled") return false;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false;
  }
}
