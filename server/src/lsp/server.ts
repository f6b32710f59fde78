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
import { FILE_PATTERNS, containerKindOf, kindOf } from "../core/source.ts";
import {
  ADMINISTRATION_REQUEST,
  COMPOSE_SERVICES_REQUEST,
  CONTAINER_FILE_REQUEST,
  DOCKER_RUN_REQUEST,
  FROM_COMMAND_REQUEST,
  EFFECTIVE_REQUEST,
  ANSWER_PROBLEM_REQUEST,
  CHOICES_REQUEST,
  CONVERT_REQUEST,
  NETWORK_REQUEST,
  SCAFFOLD_REQUEST,
  TRUST_NOTIFICATION,
  UPGRADE_REQUEST,
} from "../protocol.ts";
import type {
  AdministrationParams,
  ComposeServicesParams,
  ContainerFileParams,
  DockerRunParams,
  FromCommandParams,
  EffectiveParams,
  InitializationOptions,
  AnswerProblemParams,
  ChoicesParams,
  ConvertParams,
  NetworkParams,
  ScaffoldParams,
  UpgradeParams,
} from "../protocol.ts";
import { ADD_KIND } from "./codeActions/places.ts";
import { isBelow } from "./folders.ts";
import { guard } from "./guard.ts";
import { FIX_ALL_KIND, onCodeAction } from "./handlers/codeAction.ts";
import { onCodeLens } from "./handlers/codeLens.ts";
import { onCompletion, onCompletionResolve } from "./handlers/completion.ts";
import { onDefinition } from "./handlers/definition.ts";
import { onDocumentLink } from "./handlers/documentLink.ts";
import { onDocumentSymbol } from "./handlers/documentSymbol.ts";
import { onHover } from "./handlers/hover.ts";
import { onDocumentHighlight, onReferences } from "./handlers/references.ts";
import { onPrepareRename, onRename } from "./handlers/rename.ts";
import {
  onAdministration,
  onAnswerProblem,
  onChoices,
  onComposeServices,
  onContainerFile,
  onConvert,
  onDockerRun,
  onEffective,
  onFromCommand,
  onNetwork,
  onScaffold,
  onUpgrade,
} from "./handlers/onDemand.ts";
import { REFACTOR_KINDS } from "./handlers/refactor.ts";
import type { Host } from "./host.ts";
import { Publisher } from "./publish.ts";
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
  const session = new Session(connection, documents, host, (place) => {
    const file = session.documentOf(place)?.uri;
    checkAgain((uri) => uri === file || isBelow(uri, place));
  });
  const publisher = new Publisher(connection, session);

  const checkAgain = (concerned: (uri: string) => boolean): void => {
    for (const { uri, languageId } of documents.all()) {
      const ours = kindOf(uri, languageId) !== undefined || containerKindOf(uri, languageId) !== undefined;
      if (ours && concerned(uri)) publisher.now(uri);
    }
  };

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
    session.settingsChanged(change.settings);
    checkAgain(() => true);
  });

  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    session.folders.change(event);
    session.foldersChanged();
    checkAgain(() => true);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (session.diskChanged(changes.map(({ uri }) => uri))) checkAgain(() => true);
  });

  documents.onDidOpen(({ document }) => {
    session.documentsChanged();
    publisher.now(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    session.textsChanged();
    publisher.soon(document.uri);
    publisher.othersSoon(document.uri);
  });
  documents.onDidClose(({ document }) => {
    session.forget(document.uri);
    session.documentsChanged();
    publisher.close(document.uri);
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
    ADMINISTRATION_REQUEST,
    guard(
      connection,
      "administration",
      { containers: [], commands: [], reason: "The commands could not be made; the log says why." },
      (params: AdministrationParams) => onAdministration(session, params),
    ),
  );
  connection.onRequest(
    CONTAINER_FILE_REQUEST,
    guard(
      connection,
      "containerFile",
      { ok: false, reason: "The file could not be made; the log says why." },
      (params: ContainerFileParams) => onContainerFile(session, params),
    ),
  );
  connection.onRequest(
    FROM_COMMAND_REQUEST,
    guard(
      connection,
      "fromCommand",
      { ok: false, reason: "The command could not be read; the log says why." },
      (params: FromCommandParams) => onFromCommand(params),
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
  connection.onRequest(
    NETWORK_REQUEST,
    guard(
      connection,
      "network",
      { ok: false, reason: "The records could not be made; the log says why." },
      (params: NetworkParams) => onNetwork(session, params),
    ),
  );
  connection.onRequest(
    CONVERT_REQUEST,
    guard(
      connection,
      "convert",
      { ok: false, reason: "The file could not be converted; the log says why." },
      (params: ConvertParams) => onConvert(session, params),
    ),
  );
  connection.onRequest(
    UPGRADE_REQUEST,
    guard(
      connection,
      "upgrade",
      { ok: false, reason: "The versions could not be compared; the log says why." },
      (params: UpgradeParams) => onUpgrade(session, params),
    ),
  );
  connection.onRequest(ANSWER_PROBLEM_REQUEST, (params: AnswerProblemParams) => onAnswerProblem(session, params));
  connection.onRequest(CHOICES_REQUEST, (params: ChoicesParams) => onChoices(session, params));
  connection.onRequest(
    SCAFFOLD_REQUEST,
    guard(connection, "scaffold", { ok: false, reason: "It could not be made; the log says why." }, (params: ScaffoldParams) =>
      onScaffold(session, params),
    ),
  );
  connection.onNotification(TRUST_NOTIFICATION, () => {
    session.options = { ...session.options, evaluate: true };
    // More of a file may be looked at now.
    checkAgain(() => true);
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
