// The least that makes a language server of vscode-json-languageservice: documents, a schema (in the options at the start), diagnostics soon
// after a change, and what a key stroke asks for.

import { TextDocument } from "vscode-languageserver-textdocument";
import { TextDocumentSyncKind, TextDocuments, createConnection } from "vscode-languageserver/node";
import { getLanguageService } from "vscode-json-languageservice";

const DELAY_MS = 200;

const connection = createConnection(process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const service = getLanguageService({});
/** @type {WeakMap<TextDocument, { version: number, parsed: import("vscode-json-languageservice").JSONDocument }>} */
const known = new WeakMap();
/** @type {Map<string, NodeJS.Timeout>} */
const waiting = new Map();

connection.onInitialize((params) => {
  /** @type {unknown} */
  const options = params.initializationOptions;
  const { schema } = /** @type {{ schema: object }} */ (options);
  service.configure({ schemas: [{ uri: "file:///provider.schema.json", fileMatch: ["*"], schema }] });
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      completionProvider: {},
      hoverProvider: true,
    },
  };
});

/** @param {string} uri */
function documentOf(uri) {
  const document = documents.get(uri);
  if (document === undefined) throw new Error(`${uri} is not open`);
  const { version } = document;
  const kept = known.get(document);
  if (kept?.version === version) return { document, parsed: kept.parsed };
  const parsed = service.parseJSONDocument(document);
  known.set(document, { version, parsed });
  return { document, parsed };
}

documents.onDidChangeContent(({ document: { uri } }) => {
  clearTimeout(waiting.get(uri));
  waiting.set(
    uri,
    setTimeout(() => void validate(uri), DELAY_MS),
  );
});

/** @param {string} uri */
async function validate(uri) {
  const { document, parsed } = documentOf(uri);
  await connection.sendDiagnostics({ uri, diagnostics: await service.doValidation(document, parsed) });
}

connection.onCompletion(({ textDocument, position }) => {
  const { document, parsed } = documentOf(textDocument.uri);
  return service.doComplete(document, position, parsed);
});
connection.onHover(({ textDocument, position }) => {
  const { document, parsed } = documentOf(textDocument.uri);
  return service.doHover(document, position, parsed);
});
documents.listen(connection);
connection.listen();
