// Entry for the browser: the server runs in a web worker, which can read no files, so the knowledge is read here.

import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import type { Knowledge } from "../../server/src/core/schema/knowledge.ts";
import { start } from "./start.ts";
import type { Running } from "./start.ts";

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, "dist/web/server.js");
  running = start(
    context,
    (options) => new LanguageClient("prosody", "Prosody", new Worker(script.toString(true)), options),
    async () => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, "dist/knowledge.json"));
      return { triggerSuggest: true, knowledge: JSON.parse(new TextDecoder().decode(bytes)) as Knowledge };
    },
  );
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
