// What a refactoring is: a change that somebody asks for at a place, and that keeps what the configuration means or says in its title
// how it changes that.

import type { LuaAnalysis } from "../analyse.ts";
import type { LuaFile } from "../model/luaFile.ts";
import { otherFiles } from "../model/project.ts";
import type { Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import type { Configuration } from "../semantics/configuration.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

export interface Refactoring {
  /** An order to the editor: "Sort and group the modules". */
  readonly title: string;
  /** `refactor.…` in editors. */
  readonly kind: "move" | "extract" | "rewrite";
  readonly edits: readonly TextEdit[];
  /** A file that must not exist yet. */
  readonly create?: {
    /** From the folder of the file on: `conf.d/example.org.cfg.lua`. */
    readonly path: string;
    readonly text: string;
  };
}

/** What refactorings look at. */
export interface Place {
  readonly analysis: LuaAnalysis;
  readonly schema: Schema;
  /** What is selected; empty for a cursor. */
  readonly span: Span;
  /** Path of the file from the root on, where it has one. */
  readonly path?: string;
  /** What the file says, by names. */
  readonly own: Configuration;
  /** The files around it. */
  readonly project?: Project | undefined;
}

/** Other files of the configuration, as far as they are known. */
export function filesAround({ project }: Place): readonly LuaFile[] {
  return project === undefined ? [] : otherFiles(project).map(({ file }) => file);
}

/** What one level is indented by in this file. */
export function indentUnit(text: string): string {
  if (/^\t/m.test(text)) return "\t";
  return /^( {2,8})\S/m.exec(text)?.[1] ?? "\t";
}
