// Where an evaluation gets its files from, and the fence around them: nothing outside of one folder is even asked for.

import type { KnownFile, KnownFolder } from "./knownFiles.ts";

export interface FileSource {
  /** The folder that everything has to lie in, in the form of the paths that are asked for. */
  readonly root: string;
  readFile(path: string): Promise<KnownFile>;
  listFolder(path: string): Promise<KnownFolder>;
}

export async function readInside(source: FileSource, path: string): Promise<KnownFile> {
  return isInside(source.root, path) ? await source.readFile(path) : { problem: "outside" };
}

export async function listInside(source: FileSource, path: string): Promise<KnownFolder> {
  return isInside(source.root, path) ? await source.listFolder(path) : { problem: "outside" };
}

export function isInside(root: string, path: string): boolean {
  if (path.includes("\0") || path.startsWith("/") !== root.startsWith("/")) return false;
  // Elsewhere than on Windows, a backslash is a part of a name.
  const separator = /^\/?[A-Za-z]:/.test(root) ? /[/\\]/ : /\//;
  const base = segments(root, separator);
  const inner = segments(path, separator);
  return base.every((segment, index) => inner[index] === segment) && inner[base.length] !== "..";
}

/** Without `.` and empty ones, and with `..` resolved as far as possible. */
function segments(path: string, separator: RegExp): readonly string[] {
  const kept: string[] = [];
  for (const segment of path.split(separator)) {
    if (segment === "" || segment === ".") continue;
    if (segment === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (segment !== ".." || !path.startsWith("/")) kept.push(segment);
  }
  return kept;
}
