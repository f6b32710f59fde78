// Entry for the browser: the server runs in a web worker, which can read no files of ours, so they are read here.

import * as vscode from "vscode";
import type { Knowledge } from "../../server/src/core/schema/knowledge.ts";
import { start } from "./start.ts";
import type { Running } from "./start.ts";

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const file = (path: string): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, path);
  running = start(context, async (options) => {
    const { makeClient } = await import("./languageClient.web.ts");
    const [knowledge, community, script] = await Promise.all(
      ["dist/knowledge.json", "dist/community.json", "dist/web/evaluator.js"].map((path) => readText(file(path))),
    );
    return makeClient([file("dist/web/engine.js").toString(true), file("dist/web/server.js").toString(true)], {
      ...options,
      initializationOptions: {
        triggerSuggest: true,
        readFile: true,
        evaluate: vscode.workspace.isTrusted,
        evaluator: { script: script ?? "", wasm: file("dist/lua.wasm").toString(true) },
        knowledge: {
          ...(JSON.parse(knowledge ?? "{}") as Knowledge),
          community: JSON.parse(community ?? "{}") as Knowledge["community"],
        },
      },
    });
  });
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
