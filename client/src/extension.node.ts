// Entry for the desktop and for remote hosts: the server runs as a process of its own.

import * as vscode from "vscode";
import { RULE_ADDRESS } from "./commands/showRule.ts";
import { setMakePrivate } from "./privateFile.ts";
import { makePrivate } from "./privateFile.node.ts";
import { start } from "./start.ts";
import type { Running } from "./start.ts";

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): void {
  setMakePrivate(makePrivate);
  running = start(context, async (options) => {
    const { makeClient } = await import("./languageClient.node.ts");
    return makeClient(context.asAbsolutePath("dist/server.cjs"), {
      ...options,
      initializationOptions: {
        triggerSuggest: true,
        showRule: true,
        commands: true,
        ruleAddress: RULE_ADDRESS,
        readFile: true,
        evaluate: vscode.workspace.isTrusted,
      },
    });
  });
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
