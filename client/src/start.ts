// What both hosts share: the server is started when the first document of ours appears or a command needs it, not before.

import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { TRUST_NOTIFICATION } from "../../server/src/protocol.ts";
import type { InitializationOptions } from "../../server/src/protocol.ts";
import { registerAdminister } from "./commands/administer.ts";
import { registerAdditions } from "./commands/additions.ts";
import { registerConvert } from "./commands/convert.ts";
import { registerContainerFiles } from "./commands/containerFile.ts";
import { registerDockerRun } from "./commands/dockerRun.ts";
import { registerDocumentation } from "./commands/documentation.ts";
import { registerEffective } from "./commands/effective.ts";
import { registerNetwork } from "./commands/network.ts";
import { registerFixAll } from "./commands/fixAll.ts";
import { registerNewServer } from "./commands/newServer.ts";
import { registerOpenPlace } from "./commands/openPlace.ts";
import { RULE_ADDRESS, registerShowRule } from "./commands/showRule.ts";
import { registerUpgrade } from "./commands/upgrade.ts";
import { registerChooseVersion } from "./commands/chooseVersion.ts";
import { registerPages } from "./ui/pages.ts";
import { VersionStatus } from "./ui/versionStatus.ts";
import { answerForFiles } from "./files.ts";
import { CONFIG_FILTERS, CONTAINER_FILTERS, ENV_FILTERS, isOurs } from "./documents.ts";

/** Makes a client that is not running yet. `ours`: what the server is told of any host. */
export type MakeClient = (options: LanguageClientOptions, ours: InitializationOptions) => Promise<BaseLanguageClient>;

/** Starts the server once; later callers get the same client. */
export type StartedClient = () => Promise<BaseLanguageClient>;

export interface Running {
  stop(): Promise<void>;
}

export function start(context: vscode.ExtensionContext, makeClient: MakeClient): Running {
  let started: Promise<BaseLanguageClient> | undefined;
  const status = new VersionStatus(() => started);
  const client: StartedClient = () => {
    started ??= startClient(makeClient, status).catch((error: unknown) => {
      // The next document or command tries again.
      started = undefined;
      throw error;
    });
    return started;
  };
  const consider = (document: vscode.TextDocument): void => {
    if (started !== undefined || !isOurs(document)) return;
    client().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t("Prosody: the language server did not start. {0}", reason));
    });
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidChangeTextDocument((event) => {
      consider(event.document);
    }),
    registerDockerRun(client),
    registerContainerFiles(client),
    registerEffective(context, client),
    registerNetwork(context, client),
    registerAdminister(client),
    registerConvert(context, client),
    registerNewServer(client),
    registerAdditions(client),
    registerPages(),
    registerOpenPlace(),
    registerShowRule(context),
    registerDocumentation(context),
    registerFixAll(),
    registerUpgrade(client),
    registerChooseVersion(client),
    status,
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      void started?.then((running) => running.sendNotification(TRUST_NOTIFICATION)).catch(() => undefined);
    }),
  );
  vscode.workspace.textDocuments.forEach(consider);
  return {
    stop: async () => {
      await (await started?.catch(() => undefined))?.stop();
    },
  };
}

async function startClient(makeClient: MakeClient, status: VersionStatus): Promise<BaseLanguageClient> {
  const documentSelector = [...CONFIG_FILTERS, ...ENV_FILTERS, ...CONTAINER_FILTERS];
  const client = await makeClient(
    { documentSelector, outputChannelName: "Prosody" },
    {
      triggerSuggest: true,
      showRule: true,
      commands: true,
      ruleAddress: RULE_ADDRESS,
      readFile: true,
      showVersion: true,
      evaluate: vscode.workspace.isTrusted,
    },
  );
  answerForFiles(client);
  status.follow(client);
  await client.start();
  return client;
}
