// From the paths that the user gave to the files to check: folders are searched, files stand for themselves, `-` is standard input.
// The same file is never checked twice, however it was named.

import { realpathSync, statSync } from "node:fs";
import { findFiles } from "./findFiles.ts";
import type { FoundFiles } from "./findFiles.ts";
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
  /** The folder that was searched; absent: the user named the file itself. */
  readonly within?: readonly string[];
}

export interface Inputs extends Omit<FoundFiles, "files"> {
  readonly inputs: readonly Input[];
  /** Those that were searched. */
  readonly folders: readonly string[];
}

/** `stdinPath` is what to take standard input for. */
export async function resolveInputs(paths: readonly string[], stdinPath: string | undefined): Promise<Inputs> {
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
        const head = status.isFile() ? (): string => headOf(path) : undefined;
        add(realpathSync(path), { from: "file", path, kind: guessInputKind(path, head) });
        continue;
      }
      const { files, problems: more, notes: told } = await findFiles(path);
      folders.push(path);
      for (const { path: found, kind } of files) add(realpathSync(found), { from: "file", path: found, kind, within: [path] });
      problems.push(...more);
      notes.push(...told);
    } catch (error) {
      problems.push(problemOf(path, error));
    }
  }
  return { inputs: [...inputs.values()], folders, problems, notes };
}
