// Files that are not open: read and found by the client, which sees remote and virtual workspaces too, or by this process where the
// client does not offer it. What cannot be read is not there.

import type { Connection } from "vscode-languageserver";
import { FIND_FILES_REQUEST, READ_FILE_REQUEST } from "../protocol.ts";
import type { FindFilesParams, FindFilesResult, ReadFileParams, ReadFileResult } from "../protocol.ts";

export interface Files {
  /** Undefined: not there, no text, or too large. */
  readFile(uri: string): Promise<string | undefined>;
  /** Addresses of files below a folder; `**` and `*` as everywhere. Never more than `limit`. */
  findFiles(folder: string, patterns: readonly string[], limit: number): Promise<readonly string[]>;
}

export function clientFiles(connection: Connection): Files {
  return {
    readFile: async (uri) => {
      const params: ReadFileParams = { uri };
      const result = await connection.sendRequest<ReadFileResult>(READ_FILE_REQUEST, params).catch(() => null);
      return typeof result?.text === "string" ? result.text : undefined;
    },
    findFiles: async (folder, patterns, limit) => {
      const params: FindFilesParams = { folder, patterns, limit };
      const result = await connection.sendRequest<FindFilesResult>(FIND_FILES_REQUEST, params).catch(() => null);
      return (result?.uris ?? []).slice(0, limit);
    },
  };
}

export const NO_FILES: Files = {
  readFile: () => Promise.resolve(undefined),
  findFiles: () => Promise.resolve([]),
};
