// Which files of a folder an environment graph is made of, and what each of them says of variables.

import { analyse } from "./analyse.ts";
import type { Analysis } from "./analyse.ts";
import type * as parsers from "./analyseContainers.ts";
import type { ConfigFile } from "./model/config.ts";
import { wordsOf } from "./model/environment/files.ts";
import type { GraphFile } from "./model/environment/files.ts";
import { FILE_PATTERNS, containerKindOf, kindOf } from "./source.ts";
import type { ContainerKind, FileKind } from "./source.ts";

/** Loaded by whoever has such a text, as they are much code. */
export type ContainerParsers = typeof parsers;

/** What is looked for besides configurations; the plainest first. Scripts and manifests are many, and seldom about Prosody. */
export const GRAPH_SEARCHES: readonly (readonly string[])[] = [
  FILE_PATTERNS.env,
  ["**/*compose*.yaml", "**/*compose*.yml", "**/Dockerfile*", "**/Containerfile*", "**/*.container"],
  ["**/*.yaml", "**/*.yml", "**/*.sh", "**/Makefile", "**/makefile", "**/justfile"],
];

/** Of each search. */
export const MAX_GRAPH_FOUND = 60;
export const MAX_GRAPH_LENGTH = 200_000;
const NOTHING: ConfigFile = {
  kind: "lua",
  sections: [],
  settings: [],
  includes: [],
  envRefs: [],
  locals: [],
  readNames: new Set(),
  luaReads: [],
  wordReads: [],
};

/** What a text says of variables; undefined: nothing that could be followed. `known`: what the text was understood as already. */
export function graphFile(
  path: string,
  text: string,
  kind: FileKind | ContainerKind | undefined,
  readers: ContainerParsers | undefined,
  known?: Analysis,
): GraphFile | undefined {
  if (known !== undefined) return graphFileOf(path, known);
  const words = wordsOf(text);
  switch (kind) {
    case "lua":
      // Most files neither read variables nor include others, which is seen faster than understood.
      if (!/\bENV_|getenv|include/i.test(text)) return { kind, path, text, words, file: NOTHING, whole: true };
      return graphFileOf(path, analyse(kind, text));
    case "env":
      return graphFileOf(path, analyse(kind, text));
    case "markdown":
      return undefined;
    case "compose":
      // Services of other images share env files with ours.
      return readers && { kind: "container", path, text, words, ...readers.readComposeContainers(text) };
    default: {
      const found = kind === undefined ? undefined : readers?.analyseContainers(kind, text);
      return found === undefined ? { kind: "other", path, text, words } : graphFileOf(path, found);
    }
  }
}

export function graphFileOf(path: string, analysis: Analysis): GraphFile {
  const { text } = analysis;
  const words = wordsOf(text);
  switch (analysis.kind) {
    case "lua":
      return { kind: "lua", path, text, words, file: analysis.file, whole: analysis.syntax.issues.length === 0 };
    case "env":
      return { kind: "env", path, text, words, file: analysis.file };
    case "container":
      return { kind: "container", path, text, words, file: analysis.file, comments: analysis.comments };
  }
}

/** Documentation shows examples. */
export function isGraphFile(path: string, languageId?: string): boolean {
  if (kindOf(path, languageId) !== undefined) return true;
  const kind = containerKindOf(path, languageId);
  return kind !== "markdown" && (kind !== undefined || /\/(?:Makefile|makefile|justfile)$/.test(path));
}
