// "Prosody: Show Effective Configuration": a read-only document beside the file, with what Prosody would use on each host and links
// to the lines that set it. "Compare Effective Configuration …" shows what another environment, another version or the changes that
// are not saved yet make of it. "Choose Environment …" says which env file or compose service counts.

import * as vscode from "vscode";
import type { EffectiveParams } from "../../../server/src/protocol.ts";
import { VERSIONS } from "../../../server/src/core/schema/versions.ts";
import { isConfig, isEnvFile, isEnvPath } from "../documents.ts";
import type { StartedClient } from "../start.ts";
import { EffectiveDocuments, SCHEME, addressOf } from "./effectiveDocuments.ts";
import { chosenEnvironment, isComposeFile, keepEnvironment, pickEnvFile, pickEnvironment } from "./environment.ts";
import type { Environment } from "./environment.ts";
import { findSource } from "./findSource.ts";
import { inTrust } from "./inTrust.ts";

export function registerEffective(context: vscode.ExtensionContext, client: StartedClient): vscode.Disposable {
  const chosen = (): Environment => chosenEnvironment(context);
  const documents = new EffectiveDocuments(client, chosen);
  return vscode.Disposable.from(
    documents,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, documents),
    vscode.languages.registerDocumentLinkProvider({ scheme: SCHEME }, documents),
    vscode.commands.registerCommand("prosody.showEffectiveConfiguration", inTrust(show)),
    vscode.commands.registerCommand(
      "prosody.compareEffectiveConfiguration",
      inTrust(() => compare(chosen(), client)),
    ),
    vscode.commands.registerCommand("prosody.chooseEnvironment", async () => {
      const picked = await pickEnvironment(vscode.l10n.t("Environment for the Effective Configuration"), client);
      if (picked === undefined) return;
      await keepEnvironment(context, picked.environment);
      documents.refreshSoon();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isConfig(document) || isEnvFile(document)) documents.refreshSoon();
    }),
    // The server does not see compose files before they are saved.
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (isComposeFile(document)) documents.refreshSoon();
    }),
  );
}

async function show(): Promise<void> {
  const source = await findSource(vscode.l10n.t("Effective Configuration"));
  if (source === undefined) return;
  const document = await vscode.workspace.openTextDocument(addressOf({ uri: source.toString() }));
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true });
}

async function compare(environment: Environment, client: StartedClient): Promise<void> {
  const source = await findSource(vscode.l10n.t("Effective Configuration"));
  if (source === undefined) return;
  const base: EffectiveParams = { uri: source.toString(), plain: true, ...environment };
  const picked = await vscode.window.showQuickPick(waysToCompare(base, client), {
    title: vscode.l10n.t("Compare Effective Configuration"),
    placeHolder: vscode.l10n.t("With what?"),
  });
  const pair = await picked?.pair();
  if (pair === undefined) return;
  await vscode.commands.executeCommand("vscode.diff", addressOf(pair.before), addressOf(pair.after), pair.title);
}

interface Pair {
  readonly before: EffectiveParams;
  readonly after: EffectiveParams;
  readonly title: string;
}

function waysToCompare(
  base: EffectiveParams,
  client: StartedClient,
): readonly (vscode.QuickPickItem & { pair(): Promise<Pair | undefined> })[] {
  return [
    {
      label: vscode.l10n.t("Saved files"),
      detail: vscode.l10n.t("What the changes that are not saved yet amount to"),
      pair: () => Promise.resolve({ before: { ...base, saved: true }, after: base, title: vscode.l10n.t("Saved ↔ edited") }),
    },
    {
      label: vscode.l10n.t("Another version of Prosody"),
      pair: async () => {
        const version = await vscode.window.showQuickPick([...VERSIONS], { placeHolder: vscode.l10n.t("Which version?") });
        const other = VERSIONS.find((known) => known === version);
        if (other === undefined) return undefined;
        return { before: base, after: { ...base, version: other }, title: vscode.l10n.t("As set ↔ Prosody {0}", other) };
      },
    },
    {
      label: vscode.l10n.t("Another environment"),
      detail: vscode.l10n.t("What another env file or compose service amounts to"),
      pair: async () => {
        // For the image, the env file is the configuration.
        const isImage = isEnvPath(vscode.Uri.parse(base.uri).path);
        const title = vscode.l10n.t("Compare with Another Environment");
        const other = await (isImage ? pickEnvFile(title) : pickEnvironment(title, client));
        if (other === undefined) return undefined;
        const { envFile: _envFile, service: _service, ...without } = base;
        const { envFile } = other.environment;
        const after = isImage ? { ...without, uri: envFile ?? base.uri } : { ...without, ...other.environment };
        return { before: base, after, title: vscode.l10n.t("As chosen ↔ {0}", other.label) };
      },
    },
  ];
}
