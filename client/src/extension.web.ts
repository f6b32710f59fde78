// Entry for the browser: the server runs in a web worker, which can read no files of ours, so they are read here.

import * as vscode from "vscode";
import type { Knowledge } from "../../server/src/core/schema/knowledge.ts";
import { start } from "./start.ts";
import type { Running } from "./start.ts";

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const file = (path: string): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, path);
  running = start(context, async (options, ours) => {
    const { makeClient } = await import("./languageClient.web.ts");
    const [knowledge, community, evaluator] = await Promise.all(
      ["dist/knowledge.json", "dist/community.json", "dist/web/evaluator.js"].map((path) => readText(file(path))),
    );
    const address = (path: string): string => file(path).toString(true);
    return makeClient(address("dist/web/server.js"), {
      ...options,
      initializationOptions: {
        ...ours,
        evaluator: { script: evaluator ?? "", wasm: address("dist/lua.wasm") },
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
