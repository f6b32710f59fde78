// Files of this machine, for clients that do not answer for them. Bounded: a workspace may be the whole disk.

import type { Dirent } from "node:fs";
import { readFile, readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Files } from "./lsp/files.ts";

const MAX_BYTES = 2_000_000;
const MAX_FOLDERS = 3_000;

export const nodeFiles: Files = {
  readFile: async (uri) => {
    try {
      const path = fileURLToPath(uri);
      const { size } = await stat(path);
      return size > MAX_BYTES ? undefined : await readFile(path, "utf8");
    } catch {
      return undefined;
    }
  },
  findFiles: async (folder, patterns, limit) => {
    try {
      return await search(fileURLToPath(folder), patterns.map(toExpression), limit);
    } catch {
      return [];
    }
  },
};

/** Breadth first, so that what is near is found before the limit. Links are followed, each folder is visited once. */
async function search(root: string, expressions: readonly RegExp[], limit: number): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [root];
  const visited = new Set<string>();
  while (waiting.length > 0 && visited.size < MAX_FOLDERS) {
    const folder = waiting.shift() ?? root;
    const real = await realpath(folder).catch(() => folder);
    if (visited.has(real)) continue;
    visited.add(real);
    for (const { name, kind } of await entriesOf(folder)) {
      const path = join(folder, name);
      if (kind === "folder") {
        if (!name.startsWith(".") && name !== "node_modules") waiting.push(path);
      } else if (kind === "file" && isWanted(relative(root, path).split(sep).join("/"), expressions)) {
        found.push(pathToFileURL(path).href);
        if (found.length >= limit) return found;
      }
    }
  }
  return found;
}

interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
}

async function entriesOf(folder: string): Promise<readonly Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const named = entries.map(async (entry): Promise<Entry> => {
    const target = entry.isSymbolicLink() ? await stat(join(folder, entry.name)).catch(() => entry) : entry;
    return { name: entry.name, kind: target.isDirectory() ? "folder" : target.isFile() ? "file" : "other" };
  });
  return (await Promise.all(named)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isWanted(path: string, expressions: readonly RegExp[]): boolean {
  return expressions.some((expression) => expression.test(path));
}

function toExpression(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\?]/g, "\\$&")
    .replace(/\*\*\/|\*/g, (stars) => (stars === "**/" ? "(?:[^/]*/)*" : "[^/]*"));
  return new RegExp(`^${source}$`);
}
