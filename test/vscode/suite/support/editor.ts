// What a person does in the editor, as functions: open a file of the workspace, find a place in it, type, close without saving.
// Files are opened by command, since a document opened through the API stays open for minutes after its editor is gone.

import * as vscode from "vscode";
import { ok } from "./check";
import { poll } from "./poll";

/** Opens a file of the workspace in an editor and puts the cursor at its start. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const uri = uriOf(path);
  await vscode.commands.executeCommand("vscode.open", uri, { preview: false });
  const editor = await poll(`${path} in the active editor`, () => {
    const active = vscode.window.activeTextEditor;
    return active?.document.uri.toString() === uri.toString() ? active : undefined;
  });
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  return editor;
}

/** Where a file of the workspace is. */
export function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder !== undefined, "the editor has a folder open");
  return vscode.Uri.joinPath(folder.uri, path);
}

/** The position of the first occurrence of a text. */
export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  ok(offset >= 0, `the file contains ${text}`);
  return document.positionAt(offset);
}

/** Adds a text at the end of the file, with the cursor behind it. */
export async function append(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const end = document.positionAt(document.getText().length);
  const done = await editor.edit((edit) => {
    edit.insert(end, text);
  });
  ok(done, "the edit was applied");
  const after = document.positionAt(document.getText().length);
  editor.selection = new vscode.Selection(after, after);
}

/** Closes every editor and drops what was typed. */
export async function closeAll(): Promise<void> {
  for (let count = 0; count < 20 && vscode.window.activeTextEditor !== undefined; count += 1) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}
