// The files of a configuration by the names that occur in them: a question about one host or option looks at the files that speak of it,
// not at all of them.

import { addTo } from "../text/addTo.ts";
import type { FileIndex } from "./fileIndex.ts";

export type NameKind = "option" | "host" | "module" | "kind" | "read";

/** Fewer files are asked one by one. */
const MANY = 8;

export class FilesByName {
  private readonly known = new Map<NameKind, ReadonlyMap<string, readonly FileIndex[]>>();

  constructor(private readonly files: readonly FileIndex[]) {}

  /** All files that may have the name, in their order. */
  with(kind: NameKind, name: string): readonly FileIndex[] {
    if (this.files.length < MANY) return this.files;
    let byName = this.known.get(kind);
    if (byName === undefined) {
      byName = grouped(this.files, kind);
      this.known.set(kind, byName);
    }
    return byName.get(name) ?? NONE;
  }
}

const NONE: readonly FileIndex[] = [];

function grouped(files: readonly FileIndex[], kind: NameKind): ReadonlyMap<string, readonly FileIndex[]> {
  const byName = new Map<string, FileIndex[]>();
  for (const file of files) {
    for (const name of file.names(kind)) addTo(byName, name, file);
  }
  return byName;
}
