// The configuration that a command is about: the file in front of the user, else the only one of the workspace, or the one the user picks.

import * as vscode from "vscode";
import { isConfig, isEnvFile } from "../documents.ts";

/** Undefined: there is none, which has been told, or the user picked none. */
export async function findSource(title: string): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  if (active !== undefined && (isConfig(active) || isEnvFile(active))) return active.uri;
  const found = await vscode.workspace.findFiles("**/prosody.cfg.lua", "**/node_modules/**", 50);
  const [only] = found;
  if (only === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no prosody.cfg.lua in this workspace. Open one first."));
    return undefined;
  }
  if (found.length === 1) return only;
  const picked = await vscode.window.showQuickPick(
    found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri })),
    { title, placeHolder: vscode.l10n.t("Of which configuration?") },
  );
  return picked?.uri;
}
