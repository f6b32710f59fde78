// "Prosody: Show DNS Records, Certificate Names and Ports": a document with the records, certificate names
// and firewall ports that a configuration needs.

import * as vscode from "vscode";
import { NETWORK_REQUEST } from "../../../server/src/protocol.ts";
import type { ConfigurationParams, NetworkReply } from "../../../server/src/protocol.ts";
import type { StartedClient } from "../start.ts";
import { chosenEnvironment } from "./environment.ts";
import { findSource } from "./findSource.ts";
import { showPage } from "../ui/pages.ts";
import { inTrust } from "./inTrust.ts";

export function registerNetwork(context: vscode.ExtensionContext, client: StartedClient): vscode.Disposable {
  const show = async (): Promise<void> => {
    const source = await findSource(vscode.l10n.t("DNS Records and Ports"));
    if (source === undefined) return;
    const params: ConfigurationParams = { uri: source.toString(), ...chosenEnvironment(context) };
    const reply = await (await client()).sendRequest<NetworkReply>(NETWORK_REQUEST, params);
    if (!reply.ok) {
      void vscode.window.showErrorMessage(reply.reason);
      return;
    }
    await showPage(vscode.l10n.t("DNS Records and Ports"), reply.text);
    if (reply.zone === "") return;
    const copy = vscode.l10n.t("Copy Zone File");
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t("The records can be copied as a piece of a zone file. Its remarks say what is left to fill in."),
      copy,
    );
    if (answer === copy) await vscode.env.clipboard.writeText(reply.zone);
  };
  return vscode.commands.registerCommand("prosody.showNetwork", inTrust(show));
}
