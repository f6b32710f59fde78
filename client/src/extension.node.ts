// Entry for the desktop and for remote hosts: the server runs as a process of its own.

import type * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { start } from "./start.ts";
import type { Running } from "./start.ts";

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath("dist/server.cjs");
  running = start(
    context,
    (options) => new LanguageClient("prosody", "Prosody", { module, transport: TransportKind.ipc }, options),
    () => Promise.resolve({ triggerSuggest: true }),
  );
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
