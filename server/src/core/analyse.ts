// One text, understood: parsed and lowered. Immutable; the same text gives the same analysis.

import { readEnvFile } from "./model/envFile.ts";
import type { EnvDialectChoice, EnvFile } from "./model/envFile.ts";
import type { EnvReader } from "./model/envReaders.ts";
import type { LuaFile } from "./model/luaFile.ts";
import type { ContainerFile } from "./model/container.ts";
import { lowerLua } from "./model/lowerLua.ts";
import type { ContainerKind, FileKind } from "./source.ts";
import { parseLua } from "./syntax/lua/parse.ts";
import type { LuaSyntax } from "./syntax/lua/syntax.ts";
import { LineIndex } from "./text/lineIndex.ts";
import type { Span } from "./text/span.ts";

interface AnalysisBase {
  readonly text: string;
  readonly lines: LineIndex;
}

export interface LuaAnalysis extends AnalysisBase {
  readonly kind: "lua";
  readonly syntax: LuaSyntax;
  readonly file: LuaFile;
}

export interface EnvAnalysis extends AnalysisBase {
  readonly kind: "env";
  readonly file: EnvFile;
}

/** Of a file that describes containers; made by `analyseContainers`. */
export interface ContainerAnalysis extends AnalysisBase {
  readonly kind: "container";
  /** How it was read. */
  readonly source: ContainerKind;
  readonly file: ContainerFile;
  readonly comments: readonly Span[];
}

export type Analysis = LuaAnalysis | EnvAnalysis | ContainerAnalysis;

export interface AnalysisOptions {
  readonly dialect?: EnvDialectChoice;
  /** Who reads an env file, where the files around it tell. */
  readonly readers?: readonly EnvReader[];
  /** What the text was before, of the same file: saves what did not change. */
  readonly previous?: Analysis | undefined;
}

export function analyse(kind: FileKind, text: string, options: AnalysisOptions = {}): LuaAnalysis | EnvAnalysis {
  const before = options.previous?.kind === "lua" && kind === "lua" ? options.previous : undefined;
  const lines = before === undefined ? new LineIndex(text) : new LineIndex(text, before.lines);
  if (kind === "env") return { kind, text, lines, file: readEnvFile(text, options.dialect ?? "auto", options.readers) };
  const syntax = parseLua(text, before?.syntax, lines);
  return { kind, text, lines, syntax, file: lowerLua(syntax, before?.file) };
}
