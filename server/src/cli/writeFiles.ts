// The files that a command makes: all of them are written, or none if one exists already.

import { lstatSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { writeWhole } from "../disk/writeWhole.ts";
import type { Wish } from "../disk/writeWhole.ts";
import { problemOf, unwritable } from "./input/problem.ts";
import type { Problem } from "./input/problem.ts";

export interface MadeFile extends Omit<Wish, "force"> {
  readonly path: string;
  readonly text: string;
}

/** Why not, if anything went wrong. The main file is the first. It is written last: a configuration without its secrets would not load. */
export async function writeFiles(files: readonly MadeFile[], force = false): Promise<readonly Problem[]> {
  const problems = force ? [] : files.filter(({ path }) => isThere(path)).map(({ path }) => existing(path));
  if (problems.length > 0) return problems;
  for (const file of [...files].reverse()) {
    const problem = await write(file, force);
    if (problem !== undefined) return [problem];
  }
  return [];
}

async function write({ path, text, ...wish }: MadeFile, force: boolean): Promise<Problem | undefined> {
  try {
    // What the user named must have its folder.
    if (wish.within !== undefined) mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    return problemOf(path, error);
  }
  const written = await writeWhole(path, text, { ...wish, force });
  return written.ok ? undefined : unwritable(path, written);
}

/** Also a link that leads nowhere. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function existing(path: string): Problem {
  return unwritable(path, { ok: false, problem: "exists" });
}
