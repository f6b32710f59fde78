// `prosody-config lsp`: hands over to the language server, a bundle of its own, so that the other commands do not have to load it.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command } from "commander";

export function addLspCommand(program: Command): void {
  program
    .command("lsp")
    .description("run the language server, for editors to start")
    .option("--stdio", "talk over standard input and output, as happens anyway")
    // Editors add words of their own, such as --clientProcessId; the server knows them.
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText("after", EXAMPLE)
    .action(async (_options: unknown, command: Command) => {
      const [node = process.execPath, script = "prosody-config"] = process.argv;
      process.argv = [
        node,
        script,
        ...withTransport(["--stdio"].filter(() => command.opts()["stdio"] === true).concat(command.args)),
      ];
      await import(pathToFileURL(join(__dirname, "server.cjs")).href);
    });
}

function withTransport(words: readonly string[]): readonly string[] {
  return words.some((word) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(word)) ? words : ["--stdio", ...words];
}

const EXAMPLE = `
Example:
  prosody-config lsp --stdio`;
