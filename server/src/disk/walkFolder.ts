// The one walk through the folders of this machine: breadth first, so that what is near is found before a limit is reached. Links are
// followed as far as they stay below the folder; each folder and file is visited once, by where it really is.

import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { isBelow } from "./readRegular.ts";

const MAX_FOLDERS = 5_000;

export interface FoundFile {
  /** Below the given folder, as it was reached. */
  readonly path: string;
  /** Where it is, from the given folder on. */
  readonly place: string;
  readonly name: string;
  readonly size: number;
}

export interface Walk {
  /** False ends the walk. */
  readonly file: (found: FoundFile) => boolean | Promise<boolean>;
  /** What cannot be looked at, with the reason; a link that leads out of the folder has none. */
  readonly trouble?: (path: string, name: string, error?: unknown) => void;
  /** Links may lead out of the folder: the user vouches for what lies there. */
  readonly beyond?: boolean;
  /** Looks at the name alone; the others are passed by. */
  readonly wanted: (name: string) => boolean;
}

/** False: it ended early, at a limit. */
export async function walkFolder(root: string, walk: Walk): Promise<boolean> {
  const realRoot = await realpath(root);
  const isAllowed = (real: string): boolean => walk.beyond === true || isBelow(real, realRoot);
  const visited = new Set<string>();
  const waiting = [{ folder: root, real: realRoot }];
  for (const { folder, real } of waiting) {
    if (visited.has(real)) continue;
    if (visited.size >= MAX_FOLDERS) return false;
    visited.add(real);
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
      walk.trouble?.(folder, "", error);
      return [];
    });
    for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name } = entry;
      const path = join(folder, name);
      const isHidden = name.startsWith(".") || name === "node_modules";
      if (entry.isDirectory()) {
        if (!isHidden) waiting.push({ folder: path, real: join(real, name) });
        continue;
      }
      if (!entry.isSymbolicLink() && !(entry.isFile() && walk.wanted(name))) continue;
      try {
        const target = entry.isSymbolicLink() ? await realpath(path) : join(real, name);
        const status = await stat(target);
        if (status.isDirectory()) {
          if (!isHidden && isAllowed(target)) waiting.push({ folder: path, real: target });
        } else if (status.isFile() && walk.wanted(name) && !visited.has(target)) {
          if (!isAllowed(target)) walk.trouble?.(path, name);
          else {
            visited.add(target);
            if (!(await walk.file({ path, place: relative(realRoot, target), name, size: status.size }))) return false;
          }
        }
      } catch (error) {
        if (walk.wanted(name)) walk.trouble?.(path, name, error);
      }
    }
  }
  return true;
}
