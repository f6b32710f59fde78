// The files in a folder that concern us, by name or by what they say of containers, in a stable order. Links are followed, as in conf.d folders full of links, but
// each folder and file is visited once. Bounded, so that a path like / ends in a sentence and not in an endless search.

import { readdirSync, realpathSync, statSync } from "node:fs";
import type { Dirent } from "node:fs";
import { join } from "node:path";
import { containerKindOf, kindOf } from "../../core/source.ts";
import { ContainerTexts } from "./containerTexts.ts";
import { isFileKind } from "./guessKind.ts";
import type { InputKind } from "./guessKind.ts";
import { problemOf } from "./problem.ts";
import type { Problem } from "./problem.ts";

const MAX_FOLDERS = 5_000;
const MAX_FILES = 2_000;

export interface FoundFile {
  /** Under the given folder. */
  readonly path: string;
  readonly realPath: string;
  readonly kind: InputKind;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

export function findFiles(folder: string): FoundFiles {
  const search: Search = { folders: new Set(), files: new Map(), texts: new ContainerTexts(), problems: [], stopped: false };
  visit(folder, search);
  const { problems, stopped, texts } = search;
  const files = [...search.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  if (stopped)
    problems.push({ path: folder, reason: "holds too much to search all of it. Name the folders or files that matter" });
  else if (files.length === 0 && problems.length === 0) {
    const what = "no file in it is named *.cfg.lua, .env, .env.* or *.env, or describes containers of Prosody's image";
    problems.push({ path: folder, reason: `has nothing to check: ${what}` });
  }
  const notes = texts.exhausted
    ? [`${folder} holds too many files that may describe containers to look into all of them. Name those that do.`]
    : [];
  return { files, problems, notes };
}

interface Search {
  /** Real paths, as links may lead to the same place. */
  readonly folders: Set<string>;
  readonly files: Map<string, FoundFile>;
  readonly texts: ContainerTexts;
  readonly problems: Problem[];
  stopped: boolean;
}

function visit(folder: string, search: Search): void {
  let entries: readonly Dirent[];
  try {
    const real = realpathSync(folder);
    if (search.folders.has(real)) return;
    search.folders.add(real);
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    search.problems.push(problemOf(folder, error));
    return;
  }
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (search.folders.size >= MAX_FOLDERS || search.files.size >= MAX_FILES) search.stopped = true;
    if (search.stopped) return;
    const path = join(folder, entry.name);
    const kind = kindOf(entry.name) ?? containerKindOf(entry.name);
    if (isFolder(entry, path)) {
      if (!entry.name.startsWith(".") && entry.name !== "node_modules") visit(path, search);
    } else if (kind !== undefined) addFile(path, kind, search);
  }
}

function isFolder(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function addFile(path: string, kind: InputKind, search: Search): void {
  try {
    // A pipe or a device in a folder would keep us waiting.
    const status = statSync(path);
    if (!status.isFile() || (!isFileKind(kind) && !search.texts.concernUs(path, status.size))) return;
    const realPath = realpathSync(path);
    if (!search.files.has(realPath)) search.files.set(realPath, { path, realPath, kind });
  } catch (error) {
    // A link that leads nowhere is told where the name alone says that it matters.
    if (isFileKind(kind)) search.problems.push(problemOf(path, error));
  }
}
