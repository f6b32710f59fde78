// The repository's own files as the tidy tests look at them: no dependencies, nothing built, nothing that a test run leaves behind.

import { readFileSync, readdirSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

const NOT_OURS = new Set(["node_modules", "dist", "test-results", ".git", ".vscode-test", ".vscode-test-web", ".eslintcache"]);

function list(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = posix.join(folder.split(sep).join("/"), entry.name);
    return entry.isDirectory() ? list(path) : entry.isFile() ? [path] : [];
  });
}

/** Paths from the root, with forward slashes. */
export const ALL_FILES: readonly string[] = list("");

export function filesMatching(pattern: RegExp): readonly string[] {
  return ALL_FILES.filter((path) => pattern.test(path));
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

export function readJson(path: string): unknown {
  return JSON.parse(read(path));
}
