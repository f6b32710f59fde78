// What a command made, in documents that are not saved yet: where there is no folder, or one that takes no files, nothing is lost.

import * as vscode from "vscode";
import type { ScaffoldReply } from "../../../server/src/protocol.ts";

type Made = Pick<Extract<ScaffoldReply, { readonly ok: true }>, "text" | "files" | "variables">;

export async function showUnsaved(made: Made): Promise<void> {
  await open(made.text, "prosody", vscode.ViewColumn.Active);
  await showSecrets(made);
}

/** Each in a document of its own, as each belongs into a file of its own. */
export async function showSecrets({ files, variables }: Omit<Made, "text">): Promise<void> {
  const about = (path: string): string =>
    `# ${vscode.l10n.t("Save this as {0} beside the configuration, and keep it from others.", path)}\n`;
  // The configuration reads the first line.
  for (const { path, text } of files) await open(text + about(path), "plaintext", vscode.ViewColumn.Beside);
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  if (lines.length > 0) await open(about("prosody.env") + lines.join(""), "properties", vscode.ViewColumn.Beside);
}

async function open(content: string, language: string, viewColumn: vscode.ViewColumn): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document, { viewColumn, preview: false });
}
