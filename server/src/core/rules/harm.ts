// Compares what a file says before and after a fix. A fix changes nothing but what it declares; and one that may be applied without asking
// leaves everything as it is that users or other servers notice.

import { analyse } from "../analyse.ts";
import type { LuaAnalysis } from "../analyse.ts";
import type { LuaFile } from "../model/luaFile.ts";
import type { Schema } from "../schema/schema.ts";
import { applyEdits } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { stretchBetween, undeclaredChanges } from "./fixChanges.ts";
import type { Declared } from "./fixChanges.ts";
import { noticedIn } from "./noticed.ts";
import type { Said } from "./noticed.ts";
import type { Fix } from "./rule.ts";

export interface Harm {
  /** What it does that it must not do: a mistake of ours. */
  readonly defect?: string;
  /** Others notice the difference. */
  readonly isNoticed: boolean;
}

const NONE: Harm = { isNoticed: false };

/** Of edits that made one text of the other. Of a text that Lua refuses, nothing is certain. */
export function harmOf(
  before: LuaAnalysis,
  after: LuaAnalysis,
  edits: readonly TextEdit[],
  declared: readonly Declared[],
  schema: Schema,
): Harm {
  if (before.syntax.issues.length > 0) return NONE;
  if (after.syntax.issues.length > 0) return { defect: "breaks the file", isNoticed: true };
  const stretch = stretchBetween(before.file, after.file);
  const { from, old, now } = stretch;
  const [was, is] = [saidIn(before.file, from, old), saidIn(after.file, from, now)];
  const undeclared = undeclaredChanges(before, after, stretch, edits, declared);
  return {
    ...(undeclared.length === 0 ? {} : { defect: `changes ${undeclared.join(", ")} without saying so` }),
    isNoticed: noticedIn(before.file, was, schema, is) !== noticedIn(after.file, is, schema, was),
  };
}

/** The same fix; one that has to be asked for where others notice what it does; or none, and what it would have done unasked. */
export function judged(
  fix: Fix,
  at: Span,
  analysis: LuaAnalysis,
  schema: Schema,
): { readonly fix?: Fix; readonly defect?: string } {
  const { edits, safe, title } = fix;
  if (edits.length === 0) return { fix };
  const text = applyEdits(analysis.text, edits);
  if (text === undefined) return { defect: `"${title}" has edits that overlap or lie outside the text` };
  const after = analyse("lua", text, { previous: analysis });
  if (after.kind !== "lua") return { fix };
  const { defect, isNoticed } = harmOf(analysis, after, edits, [{ at, changes: fix.changes ?? [] }], schema);
  if (defect !== undefined) return { defect: `"${title}" ${defect}` };
  return { fix: safe && isNoticed ? { ...fix, safe: false } : fix };
}

function saidIn(file: LuaFile, from: number, count: number): Said {
  const parts = file.parts.slice(from, from + count).map((_, i) => file.placedPart(from + i));
  return {
    settings: parts.flatMap(({ settings }) => settings),
    sections: parts.flatMap(({ sections }) => sections),
    includes: parts.flatMap(({ includes }) => includes),
  };
}
