// The command that applies all safe fixes to the file in front of the user: what an editor does on saving when it is told to.

import * as vscode from "vscode";
import { isOurs } from "../documents.ts";

export function registerFixAll(): vscode.Disposable {
  return vscode.commands.registerCommand("prosody.fixAll", async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isOurs(document)) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Open a Prosody configuration or an env file first."));
      return;
    }
    await vscode.commands.executeCommand("editor.action.codeAction", { kind: "source.fixAll.prosody", apply: "first" });
  });
}
