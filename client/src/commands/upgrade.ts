// "Prosody: Check Upgrade to…": a read-only report beside the file on what another version of Prosody changes, with links to its lines,
// and the changes that can be made without asking: shown as a comparison first, applied as one edit.

import * as vscode from "vscode";
import { VERSIONS } from "../../../server/src/core/schema/versions.ts";
import type { Version } from "../../../server/src/core/schema/versions.ts";
import { UPGRADE_REQUEST } from "../../../server/src/protocol.ts";
import type { UpgradeParams, UpgradeReply } from "../../../server/src/protocol.ts";
import type { StartedClient } from "../start.ts";
import { argument } from "./addArguments.ts";
import { versionFor, writeVersion } from "./chooseVersion.ts";
import { findSource } from "./findSource.ts";
import { UPGRADE_SCHEME, UpgradeDocuments, addressOfFixed, addressOfReport, sourceOf } from "./upgradeDocuments.ts";

/** Not in the palette: behind the line above the report. */
const APPLY_COMMAND = "prosody.applyUpgrade";

export function registerUpgrade(client: StartedClient): vscode.Disposable {
  const ask = async (params: UpgradeParams): Promise<UpgradeReply> => {
    // The server knows open documents only.
    await vscode.workspace.openTextDocument(vscode.Uri.parse(params.uri));
    return (await client()).sendRequest<UpgradeReply>(UPGRADE_REQUEST, params);
  };
  const documents = new UpgradeDocuments(ask, APPLY_COMMAND);
  return vscode.Disposable.from(
    documents,
    vscode.workspace.registerTextDocumentContentProvider(UPGRADE_SCHEME, documents),
    vscode.languages.registerDocumentLinkProvider({ scheme: UPGRADE_SCHEME }, documents),
    vscode.languages.registerCodeLensProvider({ scheme: UPGRADE_SCHEME }, documents),
    vscode.commands.registerCommand("prosody.checkUpgrade", (given?: unknown) => show(given, ask, client)),
    vscode.commands.registerCommand(APPLY_COMMAND, (params: UpgradeParams) => previewAndApply(params, ask, client)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      documents.refreshSoon(document.uri);
    }),
  );
}

type Ask = (params: UpgradeParams) => Promise<UpgradeReply>;

/** `given`: perhaps the versions, for callers that know them. */
async function show(given: unknown, ask: Ask, client: StartedClient): Promise<void> {
  const title = vscode.l10n.t("Check Upgrade");
  const active = vscode.window.activeTextEditor?.document.uri;
  const source = (active === undefined ? undefined : sourceOf(active)) ?? (await findSource(title));
  if (source === undefined) return;
  const [givenFrom, givenTo] = ["from", "to"].map((key) => VERSIONS.find((version) => version === argument(given, key)));
  const from = givenFrom ?? (await startOf(source, title, client));
  const to = from === undefined ? undefined : (givenTo ?? (await pickVersion(from, title)));
  if (from === undefined || to === undefined) return;
  const params: UpgradeParams = { uri: source.toString(), from, to };
  const reply = await ask(params);
  if (!reply.ok) {
    void vscode.window.showErrorMessage(reply.reason);
    return;
  }
  const document = await vscode.workspace.openTextDocument(addressOfReport(params));
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  // Whoever called the command need not wait for an answer.
  if (reply.fixed !== undefined) void offerChanges(reply.fixed.count, params, ask, client);
}

async function offerChanges(count: number, params: UpgradeParams, ask: Ask, client: StartedClient): Promise<void> {
  const preview = vscode.l10n.t("Preview Changes");
  const answer = await vscode.window.showInformationMessage(
    count === 1
      ? vscode.l10n.t("One change for Prosody {0} can be made without asking.", params.to)
      : vscode.l10n.t("{0} changes for Prosody {1} can be made without asking.", count, params.to),
    preview,
  );
  if (answer === preview) await previewAndApply(params, ask, client);
}

/** The version that the server has. Where it is only assumed, the user is asked. */
async function startOf(source: vscode.Uri, title: string, client: StartedClient): Promise<Version | undefined> {
  await vscode.workspace.openTextDocument(source);
  const known = await versionFor(source, client);
  if (known !== null && known.because !== "assumed") return known.version;
  const picked = await vscode.window.showQuickPick(
    VERSIONS.map((version) => ({ version, label: vscode.l10n.t("Prosody {0}", version) })).reverse(),
    { title, placeHolder: vscode.l10n.t("From which version? Nothing says which one your server has.") },
  );
  return picked?.version;
}

async function pickVersion(from: Version, title: string): Promise<Version | undefined> {
  const at = VERSIONS.indexOf(from);
  const picked = await vscode.window.showQuickPick(
    VERSIONS.map((version, i) => ({
      version,
      label: vscode.l10n.t("Prosody {0}", version),
      description: i === at ? vscode.l10n.t("in use") : i < at ? vscode.l10n.t("a step back") : vscode.l10n.t("newer"),
    })).reverse(),
    { title, placeHolder: vscode.l10n.t("To which version?") },
  );
  return picked?.version;
}

async function previewAndApply(params: UpgradeParams, ask: Ask, client: StartedClient): Promise<void> {
  const reply = await ask(params);
  if (!reply.ok || reply.fixed === undefined) {
    void vscode.window.showInformationMessage(reply.ok ? vscode.l10n.t("There is nothing to change in the file.") : reply.reason);
    return;
  }
  const source = vscode.Uri.parse(params.uri);
  const name = vscode.workspace.asRelativePath(source);
  await vscode.commands.executeCommand(
    "vscode.diff",
    source,
    addressOfFixed(params),
    vscode.l10n.t("{0} ↔ for Prosody {1}", name, params.to),
  );
  const apply = vscode.l10n.t("Apply");
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t("Make these changes in {0}? They can be undone at once.", name),
    apply,
  );
  if (answer === apply) await applyChanges(params, ask, client);
}

async function applyChanges(params: UpgradeParams, ask: Ask, client: StartedClient): Promise<void> {
  // The file may have changed since.
  const reply = await ask(params);
  const source = vscode.Uri.parse(params.uri);
  const document = await vscode.workspace.openTextDocument(source);
  const fixed = reply.ok ? reply.fixed : undefined;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of fixed?.edits ?? []) {
    const { start, end } = range;
    edit.replace(source, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  if (fixed?.version !== document.version || !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage(vscode.l10n.t("The file has changed meanwhile. Nothing was done; try again."));
    return;
  }
  const known = await versionFor(source, client);
  if (known?.version === params.to && known.because !== "assumed") return;
  const choose = vscode.l10n.t("Check for Prosody {0}", params.to);
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t("The changes are made. The file is still checked for Prosody {0}.", known?.version ?? params.from ?? ""),
    choose,
  );
  if (answer === choose) await writeVersion(source, params.to, client);
}
