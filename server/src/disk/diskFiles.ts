// The files of this machine, as the workspace asks for them. What is found through a link is known by the address of what it leads to.

import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import picomatch from "picomatch/posix";
import { normal } from "../workspace/address.ts";
import type { Files, Listing } from "../workspace/files.ts";
import { isBelow, readRegular } from "./readRegular.ts";
import { walkFolder } from "./walkFolder.ts";

export const diskFiles: Files = {
  readFile: async (address, within) => {
    const bytes = await bytesOf(address, within);
    return bytes === undefined ? undefined : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  },
  readBytes: bytesOf,
  listFolder: async (address, within) => {
    try {
      return await list(fileURLToPath(address), within.map(pathOf));
    } catch {
      return undefined;
    }
  },
  findFiles: async (folder, patterns, limit) => {
    try {
      return await findOnDisk(fileURLToPath(folder), patterns, limit);
    } catch {
      return [];
    }
  },
};

async function bytesOf(address: string, within: readonly string[]): Promise<Uint8Array | undefined> {
  if (!address.startsWith("file:")) return undefined;
  const read = await readRegular(pathOf(address), within.map(pathOf));
  return read.ok ? read.bytes : undefined;
}

async function list(folder: string, within: readonly string[]): Promise<Listing | undefined> {
  const real = await realpath(folder);
  const roots = await Promise.all(within.map(async (one) => ({ as: one, real: await realpath(one).catch(() => one) })));
  if (!roots.some((root) => isBelow(real, root.real))) return undefined;
  const files = new Map<string, string>();
  const folders: string[] = [];
  const others: string[] = [];
  for (const entry of await readdir(real, { withFileTypes: true })) {
    const place = join(real, entry.name);
    const target = entry.isSymbolicLink() ? await realpath(place).catch(() => undefined) : place;
    const kind = target === undefined ? undefined : await kindOf(entry, target);
    if (target === undefined || kind === undefined) others.push(entry.name);
    else if (kind === "folder") folders.push(entry.name);
    else {
      // Below the folder as the workspace calls it, which may be a link itself.
      const root = roots.find((one) => isBelow(target, one.real));
      files.set(entry.name, toAddress(root === undefined ? target : join(root.as, relative(root.real, target))));
    }
  }
  return { files, folders, others };
}

async function kindOf(entry: Dirent, target: string): Promise<"file" | "folder" | undefined> {
  const what = entry.isSymbolicLink() ? await stat(target).catch(() => undefined) : entry;
  return what?.isDirectory() === true ? "folder" : what?.isFile() === true ? "file" : undefined;
}

/** `beyond`: links may lead out of the folder. */
export async function findOnDisk(
  root: string,
  patterns: readonly string[],
  limit: number,
  beyond = false,
): Promise<readonly string[]> {
  const matches = picomatch([...patterns], { dot: true });
  const found: string[] = [];
  const names = patterns.map((pattern) => pattern.slice(pattern.lastIndexOf("/") + 1));
  const mayMatch = picomatch(names, { dot: true });
  await walkFolder(root, {
    beyond,
    wanted: (name) => mayMatch(name),
    file: ({ path, place }) => {
      if (matches(relative(root, path).split(sep).join("/"))) found.push(toAddress(join(root, place)));
      return found.length < limit;
    },
  });
  return found;
}

function pathOf(address: string): string {
  return fileURLToPath(address);
}

function toAddress(path: string): string {
  return normal(pathToFileURL(path).href);
}
