// The language server as a Node process, over IPC (VS Code) or stdio (everybody else).

import { fileURLToPath, pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { ProposedFeatures, createConnection } from "vscode-languageserver/node";
import { diskFiles } from "./disk/diskFiles.ts";
import { startNodeThread } from "./sandbox/nodeThread.ts";
import { processorTime } from "./processorTime.ts";
import { exposureOf } from "./exposure/exposure.ts";
import { startServer } from "./lsp/server.ts";
import { readKnowledgeFiles } from "./nodeKnowledge.ts";
import { shippedFile } from "./shippedFile.ts";

// A server works in short bursts. By default the engine spends about half of the first check of 10,000 lines on optimising functions,
// and most of that on copies of what they call. Newer engines count differently, and complain of a flag that they do not know.
const COUNTS_BYTES = Number.parseInt(process.versions.v8) < 12;
setFlagsFromString("--max-inlined-bytecode-size-cumulative=60");
if (COUNTS_BYTES) setFlagsFromString("--interrupt-budget=300000");
// Compiling each function plainly when it is first called pays for itself in the first check.
setFlagsFromString("--always-sparkplug");

startServer(createConnection(ProposedFeatures.all), {
  loadKnowledge: (options) => options.knowledge ?? readKnowledgeFiles(),
  rulePages: pathToFileURL(shippedFile("rules/")).href,
  files: diskFiles,
  processorTime,
  exposureOf: async (uri) => exposureOf(fileURLToPath(uri)),
  startThread: () => startNodeThread({ worker: shippedFile("evaluator.cjs"), wasm: shippedFile("lua.wasm") }),
});
