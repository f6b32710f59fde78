// The project that a file belongs to, from what is known of the files around it: up to the main file by whoever includes it, then down
// again in the order in which Prosody reads. Pure: whoever can read files says what there is.

import type { Include } from "./config.ts";
import { includeTargets } from "./includes.ts";
import type { IncludePattern } from "./includes.ts";
import type { Project, ProjectFile } from "./project.ts";

export interface KnownFile extends ProjectFile {
  /** Nothing in it was left out because it could not be understood. */
  readonly whole: boolean;
}

export interface KnownFiles {
  file(path: string): KnownFile | undefined;
  /** What an Include in a file stands for; undefined: cannot be told. */
  included(path: string, include: Include): Included | undefined;
  /** Files with an Include that stands for this one. */
  includers(path: string): readonly string[];
  /** The main file in the folder above that of parts of a configuration. */
  mainAbove?(path: string): string | undefined;
}

/** Paths of files, or nothing that Prosody could read: it does not start if a named file, or the folder of a pattern, is missing. */
export type Included = { readonly kind: "files"; readonly paths: readonly string[] } | { readonly kind: "missing" };

/** The name under which Prosody looks for its configuration. */
const MAIN_FILE = /(?:^|[/\\])prosody\.cfg\.lua$/;

/** A file in a folder for parts of a configuration. */
const PART = /\.d[/\\][^/\\]+\.cfg\.lua$/;

/** The files of a configuration from its main file on. */
export interface FilesBelow {
  readonly files: ReadonlyMap<string, KnownFile>;
  readonly complete: boolean;
}

/**
 * Undefined where two configurations share the file: what holds for one need not hold for the other. `made`: what was made already, by
 * main file.
 */
export function projectAround(path: string, known: KnownFiles, made = new Map<string, FilesBelow>()): Project | undefined {
  const roots = rootsOf(path, known);
  const [root = path] = roots;
  if (roots.length > 1) return undefined;
  const belowMain = (main: string): FilesBelow => {
    const below = made.get(main) ?? filesBelow(main, known);
    made.set(main, below);
    return below;
  };
  const below = belowMain(root);
  const main = root === path && PART.test(path) ? known.mainAbove?.(path) : undefined;
  const beside = main === undefined ? undefined : belowMain(main);
  const own = below.files.has(path) ? undefined : known.file(path);
  return {
    path,
    // It was included a moment ago, or is about to be.
    files: [...below.files.values(), ...(own === undefined ? [] : [own])],
    complete: below.complete && own === undefined,
    ...(beside?.complete === true && !beside.files.has(path) ? { beside: [...beside.files.values()] } : {}),
    matches: (include) => {
      const included = known.included(path, include);
      return included?.kind === "missing" ? [] : included?.paths;
    },
    misses: (include) => known.included(path, include)?.kind === "missing",
  };
}

function filesBelow(root: string, known: KnownFiles): FilesBelow {
  const files = new Map<string, KnownFile>();
  let complete = MAIN_FILE.test(root);
  const visit = (at: string): void => {
    if (files.has(at)) return;
    const file = known.file(at);
    if (file === undefined) {
      complete = false;
      return;
    }
    files.set(at, file);
    complete &&= file.whole;
    for (const include of file.file.includes) {
      const included = include.certain ? known.included(at, include) : undefined;
      complete &&= included?.kind === "files";
      if (included?.kind === "files") included.paths.forEach(visit);
    }
  };
  visit(root);
  return { files, complete };
}

/** Files above it that nobody includes. */
function rootsOf(path: string, known: KnownFiles): readonly string[] {
  const seen = new Set([path]);
  const roots: string[] = [];
  // Grows while it is gone through.
  for (const at of seen) {
    const above = known.includers(at).filter((other) => other !== at);
    if (above.length === 0) roots.push(at);
    for (const other of above) seen.add(other);
  }
  return roots;
}

/** What an Include stands for, as a pattern of paths; undefined where its path is computed or refused. */
export function patternOf(include: Include, path: string): IncludePattern | undefined {
  return includeTargets({ includes: [include] }, path)[0]?.pattern;
}

/** The same for Includes with the same path, whatever surrounds them; undefined where the path is computed. */
export function includeKey({ path, certain }: Include): string | undefined {
  return certain && path.kind === "string" ? path.value : undefined;
}
