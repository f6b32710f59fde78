// `prosody-config lsp`: how the help describes it. `main.ts` starts it without the other commands.

import type { Command } from "commander";
import { startLanguageServer } from "../languageServer.ts";

export function addLspCommand(program: Command): void {
  program
    .command("lsp")
    .description("run the language server, for editors to start")
    .option("--stdio", "talk over standard input and output, as happens anyway")
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText("after", EXAMPLE)
    .action(async (_options: unknown, command: Command) => startLanguageServer(command.args));
}

const EXAMPLE = `
Example:
  prosody-config lsp --stdio`;
