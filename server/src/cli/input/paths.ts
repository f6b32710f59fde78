// Paths of this machine as addresses, and as people are shown them.

import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { normal } from "../../workspace/address.ts";

export function toAddress(path: string): string {
  return normal(pathToFileURL(resolve(path)).href);
}

export function toPath(address: string): string {
  return fileURLToPath(address);
}

/** From the current folder on, when it is in there. */
export function shown(address: string): string {
  const path = toPath(address);
  const way = relative(process.cwd(), path);
  return way.startsWith("..") ? path : way;
}
