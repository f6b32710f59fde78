// Files that the client reads and finds for us, which sees remote and virtual workspaces too. It looks after what may be read itself.

import type { Connection } from "vscode-languageserver";
import { FIND_FILES_REQUEST, LIST_FOLDER_REQUEST, READ_FILE_REQUEST } from "../protocol.ts";
import type {
  FindFilesParams,
  FindFilesResult,
  ListFolderParams,
  ListFolderResult,
  ReadFileParams,
  ReadFileResult,
} from "../protocol.ts";
import { addressAt, inFolder, pathOf } from "../workspace/address.ts";
import type { Files } from "../workspace/files.ts";

export function clientFiles(connection: Connection): Files {
  const ask = <R>(request: string, params: object): Promise<R | null> =>
    connection.sendRequest<R>(request, params).catch(() => null);
  return {
    readFile: async (uri) => {
      const result = await ask<ReadFileResult>(READ_FILE_REQUEST, { uri } satisfies ReadFileParams);
      return typeof result?.text === "string" ? result.text : undefined;
    },
    listFolder: async (folder) => {
      const result = await ask<ListFolderResult>(LIST_FOLDER_REQUEST, { folder: withPath(folder) } satisfies ListFolderParams);
      if (result === null) return undefined;
      return { files: new Map(result.files.map((name) => [name, inFolder(folder, name)])), folders: result.folders, others: [] };
    },
    findFiles: async (folder, patterns, limit) => {
      const params: FindFilesParams = { folder: withPath(folder), patterns, limit };
      const result = await ask<FindFilesResult>(FIND_FILES_REQUEST, params);
      return (result?.uris ?? []).slice(0, limit);
    },
  };
}

/** Editors look for files below a folder only where its address has a path. */
function withPath(folder: string): string {
  return addressAt(pathOf(folder), folder);
}
