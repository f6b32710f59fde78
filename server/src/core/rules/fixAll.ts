// Applies fixes to a text until nothing is left to fix: what is safe, or all of one rule. A round takes what does not overlap; a text
// that parsed never comes out broken.

import type { Analysis } from "../analyse.ts";
import type { Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import { applyEdits, inOrder } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import { checked } from "./check.ts";
import type { CheckOptions } from "./check.ts";
import type { Declared } from "./fixChanges.ts";
import { harmOf, issueCount, judged } from "./harm.ts";
import { RULES } from "./index.ts";
import type { Finding, Rule } from "./rule.ts";
import { unusedSuppression } from "./unusedSuppression.ts";

/** Rounds after which fewer fixes have to be left than before: if not, they undo each other. */
export const MAX_ROUNDS = 10;

export interface FixAllOptions extends CheckOptions {
  /** Only findings of these; all when absent. */
  readonly only?: ReadonlySet<string>;
  /** Also fixes that change what the server does; the first one that a finding offers. */
  readonly unsafe?: boolean;
  readonly analyse: (text: string) => Analysis;
}

export interface AppliedFix {
  readonly rule: string;
  /** From 1, in the text as it was when the fix was applied. */
  readonly line: number;
  readonly title: string;
  /** What it was found for. */
  readonly message: string;
}

export interface FixedText {
  readonly text: string;
  /** In the order in which they were applied. */
  readonly fixes: readonly AppliedFix[];
  /** Nothing is left to do. If false, the fixes undo each other, and the text is what it was. */
  readonly settled: boolean;
  /** As in `Checked`. */
  readonly defects: readonly string[];
}

export function fixAll(analysis: Analysis, schema: Schema, options: FixAllOptions): FixedText {
  let current = analysis;
  const fixes: AppliedFix[] = [];
  const defects = new Set<string>();
  let fewest = Infinity;
  let idle = 0;
  while (idle < MAX_ROUNDS) {
    const next = round(current, schema, options, defects);
    if (next === undefined) return { text: current.text, fixes, settled: true, defects: [...defects] };
    idle = next.offered < fewest ? 0 : idle + 1;
    fewest = Math.min(fewest, next.offered);
    current = next.analysis;
    fixes.push(...next.fixes);
  }
  return { text: analysis.text, fixes: [], settled: false, defects: [...defects] };
}

interface Applied {
  readonly analysis: Analysis;
  readonly fixes: readonly AppliedFix[];
}

interface Round extends Applied {
  /** How many fixes there were to apply. */
  readonly offered: number;
}

/** One to try. */
interface Candidate extends AppliedFix {
  readonly edits: readonly TextEdit[];
  readonly declared: Declared;
}

function round(analysis: Analysis, schema: Schema, options: FixAllOptions, defects: Set<string>): Round | undefined {
  const { only, unsafe } = options;
  const rules = options.rules ?? rulesFor(only);
  const isBroken = analysis.kind === "lua" && issueCount(analysis) > 0;
  const now = checked(analysis, schema, {
    ...(options.severities === undefined ? {} : { severities: options.severities }),
    ...(rules === undefined ? {} : { rules }),
    ...(options.assumesVersion === undefined ? {} : { assumesVersion: options.assumesVersion }),
    project: withNow(options.project, analysis),
    uses: options.uses,
    shared: options.shared,
    pace: options.pace,
    judgesFixes: true,
  });
  const fixes = now.findings
    .filter((finding) => only?.has(finding.rule) ?? true)
    // Of a text that Lua refuses, the rest is a guess.
    .filter(({ rule }) => !isBroken || rule.startsWith("syntax/"))
    .flatMap((finding) => {
      options.pace?.();
      return chosen(finding, analysis, unsafe === true);
    });
  const tried = (candidates: readonly Candidate[]): Round | undefined => {
    const applied = attempt(analysis, candidates, schema, options);
    return applied === undefined ? undefined : { ...applied, offered: fixes.length };
  };
  const all = tried(combine(analysis.text, fixes));
  if (all !== undefined) return all;
  // Something does not go together, or does what it must not: halves, and halves of these, find out what does.
  const fine = (some: readonly Candidate[]): readonly Candidate[] => {
    options.pace?.();
    if (tried(combine(analysis.text, some)) !== undefined) return some;
    const [first, second] = some;
    if (first === undefined) return [];
    if (second !== undefined) {
      const middle = some.length >> 1;
      return [...fine(some.slice(0, middle)), ...fine(some.slice(middle))];
    }
    const { rule, title, edits, declared } = first;
    const { at, changes } = declared;
    const { defect } = judged({ title, edits, changes, safe: true }, at, analysis, { schema, analyse: options.analyse });
    if (defect !== undefined) defects.add(`${rule}: ${defect}`);
    return [];
  };
  const alone = fine(fixes);
  return tried(combine(analysis.text, alone)) ?? tried(alone.slice(0, 1));
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
function chosen(finding: Finding, { lines }: Analysis, unsafe: boolean): readonly Candidate[] {
  const fixes = (finding.fixes?.() ?? []).filter(({ others, alone }) => others === undefined && alone !== true);
  const fix = fixes.find(({ safe }) => safe) ?? (unsafe ? fixes[0] : undefined);
  if (fix === undefined) return [];
  const line = lines.at(finding.span.start).line + 1;
  const declared = { at: finding.span, changes: fix.changes ?? [] };
  const { rule, message } = finding;
  return [{ rule, line, message, title: fix.title, edits: fix.edits, declared }];
}

/** Those that do not overlap. */
function combine(text: string, fixes: readonly Candidate[]): readonly Candidate[] {
  /** In the order of the text. */
  const taken: TextEdit[] = [];
  return fixes.filter(({ edits }) => {
    const ordered = inOrder(text, edits);
    if (ordered === undefined || edits.some((edit) => clashes(edit, taken))) return false;
    for (const edit of ordered) taken.splice(placeBehind(edit.span.start, taken), 0, edit);
    return true;
  });
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

function attempt(analysis: Analysis, fixes: readonly Candidate[], schema: Schema, options: FixAllOptions): Applied | undefined {
  const edits = fixes.flatMap((fix) => fix.edits);
  const text = applyEdits(analysis.text, edits);
  if (text === undefined || text === analysis.text) return undefined;
  const next = options.analyse(text);
  if (issueCount(next) > issueCount(analysis)) return undefined;
  const all = fixes.map(({ declared }) => declared);
  const { defect, isNoticed } = harmOf(analysis, next, edits, all, schema);
  if (defect !== undefined || (isNoticed && options.unsafe !== true)) return undefined;
  return { analysis: next, fixes: fixes.map(({ rule, line, title, message }) => ({ rule, line, title, message })) };
}
