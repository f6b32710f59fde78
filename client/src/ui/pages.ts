// Pages to read: Markdown that nobody has to save, in the preview beside the file. A page of the same title takes the place of the last one.

import * as vscode from "vscode";

const SCHEME = "prosody-page";

const texts = new Map<string, string>();
const changed = new vscode.EventEmitter<vscode.Uri>();

export function registerPages(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? "",
  });
}

export async function showPage(title: string, markdown: string): Promise<void> {
  const address = vscode.Uri.from({ scheme: SCHEME, path: `/${title}.md` });
  texts.set(address.path, markdown);
  changed.fire(address);
  try {
    await vscode.commands.executeCommand("markdown.showPreviewToSide", address);
  } catch {
    // The preview is an extension of its own, which may be switched off.
    await vscode.window.showTextDocument(address, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }
}
