// The language server as a web worker (vscode.dev). It can read no files: the client hands the knowledge over when it starts.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { startWebThread } from "./sandbox/webThread.ts";
import { startServer } from "./lsp/server.ts";

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  loadKnowledge: (options) => {
    if (options.knowledge === undefined) throw new Error("the client did not hand over the knowledge");
    return options.knowledge;
  },
  startThread: ({ evaluator }) => {
    if (evaluator === undefined) throw new Error("the client did not hand over the evaluator");
    return startWebThread(evaluator.script, evaluator.wasm);
  },
});
