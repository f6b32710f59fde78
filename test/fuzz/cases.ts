// Texts that failed once, each in a file of its own, so that they never fail again: test/fuzz/cases/TARGET/NAME.json.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(process.cwd(), "test/fuzz/cases");

export interface Case {
  /** What was wrong. */
  readonly what: string;
  /** Of the run that found it, with its number in it. */
  readonly found?: string;
  readonly text: string;
}

export interface NamedCase extends Case {
  readonly name: string;
}

export function casesOf(target: string): readonly NamedCase[] {
  const folder = join(FOLDER, target);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => ({ name, ...(JSON.parse(readFileSync(join(folder, name), "utf8")) as Case) }));
}

/** Returns where it is. */
export function saveCase(target: string, name: string, one: Case, folder = FOLDER): string {
  mkdirSync(join(folder, target), { recursive: true });
  const path = join(folder, target, `${name}.json`);
  writeFileSync(path, `${JSON.stringify(one, undefined, 2)}\n`);
  return path;
}
