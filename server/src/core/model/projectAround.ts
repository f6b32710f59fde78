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
  /** Files that an Include in a file stands for; undefined: cannot be told. */
  targets(path: string, include: Include): readonly string[] | undefined;
  /** Files with an Include that stands for this one. */
  includers(path: string): readonly string[];
}

/** The name under which Prosody looks for its configuration. */
const MAIN_FILE = /(?:^|[/\\])prosody\.cfg\.lua$/;

/** Undefined where two configurations share the file: what holds for one need not hold for the other. */
export function projectAround(path: string, known: KnownFiles): Project | undefined {
  const roots = rootsOf(path, known);
  const [root = path] = roots;
  if (roots.length > 1) return undefined;
  const files = new Map<string, KnownFile>();
  let complete = MAIN_FILE.test(root);
  const visit = (at: string): void => {
    const file = known.file(at);
    if (file === undefined) {
      complete = false;
      return;
    }
    if (files.has(at)) return;
    files.set(at, file);
    complete &&= file.whole;
    for (const include of file.file.includes) {
      const targets = include.certain ? known.targets(at, include) : undefined;
      complete &&= targets !== undefined && (targets.length > 0 || isGlob(include));
      targets?.forEach(visit);
    }
  };
  visit(root);
  const own = known.file(path);
  if (!files.has(path) && own !== undefined) {
    // It was included a moment ago, or is about to be.
    files.set(path, own);
    complete = false;
  }
  return {
    path,
    files: [...files.values()],
    complete,
    matches: (include) => known.targets(path, include),
  };
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

/** A pattern may stand for nothing; a name may not. */
function isGlob({ path }: Include): boolean {
  return path.kind === "string" && /[*?]/.test(path.value);
}

/** What an Include stands for, as a pattern of paths; undefined where its path is computed or refused. */
export function patternOf(include: Include, path: string): IncludePattern | undefined {
  return includeTargets({ includes: [include] }, path)[0]?.pattern;
}

/** The same for Includes with the same path, whatever surrounds them; undefined where the path is computed. */
export function includeKey({ path, certain }: Include): string | undefined {
  return certain && path.kind === "string" ? path.value : undefined;
}
