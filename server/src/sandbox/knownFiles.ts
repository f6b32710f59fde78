// The files and folders that an evaluation has been given so far, by the path it asks with. What is missing is known, too.

import type { FileContent } from "../core/effective/types.ts";

export type FileProblem = "missing" | "outside";

export type KnownFile = { readonly content: FileContent } | { readonly problem: FileProblem };

/** Names without a path, files and folders alike. */
export type KnownFolder = { readonly names: readonly string[] } | { readonly problem: FileProblem };

export interface KnownFiles {
  readonly files: ReadonlyMap<string, KnownFile>;
  readonly folders: ReadonlyMap<string, KnownFolder>;
}
