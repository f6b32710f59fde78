// Evaluates configuration files that the user names, one after the other in one thread. Results name files as the user does.

import { readFileSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, resolve } from "node:path";
import type { EffectiveResult } from "../../core/effective/types.ts";
import type { Version } from "../../core/schema/types.ts";
import { diskFiles } from "../../effective/diskFiles.ts";
import { Evaluator } from "../../effective/evaluator.ts";
import { startNodeThread } from "../../effective/nodeThread.ts";
import { relabel } from "../../effective/relabel.ts";
import { shippedFile } from "../../shippedFile.ts";
import { problemOf } from "../input/problem.ts";
import type { Problem } from "../input/problem.ts";

export interface FileSubject {
  readonly file: string;
  readonly version: Version;
  readonly variables: Readonly<Record<string, string>>;
}

export async function evaluateFiles(subjects: readonly FileSubject[]): Promise<readonly EffectiveResult[]> {
  const evaluator = new Evaluator(() =>
    startNodeThread({ worker: shippedFile("evaluator.cjs"), wasm: shippedFile("lua.wasm") }),
  );
  const now = Date.now() / 1000;
  const results: EffectiveResult[] = [];
  try {
    for (const subject of subjects) results.push(await evaluateFile(subject, evaluator, now));
  } finally {
    evaluator.dispose();
  }
  return results;
}

/** Why the file cannot be evaluated; undefined: it can. */
export function problemWithFile(file: string): Problem | undefined {
  try {
    if (statSync(file).isDirectory()) return { path: file, reason: "is a folder, not a file" };
    readFileSync(file);
    return undefined;
  } catch (error) {
    return problemOf(file, error);
  }
}

async function evaluateFile(
  { file, version, variables }: FileSubject,
  evaluator: Evaluator,
  now: number,
): Promise<EffectiveResult> {
  const root = forwardSlashes(resolve(dirname(file)));
  const entry = forwardSlashes(resolve(file));
  const request = { entry, version, environment: variables, now, hostname: hostname() };
  const result = await evaluator.evaluate({ ...request, missingFolders: "empty" }, await diskFiles(root));
  return relabel(result, `${root}/`, file.slice(0, file.length - (entry.length - root.length - 1)));
}

function forwardSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}
