// From the paths that the user gave to the files to check: folders are searched, files stand for themselves, `-` is standard input.
// The same file is never checked twice, however it was named.

import { realpathSync, statSync } from "node:fs";
import { findFiles } from "./findFiles.ts";
import { guessInputKind } from "./guessKind.ts";
import type { InputKind } from "./guessKind.ts";
import { headOf } from "./readInput.ts";
import { problemOf } from "./problem.ts";
import type { Problem } from "./problem.ts";

export interface Input {
  readonly from: "file" | "stdin";
  /** Shown, and for files also where it is. */
  readonly path: string;
  readonly kind: InputKind;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** Those that were searched. */
  readonly folders: readonly string[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** `stdinPath` is what to take standard input for. */
export function resolveInputs(paths: readonly string[], stdinPath: string | undefined): Inputs {
  const inputs = new Map<string, Input>();
  const problems: Problem[] = [];
  const notes: string[] = [];
  const folders: string[] = [];
  const add = (key: string, input: Input): void => {
    if (!inputs.has(key)) inputs.set(key, input);
  };
  for (const path of paths) {
    if (path === "-") {
      add("-", { from: "stdin", path: stdinPath ?? "-", kind: guessInputKind(stdinPath ?? "") });
      continue;
    }
    try {
      const status = statSync(path);
      if (!status.isDirectory()) {
        // What a pipe gives can be read once.
        const head = status.isFile() ? (): string => headOf(path) : undefined;
        add(realpathSync(path), { from: "file", path, kind: guessInputKind(path, head) });
        continue;
      }
    } catch (error) {
      problems.push(problemOf(path, error));
      continue;
    }
    const found = findFiles(path);
    folders.push(path);
    for (const file of found.files) add(file.realPath, { from: "file", path: file.path, kind: file.kind });
    problems.push(...found.problems);
    notes.push(...found.notes);
  }
  return { inputs: [...inputs.values()], folders, problems, notes };
}
