// Compares what a file says before and after a fix. A fix changes nothing but what it declares; and one that may be applied without asking
// leaves everything as it is that users or other servers notice.

import { analyse } from "../analyse.ts";
import type { Analysis, LuaAnalysis } from "../analyse.ts";
import type { LuaFile } from "../model/luaFile.ts";
import type { Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import { applyEdits } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import { NOWHERE } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { stretchBetween, undeclaredChanges, undeclaredThings } from "./fixChanges.ts";
import type { Declared } from "./fixChanges.ts";
import { noticedIn } from "./noticed.ts";
import type { Said } from "./noticed.ts";
import type { Fix } from "./rule.ts";
import { noticedOf, thingsGiven } from "./variableChanges.ts";

export interface Harm {
  /** What it does that it must not do: a mistake of ours. */
  readonly defect?: string;
  /** Others notice the difference. */
  readonly isNoticed: boolean;
}

const NONE: Harm = { isNoticed: false };
const BROKEN: Harm = { defect: "breaks the file", isNoticed: true };

/** Of edits that made one text of the other. */
export function harmOf(
  before: Analysis,
  after: Analysis,
  edits: readonly TextEdit[],
  declared: readonly Declared[],
  schema: Schema,
): Harm {
  if (before.kind === "lua") return after.kind === "lua" ? harmOfLua(before, after, edits, declared, schema) : NONE;
  if (after.kind === "lua") return NONE;
  if (issueCount(after) > issueCount(before)) return BROKEN;
  const undeclared = undeclaredThings(thingsGiven(before), thingsGiven(after), edits, declared);
  return harm(undeclared, noticedOf(before, schema) !== noticedOf(after, schema));
}

/** Of a text that Lua refuses, nothing is certain. */
function harmOfLua(
  before: LuaAnalysis,
  after: LuaAnalysis,
  edits: readonly TextEdit[],
  declared: readonly Declared[],
  schema: Schema,
): Harm {
  if (before.syntax.issues.length > 0) return NONE;
  if (after.syntax.issues.length > 0) return BROKEN;
  const stretch = stretchBetween(before.file, after.file);
  const { from, old, now } = stretch;
  const [was, is] = [saidIn(before.file, from, old), saidIn(after.file, from, now)];
  const undeclared = undeclaredChanges(before, after, stretch, edits, declared);
  return harm(undeclared, noticedIn(before.file, was, schema, is) !== noticedIn(after.file, is, schema, was));
}

function harm(undeclared: readonly string[], isNoticed: boolean): Harm {
  return undeclared.length === 0 ? { isNoticed } : { defect: `changes ${undeclared.join(", ")} without saying so`, isNoticed };
}

/** What parsers complain of: of an env file, those of all tools that may read it. */
export function issueCount(analysis: Analysis): number {
  switch (analysis.kind) {
    case "lua":
      return analysis.syntax.issues.length;
    case "env":
      return analysis.file.syntaxes.flatMap(({ issues }) => issues.filter(({ fatal }) => fatal)).length;
    case "container":
      return 0;
  }
}

export interface Judging {
  readonly schema: Schema;
  /** Understands a changed text. Lua needs none. */
  readonly analyse?: ((text: string) => Analysis) | undefined;
  /** The files around it, in which a fix may change something too. */
  readonly project?: Project | undefined;
}

/** The same fix; one that has to be asked for where others notice what it does; or none, and what it would have done unasked. */
export function judged(
  fix: Fix,
  at: Span,
  analysis: Analysis,
  { schema, analyse: understand, project }: Judging,
): { readonly fix?: Fix; readonly defect?: string } {
  const { edits, safe, title, others = [], changes = [] } = fix;
  const harms = [harmOfEdits(edits, at, changes, analysis, understand, schema)];
  for (const { path, edits: theirs } of others) {
    const text = project?.files.find((file) => file.path === path)?.text;
    if (text === undefined) continue;
    harms.push(harmOfEdits(theirs, NOWHERE, changes, analyse("lua", text), undefined, schema));
  }
  const defect = harms.find((one) => one.defect !== undefined)?.defect;
  if (defect !== undefined) return { defect: `"${title}" ${defect}` };
  return { fix: safe && harms.some(({ isNoticed }) => isNoticed) ? { ...fix, safe: false } : fix };
}

function harmOfEdits(
  edits: readonly TextEdit[],
  at: Span,
  changes: readonly string[],
  analysis: Analysis,
  understand: ((text: string) => Analysis) | undefined,
  schema: Schema,
): Harm {
  if (edits.length === 0) return NONE;
  const text = applyEdits(analysis.text, edits);
  if (text === undefined) return { defect: "has edits that overlap or lie outside the text", isNoticed: true };
  const after = analysis.kind === "lua" ? analyse("lua", text, { previous: analysis }) : understand?.(text);
  return after === undefined ? NONE : harmOf(analysis, after, edits, [{ at, changes }], schema);
}

function saidIn(file: LuaFile, from: number, count: number): Said {
  const parts = file.parts.slice(from, from + count).map((_, i) => file.placedPart(from + i));
  return {
    settings: parts.flatMap(({ settings }) => settings),
    sections: parts.flatMap(({ sections }) => sections),
    includes: parts.flatMap(({ includes }) => includes),
  };
}
