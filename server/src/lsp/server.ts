// The language server: wires a connection to the core. What runs where is the mains' business; what is computed is the core's.

import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import type { Connection, InitializeParams, InitializeResult } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { FILE_PATTERNS, kindOf } from "../core/source.ts";
import { COMPOSE_SERVICES_REQUEST, DOCKER_RUN_REQUEST, EFFECTIVE_REQUEST, TRUST_NOTIFICATION } from "../protocol.ts";
import type { ComposeServicesParams, DockerRunParams, EffectiveParams, InitializationOptions } from "../protocol.ts";
import { isBelow } from "./folders.ts";
import { guard } from "./guard.ts";
import { onCodeAction } from "./handlers/codeAction.ts";
import { onCodeLens } from "./handlers/codeLens.ts";
import { onCompletion, onCompletionResolve } from "./handlers/completion.ts";
import { onComposeServices } from "./handlers/composeServices.ts";
import { onDockerRun } from "./handlers/dockerRun.ts";
import { onEffective } from "./handlers/effective.ts";
import { onDocumentLink } from "./handlers/documentLink.ts";
import { onDocumentSymbol } from "./handlers/documentSymbol.ts";
import { onHover } from "./handlers/hover.ts";
import type { Host } from "./host.ts";
import { Publisher } from "./publish.ts";
import { Session } from "./session.ts";

/** Files that an effective configuration may depend on. */
const WATCHED = [...FILE_PATTERNS.lua, ...FILE_PATTERNS.env, "**/{compose,docker-compose}*.{yaml,yml}"];

declare const PROSODY_CONFIG_VERSION: string;

export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const session = new Session(connection, documents, host, (folder) => {
    checkAgain((uri) => isBelow(uri, folder));
  });
  const publisher = new Publisher(connection, session);

  const checkAgain = (concerned: (uri: string) => boolean): void => {
    for (const { uri, languageId } of documents.all()) {
      if (kindOf(uri, languageId) !== undefined && concerned(uri)) publisher.now(uri);
    }
  };

  connection.onInitialize((params) => {
    session.abilities = {
      configuration: params.capabilities.workspace?.configuration === true,
      snippets: params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
      watching: params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    };
    session.options = optionsOf(params);
    session.folders.start(params);
    return capabilities();
  });
  connection.onInitialized(() => {
    if (session.abilities.watching) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    }
    if (!session.abilities.configuration) return;
    // A client that cannot register it pushes the change anyway, or has none to tell.
    connection.client.register(DidChangeConfigurationNotification.type, { section: "prosody" }).catch(() => undefined);
  });
  connection.onDidChangeConfiguration((change) => {
    session.settingsChanged(change.settings);
    checkAgain(() => true);
  });

  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    session.folders.change(event);
    session.knowledge.forget();
    checkAgain(() => true);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    session.diskChanged();
    session.knowledge.filesChanged(changes.map(({ uri }) => uri));
  });

  documents.onDidOpen(({ document }) => {
    publisher.now(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    session.textsChanged();
    publisher.soon(document.uri);
  });
  documents.onDidClose(({ document }) => {
    session.forget(document.uri);
    publisher.close(document.uri);
  });

  connection.onHover(guard(connection, "hover", null, (params) => onHover(session, params)));
  connection.onCompletion(guard(connection, "completion", null, (params) => onCompletion(session, params)));
  connection.onCompletionResolve(async (item) => onCompletionResolve(session, item).catch(() => item));
  connection.onCodeAction(guard(connection, "codeAction", [], (params) => onCodeAction(session, params)));
  connection.onDocumentLinks(guard(connection, "documentLink", [], (params) => onDocumentLink(session, params)));
  connection.onCodeLens(guard(connection, "codeLens", [], (params) => onCodeLens(session, params)));
  connection.onDocumentSymbol(guard(connection, "documentSymbol", [], (params) => onDocumentSymbol(session, params)));
  connection.onRequest(
    DOCKER_RUN_REQUEST,
    guard(
      connection,
      "dockerRun",
      { ok: false, reason: "The command could not be made; the log says why." },
      (params: DockerRunParams) => onDockerRun(session, params),
    ),
  );

  connection.onRequest(
    EFFECTIVE_REQUEST,
    guard(
      connection,
      "effective",
      { ok: false, reason: "The configuration could not be evaluated; the log says why." },
      (params: EffectiveParams) => onEffective(session, params),
    ),
  );
  connection.onRequest(
    COMPOSE_SERVICES_REQUEST,
    guard(connection, "composeServices", { services: [] }, (params: ComposeServicesParams) => onComposeServices(session, params)),
  );
  connection.onNotification(TRUST_NOTIFICATION, () => {
    session.options = { ...session.options, evaluate: true };
  });
  connection.onShutdown(() => {
    session.dispose();
  });

  documents.listen(connection);
  connection.listen();
}

function optionsOf(params: InitializeParams): InitializationOptions {
  const given: unknown = params.initializationOptions;
  return typeof given === "object" && given !== null ? given : {};
}

function capabilities(): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      completionProvider: { resolveProvider: true, triggerCharacters: ['"', "'", "=", ",", ":", "{"] },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      documentSymbolProvider: true,
      documentLinkProvider: {},
      codeLensProvider: {},
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    serverInfo: { name: "prosody-config", version: PROSODY_CONFIG_VERSION },
  };
}
