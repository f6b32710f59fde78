// Entry of the command line tool. The language server starts without what the commands need, as an editor waits for it.

import { startLanguageServer } from "./languageServer.ts";

const [command, ...words] = process.argv.slice(2);

async function main(): Promise<void> {
  if (command === "lsp" && !words.some((word) => word === "--help" || word === "-h")) await startLanguageServer(words);
  else await (await import("./run.ts")).run();
}

void main();
