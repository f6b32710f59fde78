// "Prosody: Convert Env File to prosody.cfg.lua" and "Prosody: Convert prosody.cfg.lua to Env File". The result opens as a document
// that is not saved yet; nothing is overwritten.

import * as vscode from "vscode";
import { CONVERT_REQUEST } from "../../../server/src/protocol.ts";
import type { ConfigurationParams, ConvertReply } from "../../../server/src/protocol.ts";
import { isConfig, isEnvFile } from "../documents.ts";
import type { StartedClient } from "../start.ts";
import { chosenEnvironment } from "./environment.ts";
import type { Environment } from "./environment.ts";
import { inTrust } from "./inTrust.ts";

export function registerConvert(context: vscode.ExtensionContext, client: StartedClient): vscode.Disposable {
  const environment = (): Environment => chosenEnvironment(context);
  return vscode.Disposable.from(
    vscode.commands.registerCommand("prosody.convertToConfig", () =>
      convert(client, {}, isEnvFile, vscode.l10n.t("Open an env file first.")),
    ),
    vscode.commands.registerCommand(
      "prosody.convertToEnv",
      inTrust(() => convert(client, environment(), isConfig, vscode.l10n.t("Open a prosody.cfg.lua first."))),
    ),
  );
}

async function convert(
  client: StartedClient,
  environment: Environment,
  fits: (document: vscode.TextDocument) => boolean,
  otherwise: string,
): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !fits(document)) {
    void vscode.window.showInformationMessage(otherwise);
    return;
  }
  const params: ConfigurationParams = { uri: document.uri.toString(), ...environment };
  const reply = await (await client()).sendRequest<ConvertReply>(CONVERT_REQUEST, params);
  if (!reply.ok) {
    void vscode.window.showErrorMessage(reply.reason);
    return;
  }
  for (const { kind, text } of reply.files) {
    const opened = await vscode.workspace.openTextDocument({ language: kind === "lua" ? "prosody" : "dotenv", content: text });
    await vscode.window.showTextDocument(opened, { viewColumn: vscode.ViewColumn.Beside, preview: false });
  }
}
