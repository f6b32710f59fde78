// The language server as a Node process, over IPC (VS Code) or stdio (everybody else).

import { fileURLToPath, pathToFileURL } from "node:url";
import { ProposedFeatures, createConnection } from "vscode-languageserver/node";
import { diskFiles } from "./disk/diskFiles.ts";
import { startNodeThread } from "./sandbox/nodeThread.ts";
import { exposureOf } from "./exposure/exposure.ts";
import { startServer } from "./lsp/server.ts";
import { readKnowledgeFiles } from "./nodeKnowledge.ts";
import { shippedFile } from "./shippedFile.ts";

startServer(createConnection(ProposedFeatures.all), {
  loadKnowledge: (options) => options.knowledge ?? readKnowledgeFiles(),
  rulePages: pathToFileURL(shippedFile("rules/")).href,
  files: diskFiles,
  exposureOf: async (uri) => exposureOf(fileURLToPath(uri)),
  startThread: () => startNodeThread({ worker: shippedFile("evaluator.cjs"), wasm: shippedFile("lua.wasm") }),
});
