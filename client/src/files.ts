// Answers the server's questions for files of the workspace, through the editor, so that remote and virtual workspaces work too.
// Only files inside the workspace are read.

import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { FIND_FILES_REQUEST, LIST_FOLDER_REQUEST, READ_FILE_REQUEST } from "../../server/src/protocol.ts";
import type {
  FindFilesParams,
  FindFilesResult,
  ListFolderParams,
  ListFolderResult,
  ReadFileParams,
  ReadFileResult,
} from "../../server/src/protocol.ts";

const MAX_BYTES = 2_000_000;

export function answerForFiles(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE_REQUEST, readFile);
  client.onRequest(LIST_FOLDER_REQUEST, listFolder);
  client.onRequest(FIND_FILES_REQUEST, findFiles);
}

async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  const file = vscode.Uri.parse(uri);
  if (!isInside(file)) return null;
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > MAX_BYTES) return null;
    return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) };
  } catch {
    return null;
  }
}

async function listFolder({ folder }: ListFolderParams): Promise<ListFolderResult> {
  const place = vscode.Uri.parse(folder);
  if (!isInside(place)) return null;
  try {
    const entries = await vscode.workspace.fs.readDirectory(place);
    const named = (type: vscode.FileType): string[] => entries.flatMap(([name, is]) => ((is & type) === 0 ? [] : [name]));
    return { files: named(vscode.FileType.File), folders: named(vscode.FileType.Directory) };
  } catch {
    return null;
  }
}

function isInside(place: vscode.Uri): boolean {
  return !place.path.split("/").includes("..") && vscode.workspace.getWorkspaceFolder(place) !== undefined;
}

async function findFiles({ folder, patterns, limit }: FindFilesParams): Promise<FindFilesResult> {
  const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), `{${patterns.join(",")}}`);
  const found = await vscode.workspace.findFiles(pattern, "**/{node_modules,.git}/**", limit);
  return { uris: found.map((uri) => uri.toString()) };
}
