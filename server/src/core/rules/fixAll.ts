// Applies fixes to a text until nothing is left to fix: what is safe, or all of one rule. A round takes what does not overlap; a text
// that parsed never comes out broken.

import type { Analysis } from "../analyse.ts";
import type { Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import { applyEdits, inOrder } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import { check } from "./check.ts";
import type { CheckOptions } from "./check.ts";
import { harmOf } from "./harm.ts";
import { RULES } from "./index.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { unusedSuppression } from "./unusedSuppression.ts";

/** Rounds of fixes; rules whose fixes still find something to do then work against each other. */
export const MAX_ROUNDS = 10;

export interface FixAllOptions extends CheckOptions {
  /** Only findings of these; all when absent. */
  readonly only?: ReadonlySet<string>;
  /** Also fixes that change what the server does; the first one that a finding offers. */
  readonly unsafe?: boolean;
  /** Understands a changed text. */
  readonly analyse: (text: string) => Analysis;
}

export interface FixedText {
  readonly text: string;
  /** Fixes that were applied. */
  readonly applied: number;
  readonly rounds: number;
  /** Nothing is left to do; false after `MAX_ROUNDS`. */
  readonly settled: boolean;
}

export function fixAll(analysis: Analysis, schema: Schema, options: FixAllOptions): FixedText {
  let current = analysis;
  let applied = 0;
  for (let rounds = 0; rounds < MAX_ROUNDS; rounds++) {
    const next = round(current, schema, options);
    if (next === undefined) return { text: current.text, applied, rounds, settled: true };
    current = next.analysis;
    applied += next.applied;
  }
  return { text: current.text, applied, rounds: MAX_ROUNDS, settled: round(current, schema, options) === undefined };
}

interface Round {
  readonly analysis: Analysis;
  readonly applied: number;
}

function round(analysis: Analysis, schema: Schema, options: FixAllOptions): Round | undefined {
  const { only, unsafe } = options;
  const rules = options.rules ?? rulesFor(only);
  const isBroken = analysis.kind === "lua" && issueCount(analysis) > 0;
  const fixes = check(analysis, schema, {
    ...(options.severities === undefined ? {} : { severities: options.severities }),
    ...(rules === undefined ? {} : { rules }),
    project: withNow(options.project, analysis),
    uses: options.uses,
    shared: options.shared,
  })
    .filter((finding) => only?.has(finding.rule) ?? true)
    // Of a text that Lua refuses, the rest is a guess.
    .filter(({ rule }) => !isBroken || rule.startsWith("syntax/"))
    .flatMap((finding) => chosen(finding, unsafe === true));
  const together = combine(analysis.text, fixes);
  const tried = (edits: readonly TextEdit[], count: number): Round | undefined =>
    attempt(analysis, edits, count, schema, options);
  const all = together === undefined ? undefined : tried(together.edits, together.count);
  if (all !== undefined) return all;
  // Something does not go together, or does what it must not: one at a time finds out what does.
  const alone = fixes.filter(({ edits }) => tried(edits, 1) !== undefined);
  const rest = combine(analysis.text, alone);
  const others = rest === undefined ? undefined : tried(rest.edits, rest.count);
  return others ?? (alone[0] === undefined ? undefined : tried(alone[0].edits, 1));
}

/** The others need not be asked, unless it matters which of them said something. */
function rulesFor(only: ReadonlySet<string> | undefined): readonly Rule[] | undefined {
  if (only === undefined || only.has(unusedSuppression.id)) return undefined;
  return RULES.filter(({ id }) => only.has(id));
}

/** The files around it, and the file itself as it has become. */
function withNow(project: Project | undefined, analysis: Analysis): Project | undefined {
  if (project === undefined || analysis.kind !== "lua") return project;
  const { text, file } = analysis;
  return { ...project, files: project.files.map((one) => (one.path === project.path ? { ...one, text, file } : one)) };
}

/** The first that may be applied without asking, or at all. What changes other files too is never done in passing. */
function chosen(finding: Finding, unsafe: boolean): readonly Fix[] {
  const fixes = (finding.fixes?.() ?? []).filter(({ others }) => others === undefined);
  const fix = fixes.find(({ safe }) => safe) ?? (unsafe ? fixes[0] : undefined);
  return fix === undefined ? [] : [fix];
}

function combine(
  text: string,
  fixes: readonly Fix[],
): { readonly edits: readonly TextEdit[]; readonly count: number } | undefined {
  /** In the order of the text. */
  const taken: TextEdit[] = [];
  let count = 0;
  for (const { edits } of fixes) {
    const ordered = inOrder(text, edits);
    if (ordered === undefined || edits.some((edit) => clashes(edit, taken))) continue;
    for (const edit of ordered) taken.splice(placeBehind(edit.span.start, taken), 0, edit);
    count++;
  }
  return count === 0 ? undefined : { edits: taken, count };
}

/** Two insertions at one place clash too: one of them may have been meant to be alone there. */
function clashes({ span }: TextEdit, taken: readonly TextEdit[]): boolean {
  // As they do not overlap, the last of those before it reaches farthest.
  const before = taken[placeBehind(span.end, taken) - 1];
  return before !== undefined && span.start <= before.span.end;
}

/** How many begin at an offset or before it. */
function placeBehind(offset: number, taken: readonly TextEdit[]): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.span.start ?? offset) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function attempt(
  analysis: Analysis,
  edits: readonly TextEdit[],
  applied: number,
  schema: Schema,
  options: FixAllOptions,
): Round | undefined {
  const text = applyEdits(analysis.text, edits);
  if (text === undefined || text === analysis.text) return undefined;
  const next = options.analyse(text);
  if (issueCount(next) > issueCount(analysis)) return undefined;
  const harm = harmOf(analysis, next, edits, schema);
  return harm === "elsewhere" || (harm === "noticed" && options.unsafe !== true) ? undefined : { analysis: next, applied };
}

/** What parsers complain of. */
function issueCount(analysis: Analysis): number {
  switch (analysis.kind) {
    case "lua":
      return analysis.syntax.issues.length;
    case "env":
      return analysis.file.issues.length;
    case "container":
      return 0;
  }
}
