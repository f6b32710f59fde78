// A language server that does nothing but say so: what any server on this library costs.

import { TextDocumentSyncKind, createConnection } from "vscode-languageserver/node";

const connection = createConnection(process.stdin, process.stdout);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
connection.onDidOpenTextDocument(({ textDocument: { uri } }) => connection.sendDiagnostics({ uri, diagnostics: [] }));
connection.listen();
