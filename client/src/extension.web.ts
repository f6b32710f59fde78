// Entry for the browser: the server runs in a web worker, which can read no files, so the knowledge is read here.

import * as vscode from "vscode";
import type { Knowledge } from "../../server/src/core/schema/knowledge.ts";
import { start } from "./start.ts";
import type { Running } from "./start.ts";

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const file = (path: string): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, path);
  running = start(context, async (options) => {
    const { makeClient } = await import("./languageClient.web.ts");
    const [knowledge, community] = await Promise.all(
      ["dist/knowledge.json", "dist/community.json"].map((path) => readJson(file(path))),
    );
    return makeClient([file("dist/web/engine.js").toString(true), file("dist/web/server.js").toString(true)], {
      ...options,
      initializationOptions: {
        triggerSuggest: true,
        readFile: true,
        knowledge: { ...(knowledge as Knowledge), community: community as Knowledge["community"] },
      },
    });
  });
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}

async function readJson(uri: vscode.Uri): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))) as unknown;
}
