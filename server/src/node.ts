// The language server as a Node process, over IPC (VS Code) or stdio (everybody else).

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ProposedFeatures, createConnection } from "vscode-languageserver/node";
import type { Knowledge } from "./core/schema/knowledge.ts";
import { startServer } from "./lsp/server.ts";

startServer(createConnection(ProposedFeatures.all), {
  loadKnowledge: (options) =>
    options.knowledge ?? (JSON.parse(readFileSync(join(__dirname, "knowledge.json"), "utf8")) as Knowledge),
});
