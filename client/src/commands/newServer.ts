// "Prosody: New Server Configuration": a walk through the questions that matter, and a configuration at the end.

import * as vscode from "vscode";
import { CHOICES_REQUEST, SCAFFOLD_REQUEST } from "../../../server/src/protocol.ts";
import type { AddArguments, ChoicesReply, ScaffoldParams, ScaffoldReply } from "../../../server/src/protocol.ts";
import type { StartedClient } from "../start.ts";
import { walk } from "../ui/multiStep.ts";
import { isConfig } from "../documents.ts";
import { exists } from "../exists.ts";
import { addArguments } from "./addArguments.ts";
import { applyServer, fillDocument } from "./applyScaffold.ts";
import type { Made } from "./applyScaffold.ts";
import { newServerSteps } from "./newServerSteps.ts";
import type { Answers } from "./newServerSteps.ts";
import { showUnsaved } from "./unsaved.ts";

export function registerNewServer(client: StartedClient): vscode.Disposable {
  return vscode.commands.registerCommand("prosody.newServer", (given?: unknown) => run(client, addArguments(given)));
}

/** Where it goes: into an empty document that is open, into a folder, or nowhere as yet. */
type Place =
  | { readonly kind: "document"; readonly document: vscode.TextDocument }
  | { readonly kind: "file"; readonly target: vscode.Uri }
  | { readonly kind: "nowhere" };

async function run(client: StartedClient, given: AddArguments): Promise<void> {
  const place = await placeOf(given);
  if (place === undefined) return;
  const uri = addressOf(place).toString();
  const running = await client();
  const choices = await running.sendRequest<ChoicesReply>(CHOICES_REQUEST, { uri });
  const start: Answers = {
    domain: given.host ?? "",
    install: "package",
    storage: "internal",
    features: ["groupChat", "fileSharing", "archive"],
  };
  const answers = await walk(vscode.l10n.t("New Prosody Server"), start, newServerSteps(client, choices));
  if (answers === undefined) return;
  const params: ScaffoldParams = { kind: "server", uri, answers };
  const made = await running.sendRequest<ScaffoldReply>(SCAFFOLD_REQUEST, params);
  if (!made.ok) {
    void vscode.window.showErrorMessage(made.reason);
    return;
  }
  await put(place, made);
}

async function put(place: Place, made: Made): Promise<void> {
  switch (place.kind) {
    case "document":
      // Somebody may have begun to write meanwhile.
      if (isBlank(place.document)) await fillDocument(place.document, made);
      else await showUnsaved(made);
      break;
    case "file":
      if (await applyServer(place.target, made)) await vscode.window.showTextDocument(place.target);
      break;
    case "nowhere":
      await showUnsaved(made);
      void vscode.window.showInformationMessage(
        vscode.l10n.t("No folder is open, so nothing is saved yet. Save the configuration as prosody.cfg.lua."),
      );
  }
}

async function placeOf({ uri }: AddArguments): Promise<Place | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  const document = uri === undefined ? active : await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if (document !== undefined && isConfig(document) && isBlank(document)) return { kind: "document", document };
  const folder = await targetFolder();
  if (folder === null) return undefined;
  if (folder === undefined) return { kind: "nowhere" };
  const target = vscode.Uri.joinPath(folder, "prosody.cfg.lua");
  if (!(await exists(target))) return { kind: "file", target };
  const open = vscode.l10n.t("Open It");
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t("There is a prosody.cfg.lua here already, and it is not overwritten. Add to it with the other commands."),
    open,
  );
  if (answer === open) await vscode.window.showTextDocument(target);
  return undefined;
}

function isBlank(document: vscode.TextDocument): boolean {
  return document.getText().trim() === "";
}

/** The settings that hold there decide on the version. */
function addressOf(place: Place): vscode.Uri {
  if (place.kind === "document") return place.document.uri;
  return place.kind === "file" ? place.target : vscode.Uri.parse("untitled:prosody.cfg.lua");
}

/** Undefined: no folder is open; null: the user gave up. */
async function targetFolder(): Promise<vscode.Uri | undefined | null> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t("In which folder?") }))?.uri ?? null;
}
