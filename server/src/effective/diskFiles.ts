// Files on this machine, below one folder also when symbolic links are followed.

import { readFile, readdir, realpath, stat } from "node:fs/promises";
import type { FileSource } from "./fileSource.ts";
import type { FileProblem } from "./knownFiles.ts";

/** Larger ones are no configuration. */
const MAX_FILE_SIZE = 8 * 1024 * 1024;

/** `root` with `/` between folders; paths that are asked for begin with it. */
export async function diskFiles(root: string): Promise<FileSource> {
  const realRoot = await realpath(root);
  const check = async (path: string): Promise<FileProblem | undefined> => {
    try {
      const real = await realpath(path);
      const inside = real === realRoot || real.startsWith(realRoot.endsWith("/") ? realRoot : `${realRoot}/`);
      return inside || /^[A-Za-z]:/.test(real) ? undefined : "outside";
    } catch {
      return "missing";
    }
  };
  return {
    root,
    readFile: async (path) => {
      const problem = await check(path);
      if (problem !== undefined) return { problem };
      try {
        // A pipe or a device would keep us waiting.
        const { size, ...info } = await stat(path).then((found) => ({ size: found.size, isFile: found.isFile() }));
        if (!info.isFile || size > MAX_FILE_SIZE) return { problem: "missing" };
        return { content: await readFile(path) };
      } catch {
        return { problem: "missing" };
      }
    },
    listFolder: async (path) => {
      const problem = await check(path);
      if (problem !== undefined) return { problem };
      try {
        return { names: (await readdir(path)).sort() };
      } catch {
        return { problem: "missing" };
      }
    },
  };
}
