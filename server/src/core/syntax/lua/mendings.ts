// Fixes of what a Lua parser complains of. One may be applied without asking only where all of the text parses after it, and its layout
// says the same: whoever closes a bracket in the wrong place moves every setting behind it.

import { applyEdits } from "../../text/edit.ts";
import type { TextEdit } from "../../text/edit.ts";
import { LineIndex } from "../../text/lineIndex.ts";
import type { SyntaxIssue } from "../issue.ts";
import { FOREIGN_COMMENT, LOOKALIKE } from "./foreignIssues.ts";
import { PLAIN_HABITS } from "./habits.ts";
import { parseLua } from "./parse.ts";
import { agrees, restorations } from "./restore.ts";
import type { Restoration } from "./restore.ts";
import type { LuaSyntax } from "./syntax.ts";

/** About the first line alone, whatever else is wrong. */
const ALONE = new Set(["byte-order-mark", "first-line-hash"]);

/** What is meant is plain, and is so in many places of a file as easily as in one. */
const MECHANICAL: ReadonlySet<string> = new Set(["missing-separator", LOOKALIKE, FOREIGN_COMMENT, ...PLAIN_HABITS]);

/** By the issue; worked out when the first of them is asked for. */
export function mendings(text: string, syntax: LuaSyntax): (issue: SyntaxIssue) => readonly Restoration[] {
  let known: ReadonlyMap<SyntaxIssue, readonly Restoration[]> | undefined;
  return (issue) => {
    known ??= allOf(text, syntax);
    return known.get(issue) ?? [];
  };
}

function allOf(text: string, syntax: LuaSyntax): ReadonlyMap<SyntaxIssue, readonly Restoration[]> {
  const { issues } = syntax;
  const others = issues.filter(({ id }) => !ALONE.has(id));
  const areMechanical = others.every(({ id, fix }) => MECHANICAL.has(id) && fix !== undefined);
  const areSafe =
    areMechanical &&
    mends(
      text,
      syntax,
      others.flatMap(({ fix }) => fix?.edits ?? []),
      others.flatMap(({ id, fix }) => (id === "missing-separator" ? (fix?.edits ?? []) : [])),
    );
  const restored = areSafe || others.length === 0 ? [] : restorations(text, syntax);
  return new Map(
    issues.map((issue) => {
      const { id, fix } = issue;
      const own = fix === undefined ? [] : [{ ...fix, certain: ALONE.has(id) || areSafe }];
      return [issue, issue === others[0] ? [...restored, ...own] : own];
    }),
  );
}

/** `guessed`: those that the layout has to agree with. */
function mends(text: string, syntax: LuaSyntax, edits: readonly TextEdit[], guessed: readonly TextEdit[]): boolean {
  const changed = applyEdits(text, edits);
  if (changed === undefined || edits.length === 0) return false;
  if (parseLua(changed, syntax, new LineIndex(changed, syntax.lines)).issues.length > 0) return false;
  return guessed.every((edit) => {
    const above = edits.filter(({ span }) => span.end <= edit.span.start && span !== edit.span);
    const before = applyEdits(text, above) ?? text;
    const by = before.length - text.length;
    return agrees(before, { ...edit, span: { start: edit.span.start + by, end: edit.span.end + by } });
  });
}
