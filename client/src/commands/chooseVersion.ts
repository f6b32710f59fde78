// "Prosody: Choose the Version of Your Server…": writes the choice where it counts: into the .prosody-config.json that holds for the file,
// or, if there is none, into the setting of its folder.

import * as vscode from "vscode";
import { VERSION_CHOICES } from "../../../server/src/core/schema/versions.ts";
import type { VersionChoice } from "../../../server/src/core/schema/versions.ts";
import { VERSION_EDITS_REQUEST, VERSION_REQUEST } from "../../../server/src/protocol.ts";
import type { VersionEditsReply, VersionReply } from "../../../server/src/protocol.ts";
import { isOurs } from "../documents.ts";
import type { StartedClient } from "../start.ts";
import { argument } from "./addArguments.ts";
import { findSource } from "./findSource.ts";

export const CHOOSE_VERSION_COMMAND = "prosody.chooseVersion";

export function registerChooseVersion(client: StartedClient): vscode.Disposable {
  return vscode.commands.registerCommand(CHOOSE_VERSION_COMMAND, (given?: unknown) => choose(given, client));
}

/** `given`: perhaps the version, for callers that know it. */
async function choose(given: unknown, client: StartedClient): Promise<void> {
  const title = vscode.l10n.t("Choose the Version of Your Server");
  const active = vscode.window.activeTextEditor?.document;
  const source = active !== undefined && isOurs(active) ? active.uri : await findSource(title);
  if (source === undefined) return;
  const wanted = argument(given, "version");
  const chosen = VERSION_CHOICES.find((version) => version === wanted) ?? (await pick(await versionFor(source, client), title));
  if (chosen !== undefined) await writeVersion(source, chosen, client);
}

/** For which one a file is checked. */
export async function versionFor(source: vscode.Uri, client: StartedClient): Promise<VersionReply | null> {
  return (await client()).sendRequest<VersionReply | null>(VERSION_REQUEST, { uri: source.toString() });
}

export async function writeVersion(source: vscode.Uri, version: VersionChoice, client: StartedClient): Promise<void> {
  const project = (await versionFor(source, client))?.project;
  if (project !== undefined) {
    await writeInProject(vscode.Uri.parse(project), version, client);
    return;
  }
  const target =
    vscode.workspace.getWorkspaceFolder(source) === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.WorkspaceFolder;
  const value = version === "auto" ? undefined : version;
  await vscode.workspace.getConfiguration("prosody", source).update("version", value, target);
}

async function writeInProject(file: vscode.Uri, version: VersionChoice, client: StartedClient): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  const before = document.version;
  const params = { text: document.getText(), version };
  const reply = await (await client()).sendRequest<VersionEditsReply>(VERSION_EDITS_REQUEST, params);
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of reply.ok ? reply.edits : []) {
    const { start, end } = range;
    edit.replace(file, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  if (!reply.ok) {
    void vscode.window.showErrorMessage(reply.reason);
    return;
  }
  const isDone = document.version === before && (await vscode.workspace.applyEdit(edit)) && (await document.save());
  if (!isDone)
    void vscode.window.showWarningMessage(vscode.l10n.t("{0} could not be changed.", vscode.workspace.asRelativePath(file)));
}

async function pick(current: VersionReply | null, title: string): Promise<VersionChoice | undefined> {
  const isChosen = current !== null && (current.because === "setting" || current.because === "project");
  const inForce: VersionChoice | undefined = isChosen ? current.version : "auto";
  const reason = current === null ? "" : vscode.l10n.t("now Prosody {0}: {1}", current.version, current.reason);
  const choices = VERSION_CHOICES.map((version) => ({
    version,
    label: version === "auto" ? vscode.l10n.t("Find Out") : vscode.l10n.t("Prosody {0}", version),
    description: version === inForce ? reason : "",
    ...(version === "auto"
      ? { detail: vscode.l10n.t("The version of the image or of the installed server that reads the configuration") }
      : {}),
  }));
  const picked = await vscode.window.showQuickPick(choices, {
    title,
    placeHolder: vscode.l10n.t("Which version does your server have?"),
  });
  return picked?.version;
}
