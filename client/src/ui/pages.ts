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
  await preview(address, "beside");
}

/** Shows a page that has an address, in place of the editor or beside it. */
export async function preview(address: vscode.Uri, where: "here" | "beside" = "here"): Promise<void> {
  const beside = where === "beside";
  try {
    await vscode.commands.executeCommand(beside ? "markdown.showPreviewToSide" : "markdown.showPreview", address);
  } catch {
    // The preview is an extension of its own, which may be switched off.
    await vscode.window.showTextDocument(address, beside ? { viewColumn: vscode.ViewColumn.Beside, preview: true } : {});
  }
}
