// A folder that stands for /etc/prosody: its prosody.cfg.lua and what that includes from inside the folder, in the order in which
// Prosody reads it. Files outside the folder do not come along into the container, so they do not count.

import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { analyse } from "../../core/analyse.ts";
import { IMAGE_PATHS } from "../../core/generate/image.ts";
import type { ConfigFile } from "../../core/model/config.ts";
import type { Problem } from "../input/problem.ts";
import { readInput } from "../input/readInput.ts";

const MAX_FILES = 500;

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Includes that cannot be read are left out; without the main file there is nothing to start. */
export async function readConfigFolder(folder: string): Promise<readonly ConfigFile[] | Problem> {
  const found = new Map<string, ConfigFile>();
  const main = join(folder, "prosody.cfg.lua");
  if (!existsSync(main)) return { path: folder, reason: "has no prosody.cfg.lua, which is what the image starts with" };
  const problem = await readWithIncludes(main, folder, found);
  return problem ?? [...found.values()];
}

async function readWithIncludes(path: string, folder: string, found: Map<string, ConfigFile>): Promise<Problem | undefined> {
  if (found.has(path) || found.size >= MAX_FILES) return undefined;
  const read = await readInput({ from: "file", path, kind: "lua" });
  if (!read.ok) return read.problem;
  const analysis = analyse("lua", read.text);
  if (analysis.kind !== "lua") return undefined;
  found.set(path, analysis.file);
  for (const include of analysis.file.includes) {
    if (!include.certain || include.path.kind !== "string") continue;
    for (const file of includedFiles(include.path.value, path, folder)) await readWithIncludes(file, folder, found);
  }
  return undefined;
}

/** Prosody takes a relative path from the folder of the including file, and wildcards in the last part alone. */
function includedFiles(include: string, from: string, folder: string): readonly string[] {
  const inImage = include.startsWith(`${IMAGE_PATHS.config}/`);
  if (include.startsWith("/") && !inImage) return [];
  const path = inImage ? join(folder, include.slice(IMAGE_PATHS.config.length)) : join(dirname(from), include);
  if (relative(folder, path).split(sep)[0] === "..") return [];
  const name = path.slice(dirname(path).length + 1);
  if (!/[*?]/.test(name)) return [path];
  const source = name.replace(/\*+|\?|[\\^$.|+()[\]{}]/g, (part) =>
    part.startsWith("*") ? ".*" : part === "?" ? "." : `\\${part}`,
  );
  const pattern = new RegExp(`^${source}$`);
  try {
    const names = readdirSync(dirname(path)).filter((entry) => pattern.test(entry));
    return names.sort().map((entry) => join(dirname(path), entry));
  } catch {
    return [];
  }
}
