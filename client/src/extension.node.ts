// Entry for the desktop and for remote hosts: the server runs as a process of its own.

import type * as vscode from "vscode";
import { setMakePrivate } from "./privateFile.ts";
import { makePrivate } from "./privateFile.node.ts";
import { start } from "./start.ts";
import type { Running } from "./start.ts";

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): void {
  setMakePrivate(makePrivate);
  running = start(context, async (options, initializationOptions) => {
    const { makeClient } = await import("./languageClient.node.ts");
    return makeClient(context.asAbsolutePath("dist/server.cjs"), { ...options, initializationOptions });
  });
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
