// The file that a command is about: the one in front of the user, the only candidate of the workspace, or the one the user picks.

import * as vscode from "vscode";
import { isConfig, isEnvFile } from "../documents.ts";
import { chooseFile } from "../ui/chooseFile.ts";

/** Candidates, and the words for them. */
interface Wanted {
  readonly pattern: string;
  /** Said when there is none. */
  readonly none: string;
  readonly which: string;
}

/** The address of a configuration. Undefined: there is none, which has been told, or the user picked none. */
export async function findSource(title: string): Promise<vscode.Uri | undefined> {
  return choose(title, {
    pattern: "**/prosody.cfg.lua",
    none: vscode.l10n.t("There is no prosody.cfg.lua in this workspace. Open one first."),
    which: vscode.l10n.t("Of which configuration?"),
  });
}

/** A configuration or env file that is on the disk, opened: a container is made for it. Undefined as above. */
export async function findContainerSource(title: string): Promise<vscode.TextDocument | undefined> {
  const uri = await choose(title, {
    pattern: "{**/.env,**/*.env,**/prosody.cfg.lua}",
    none: vscode.l10n.t("Open a prosody.cfg.lua or an env file with PROSODY_ variables first: the command is made for it."),
    which: vscode.l10n.t("For which file?"),
  });
  const document = uri === undefined ? undefined : await vscode.workspace.openTextDocument(uri);
  if (document?.isUntitled !== true) return document;
  void vscode.window.showInformationMessage(vscode.l10n.t("Save the file first: the container reads it from the disk."));
  return undefined;
}

async function choose(title: string, { pattern, none, which }: Wanted): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  return chooseFile({
    active: active !== undefined && (isConfig(active) || isEnvFile(active)) ? active.uri : undefined,
    find: async () => vscode.workspace.findFiles(pattern, "**/node_modules/**", 50),
    label: (uri) => vscode.workspace.asRelativePath(uri),
    pick: (choices) => vscode.window.showQuickPick(choices, { title, placeHolder: which }),
    none: () => void vscode.window.showInformationMessage(none),
  });
}
