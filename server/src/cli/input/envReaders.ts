// Which tools read an env file on the disk, by the files in its folder and those above it.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { READER_PATTERNS, envReaders } from "../../core/model/envReaders.ts";
import type { EnvReader, Neighbour } from "../../core/model/envReaders.ts";
import { readCompose } from "../../core/syntax/yaml/compose.ts";

/** The folder itself and so many above it; a repository ends the way. */
const MAX_FOLDERS = 4;
const MAX_FILES = 40;
const MAX_BYTES = 200_000;

const EXPRESSIONS = READER_PATTERNS.map((pattern) => new RegExp(`^${pattern.replace(/\./g, "\\.").replace(/\*/g, ".*")}$`));

/** Reads each folder once. */
export class EnvReadersOnDisk {
  private readonly folders = new Map<string, readonly Neighbour[]>();

  of(path: string): readonly EnvReader[] {
    const file = resolve(path);
    const neighbours: Neighbour[] = [];
    let folder = dirname(file);
    for (let i = 0; i < MAX_FOLDERS; i++) {
      neighbours.push(...this.in(folder));
      const parent = dirname(folder);
      if (parent === folder || statSync(join(folder, ".git"), { throwIfNoEntry: false }) !== undefined) break;
      folder = parent;
    }
    // Its parser is loaded when it is first mentioned.
    return envReaders(withSlashes(file), neighbours, (text) => readCompose(text));
  }

  private in(folder: string): readonly Neighbour[] {
    const known = this.folders.get(folder) ?? read(folder);
    this.folders.set(folder, known);
    return known;
  }
}

/** What cannot be read tells nothing. */
function read(folder: string): readonly Neighbour[] {
  try {
    const names = readdirSync(folder).filter((name) => EXPRESSIONS.some((expression) => expression.test(name)));
    return names.slice(0, MAX_FILES).flatMap((name): readonly Neighbour[] => {
      const path = join(folder, name);
      const entry = statSync(path, { throwIfNoEntry: false });
      if (entry?.isFile() !== true || entry.size > MAX_BYTES) return [];
      return [{ path: withSlashes(path), text: readFileSync(path, "utf8") }];
    });
  } catch {
    return [];
  }
}

function withSlashes(path: string): string {
  return path.split(sep).join("/");
}
