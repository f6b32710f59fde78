// The language status: for which version of Prosody the document in front of the user is checked, and why. A click chooses another one.

import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { VERSION_NOTIFICATION, VERSION_REQUEST } from "../../../server/src/protocol.ts";
import type { VersionParams, VersionReply } from "../../../server/src/protocol.ts";
import { CHOOSE_VERSION_COMMAND } from "../commands/chooseVersion.ts";
import { isOurs } from "../documents.ts";

export class VersionStatus implements vscode.Disposable {
  private item: vscode.LanguageStatusItem | undefined;
  private readonly following: vscode.Disposable;

  constructor(private readonly started: () => Promise<BaseLanguageClient> | undefined) {
    this.following = vscode.window.onDidChangeActiveTextEditor(() => void this.show());
  }

  follow(client: BaseLanguageClient): void {
    client.onNotification(VERSION_NOTIFICATION, ({ uri }: VersionParams) => {
      if (vscode.window.activeTextEditor?.document.uri.toString() === vscode.Uri.parse(uri).toString()) void this.show();
    });
  }

  dispose(): void {
    this.following.dispose();
    this.item?.dispose();
  }

  private async show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isOurs(document)) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }
    const client = await this.started()?.catch(() => undefined);
    const reply = await client?.sendRequest<VersionReply | null>(VERSION_REQUEST, { uri: document.uri.toString() });
    if (reply === undefined || reply === null || vscode.window.activeTextEditor?.document !== document) return;
    const item = (this.item ??= makeItem());
    item.selector = { language: document.languageId };
    item.text =
      reply.because === "assumed" ? vscode.l10n.t("Prosody {0}?", reply.version) : vscode.l10n.t("Prosody {0}", reply.version);
    item.detail = reply.reason;
  }
}

function makeItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem("prosody.version", []);
  item.name = vscode.l10n.t("Version of Prosody");
  item.command = { command: CHOOSE_VERSION_COMMAND, title: vscode.l10n.t("Choose…") };
  return item;
}
