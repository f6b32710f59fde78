// The files of the disk for a run of the command line, which says why a file of settings or declarations could not be read: what it says
// would count, and the answer would be another one.

import { CONFIG_NAME } from "../../core/rules/configFile.ts";
import { diskFiles, findOnDisk } from "../../disk/diskFiles.ts";
import { readRegular } from "../../disk/readRegular.ts";
import { nameOf } from "../../workspace/address.ts";
import type { Files } from "../../workspace/files.ts";
import { DECLARATIONS } from "../../workspace/settings.ts";
import { shown, toPath } from "./paths.ts";
import { unreadable } from "./problem.ts";
import type { Problem } from "./problem.ts";

/** They may be missing. */
const OPTIONAL: ReadonlySet<string> = new Set([CONFIG_NAME, DECLARATIONS]);

/** `modules`: folders that the user named, from which links may lead anywhere, as to a copy of the community's modules. */
export function tellingFiles(modules: readonly string[], tell: (problem: Problem) => void): Files {
  const beyond = new Set<string>();
  return {
    ...diskFiles,
    findFiles: async (folder, patterns, limit) => {
      if (!modules.includes(folder)) return diskFiles.findFiles(folder, patterns, limit);
      const found = await findOnDisk(toPath(folder), patterns, limit, true).catch(() => []);
      for (const address of found) beyond.add(address);
      return found;
    },
    readFile: async (address, within) => {
      if (!address.endsWith(".json") && !beyond.has(address)) return diskFiles.readFile(address, within);
      const read = await readRegular(toPath(address), beyond.has(address) ? undefined : within.map(toPath));
      if (read.ok) return new TextDecoder("utf-8", { ignoreBOM: true }).decode(read.bytes);
      const problem = unreadable(shown(address), read);
      const isOptional = OPTIONAL.has(nameOf(address)) && problem.reason.startsWith("does not exist");
      if (!isOptional) tell(problem);
      return undefined;
    },
  };
}
