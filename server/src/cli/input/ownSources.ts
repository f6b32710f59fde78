// What the user adds to the knowledge on the command line: files that declare modules and options, and folders with modules.

import { realpathSync, statSync } from "node:fs";
import { folderOf } from "../../workspace/address.ts";
import type { Sources } from "../../workspace/knowledge.ts";
import { toAddress } from "./paths.ts";
import { problemOf } from "./problem.ts";
import type { Problem } from "./problem.ts";

export interface AskedSources {
  /** Files like prosody-schema.json. */
  readonly schema?: readonly string[];
  /** Folders with mod_NAME.lua, as in Prosody's plugin_paths. */
  readonly pluginPath?: readonly string[];
}

export function ownSourcesOf({ schema = [], pluginPath = [] }: AskedSources, tell: (problem: Problem) => void): Sources {
  const isThere = (path: string, isWanted: (status: ReturnType<typeof statSync>) => boolean, otherwise: string): boolean => {
    try {
      if (isWanted(statSync(path))) return true;
      tell({ path, reason: otherwise });
    } catch (error) {
      tell(problemOf(path, error));
    }
    return false;
  };
  return {
    folders: pluginPath
      .filter((path) => isThere(path, (status) => status?.isDirectory() === true, "is no folder with modules"))
      .map(toAddress),
    declarations: schema
      .filter((path) => isThere(path, (status) => status?.isFile() === true, "is no regular file"))
      .map((path) => ({ address: toAddress(path), within: [folderOf(toAddress(realpathSync(path)))] })),
  };
}
