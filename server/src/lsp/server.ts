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
import { CONFIG_NAME } from "../core/rules/configFile.ts";
import { FILE_PATTERNS } from "../core/source.ts";
import { TRUST_NOTIFICATION } from "../protocol.ts";
import type { InitializationOptions } from "../protocol.ts";
import { ADD_KIND } from "./codeActions/places.ts";
import { EditorDocuments } from "./documents.ts";
import { guard } from "./guard.ts";
import { FIX_ALL_KIND, onCodeAction } from "./handlers/codeAction.ts";
import { onCodeLens } from "./handlers/codeLens.ts";
import { onCompletion, onCompletionResolve } from "./handlers/completion.ts";
import { onDefinition } from "./handlers/definition.ts";
import { onDocumentLink } from "./handlers/documentLink.ts";
import { onDocumentSymbol } from "./handlers/documentSymbol.ts";
import { onHover } from "./handlers/hover.ts";
import { onDocumentHighlight, onReferences } from "./handlers/references.ts";
import { REFACTOR_KINDS } from "./handlers/refactor.ts";
import { onPrepareRename, onRename } from "./handlers/rename.ts";
import type { Host } from "./host.ts";
import { Publisher } from "./publish.ts";
import { REQUESTS } from "./requests.ts";
import { Session } from "./session.ts";

/** Files that an effective configuration may depend on. */
const WATCHED = [
  ...FILE_PATTERNS.lua,
  ...FILE_PATTERNS.env,
  "**/{compose,docker-compose}*.{yaml,yml}",
  "**/*.container",
  `**/${CONFIG_NAME}`,
  // They say what git keeps.
  "**/.gitignore",
];

declare const PROSODY_CONFIG_VERSION: string;

export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const known = new EditorDocuments(documents);
  const session = new Session(connection, known, host, () => {
    publisher.all();
  });
  const publisher = new Publisher(connection, session);

  connection.onInitialize((params) => {
    session.abilities = {
      configuration: params.capabilities.workspace?.configuration === true,
      snippets: params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
      versionedEdits: params.capabilities.workspace?.workspaceEdit?.documentChanges === true,
      creating: params.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
      watching: params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    };
    session.options = optionsOf(params);
    session.folders.start(params);
    return capabilities(params);
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
    session.settings.changed(change.settings);
    session.workspace.settingsChanged();
    publisher.all();
  });

  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    session.folders.change(event);
    session.workspace.forget();
    publisher.all();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (session.workspace.diskChanged(changes.map(({ uri }) => uri))) publisher.all();
  });

  documents.onDidOpen(({ document }) => {
    known.open(document);
    session.documentsChanged(true);
    publisher.now(document.uri);
    publisher.othersSoon(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    known.change();
    session.documentsChanged(false);
    publisher.soon(document.uri);
    publisher.othersSoon(document.uri);
  });
  documents.onDidClose(({ document }) => {
    known.close(document);
    session.settings.forget(document.uri);
    session.workspace.closed(document.uri);
    session.documentsChanged(true);
    publisher.close(document.uri);
    publisher.othersSoon(document.uri);
  });

  connection.onHover(guard(connection, "hover", null, (params) => onHover(session, params)));
  connection.onCompletion(guard(connection, "completion", null, (params) => onCompletion(session, params)));
  connection.onCompletionResolve(async (item) => onCompletionResolve(session, item).catch(() => item));
  connection.onCodeAction(guard(connection, "codeAction", [], (params) => onCodeAction(session, params)));
  connection.onDocumentLinks(guard(connection, "documentLink", [], (params) => onDocumentLink(session, params)));
  connection.onCodeLens(guard(connection, "codeLens", [], (params) => onCodeLens(session, params)));
  connection.onDocumentSymbol(guard(connection, "documentSymbol", [], (params) => onDocumentSymbol(session, params)));
  connection.onDefinition(guard(connection, "definition", [], (params) => onDefinition(session, params)));
  connection.onReferences(guard(connection, "references", [], (params) => onReferences(session, params)));
  connection.onDocumentHighlight(guard(connection, "highlight", [], (params) => onDocumentHighlight(session, params)));
  connection.onPrepareRename(guard(connection, "prepareRename", null, (params) => onPrepareRename(session, params)));
  connection.onRenameRequest(guard(connection, "rename", null, (params) => onRename(session, params)));
  for (const [method, { takes, run, failed }] of Object.entries(REQUESTS)) {
    const handle = (params: unknown): unknown => {
      takes.parse(params);
      return run(session, params);
    };
    connection.onRequest(method, guard(connection, method, failed, handle));
  }
  connection.onNotification(TRUST_NOTIFICATION, () => {
    session.options = { ...session.options, evaluate: true };
    // More of a file may be looked at now.
    session.workspace.settingsChanged();
    publisher.all();
  });
  connection.onShutdown(() => {
    session.workspace.dispose();
  });

  documents.listen(connection);
  connection.listen();
}

function optionsOf(params: InitializeParams): InitializationOptions {
  const given: unknown = params.initializationOptions;
  return typeof given === "object" && given !== null ? given : {};
}

function capabilities({ capabilities: client }: InitializeParams): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      completionProvider: { resolveProvider: true, triggerCharacters: ['"', "'", "=", ",", ":", "{"] },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, ...REFACTOR_KINDS, ADD_KIND, FIX_ALL_KIND] },
      documentSymbolProvider: true,
      documentLinkProvider: {},
      codeLensProvider: {},
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: client.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    serverInfo: { name: "prosody-config", version: PROSODY_CONFIG_VERSION },
  };
}
