// All files of a configuration that is put into a container, from its main file on; nothing where not all of it is known.

import type { ConfigFile } from "./config.ts";
import { includeTargets } from "./includes.ts";
import type { IncludePattern } from "./includes.ts";

/** Paths are absolute, with `/` between their parts. */
export interface ConfigurationSource {
  /** Undefined: the file is not there, or a part of it is not understood. */
  readonly file: (path: string) => ConfigFile | undefined;
  readonly matching: (pattern: IncludePattern) => readonly string[];
}

/** More than anybody has. */
const MAX_FILES = 200;

export function wholeConfiguration(main: string, source: ConfigurationSource): readonly ConfigFile[] | undefined {
  const files: ConfigFile[] = [];
  const paths = new Set([main]);
  // Grows while it is gone through.
  for (const path of paths) {
    const file = paths.size > MAX_FILES ? undefined : source.file(path);
    const included = file === undefined ? undefined : includedBy(file, path, source);
    if (file === undefined || included === undefined) return undefined;
    for (const other of included) paths.add(other);
    files.push(file);
  }
  return files;
}

/** Undefined where one of them stands for files that are not here: what is absolute is meant inside the container. */
function includedBy(file: ConfigFile, path: string, { matching }: ConfigurationSource): readonly string[] | undefined {
  const targets = includeTargets(file, path);
  const isHere = file.includes.every((one) => one.path.kind === "string" && !one.path.value.startsWith("/"));
  if (!isHere || targets.length < file.includes.length) return undefined;
  const found = targets.map(({ pattern }) => matching(pattern));
  return found.some((some) => some.length === 0) ? undefined : found.flat();
}
