// The files in a folder that concern us, by name or by what they say of containers, in a stable order. Bounded, so that a path like / ends
// in a sentence and not in an endless search.

import { containerKindOf, kindOf } from "../../core/source.ts";
import { walkFolder } from "../../disk/walkFolder.ts";
import { ContainerTexts } from "./containerTexts.ts";
import { isFileKind } from "./guessKind.ts";
import type { InputKind } from "./guessKind.ts";
import { problemOf, unreadable } from "./problem.ts";
import type { Problem } from "./problem.ts";

const MAX_FILES = 20_000;

export interface FoundFile {
  /** Under the given folder. */
  readonly path: string;
  readonly kind: InputKind;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

export async function findFiles(folder: string): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const texts = new ContainerTexts(folder);
  const kindFor = (name: string): InputKind | undefined => kindOf(name) ?? containerKindOf(name);
  const finished = await walkFolder(folder, {
    wanted: (name) => kindFor(name) !== undefined,
    file: async ({ path, name, size }) => {
      const kind = kindFor(name);
      if (kind !== undefined && (isFileKind(kind) || (await texts.concernUs(path, size)))) files.push({ path, kind });
      return files.length < MAX_FILES;
    },
    trouble: (path, name, error) => {
      const kind = kindFor(name);
      // A link that leads nowhere is told where the name alone says that it matters.
      if (name !== "" && (kind === undefined || !isFileKind(kind))) return;
      problems.push(error === undefined ? unreadable(path, { ok: false, problem: "outside" }) : problemOf(path, error));
    },
  }).catch((error: unknown) => {
    problems.push(problemOf(folder, error));
    return true;
  });
  if (!finished)
    problems.push({ path: folder, reason: "holds too much to search all of it. Name the folders or files that matter" });
  else if (files.length === 0 && problems.length === 0) {
    const what = "no file in it is named *.cfg.lua, .env, .env.* or *.env, or describes containers of Prosody's image";
    problems.push({ path: folder, reason: `has nothing to check: ${what}` });
  }
  const notes = texts.exhausted
    ? [`${folder} holds too many files that may describe containers to look into all of them. Name those that do.`]
    : [];
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), problems, notes };
}
