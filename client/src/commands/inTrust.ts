// Commands that evaluate a configuration run only in a workspace that the user trusts, and say so elsewhere.

import * as vscode from "vscode";

export function inTrust(run: () => Promise<void>): () => Promise<void> {
  return async () => {
    if (vscode.workspace.isTrusted) await run();
    else {
      void vscode.window.showInformationMessage(
        vscode.l10n.t("A configuration is a program. It is evaluated, in a sandbox, only in a workspace that you trust."),
      );
    }
  };
}
