// The one place where tests run rules. It distrusts fixes: a fix must change the text, break nothing, and end what it fixes.

import { describe, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { Analysis } from "../../server/src/core/analyse.ts";
import { check } from "../../server/src/core/rules/check.ts";
import type { Finding, Fix, Rule } from "../../server/src/core/rules/rule.ts";
import type { Schema } from "../../server/src/core/schema/schema.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { readFixture } from "./fixture.ts";
import type { Expected } from "./fixture.ts";
import { schemaFor } from "./knowledge.ts";

export interface RuleCase {
  readonly name: string;
  /** A fixture: marks under the lines where the rule reports something. */
  readonly file: string;
  readonly version?: Version;
  /** The text after the first fix of the first finding. */
  readonly fixed?: string;
  /** The text after all safe fixes. */
  readonly allFixed?: string;
}

/** Rounds of safe fixes until nothing is left to fix. */
const MAX_ROUNDS = 10;

/** One test for each case. */
export function testRule(rule: Rule, cases: readonly RuleCase[]): void {
  describe(rule.meta.id, () => {
    test.each(cases.map((one) => ({ ...one })))("$name", (one) => {
      checkRule(rule, one);
    });
  });
}

/** Runs one case; throws with a readable account of the difference. */
export function checkRule(rule: Rule, { file, version, fixed, allFixed }: RuleCase): void {
  const { text, expected } = readFixture(file);
  const schema = schemaFor(version);
  const findings = findingsOf(rule, text, schema);
  compare(rule, text, findings, expected);
  for (const finding of findings) checkFixes(rule, text, finding, schema);
  const all = applySafeFixes(rule, text, schema);
  if (fixed !== undefined) expectText(afterFirstFix(text, findings), fixed, "the first fix");
  if (allFixed !== undefined) expectText(all, allFixed, "all safe fixes");
}

/** What one rule says of a text. */
export function findingsOf(rule: Rule, text: string, schema: Schema = schemaFor()): readonly Finding[] {
  return check(analyseFor(rule, text), schema, { rules: [rule] }).filter((finding) => finding.rule === rule.meta.id);
}

function compare(rule: Rule, text: string, findings: readonly Finding[], expected: readonly Expected[]): void {
  const open = [...findings];
  const missing = expected.filter((wanted) => {
    const at = open.findIndex((finding) => matches(text, finding, wanted));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  if (open.length === 0 && missing.length === 0) return;
  throw new Error(
    [
      `${rule.meta.id} says something else of this text:`,
      ...missing.map((wanted) => `  missing:    ${shown(text, wanted)} ${wanted.severity ?? ""} ${wanted.message ?? ""}`),
      ...open.map((finding) => `  unexpected: ${shown(text, finding.span)} ${finding.severity}: ${finding.message}`),
    ].join("\n"),
  );
}

function matches(text: string, finding: Finding, wanted: Expected): boolean {
  const lineEnd = text.indexOf("\n", finding.span.start);
  const end = lineEnd < 0 ? finding.span.end : Math.min(finding.span.end, lineEnd);
  if (finding.span.start !== wanted.start || end !== wanted.end) return false;
  if (wanted.severity !== undefined && finding.severity !== wanted.severity) return false;
  if (wanted.rule !== undefined && finding.rule !== wanted.rule) return false;
  return wanted.message === undefined || finding.message.includes(wanted.message);
}

function checkFixes(rule: Rule, text: string, finding: Finding, schema: Schema): void {
  if (finding.fixes === undefined) return;
  if (!rule.meta.fixable) throw new Error(`${rule.meta.id} has a fix but says that it has none`);
  const fixes = finding.fixes();
  if (fixes.length === 0) throw new Error(`${rule.meta.id} promises a fix of ${shown(text, finding.span)} and has none`);
  for (const fix of fixes) checkFix(rule, text, finding, fix, schema);
}

function checkFix(rule: Rule, text: string, finding: Finding, fix: Fix, schema: Schema): void {
  const what = `${rule.meta.id}: the fix "${fix.title}" of ${shown(text, finding.span)}`;
  const after = applyEdits(text, fix.edits);
  if (after === undefined) throw new Error(`${what} has edits that overlap or lie outside the text`);
  if (after === text) throw new Error(`${what} changes nothing`);
  if (issueCount(analyseFor(rule, after)) > issueCount(analyseFor(rule, text)))
    throw new Error(`${what} breaks the file:\n${after}`);
  const left = (of: string): number => findingsOf(rule, of, schema).filter((other) => other.message === finding.message).length;
  if (left(after) >= left(text)) throw new Error(`${what} does not end the finding:\n${after}`);
}

function analyseFor(rule: Rule, text: string): Analysis {
  if (rule.kind === "container") throw new Error("rules for containers have a tester of their own");
  return analyse(rule.kind, text);
}

function issueCount(analysis: Analysis): number {
  if (analysis.kind === "container") return 0;
  return analysis.kind === "lua" ? analysis.syntax.issues.length : analysis.file.issues.length;
}

function afterFirstFix(text: string, findings: readonly Finding[]): string {
  const fix = findings[0]?.fixes?.()[0];
  if (fix === undefined) throw new Error("the first finding has no fix");
  return applyEdits(text, fix.edits) ?? text;
}

/** One fix at a time, as an editor applies them; must come to an end. */
export function applySafeFixes(rule: Rule, source: string, schema: Schema = schemaFor()): string {
  let text = source;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const fix = findingsOf(rule, text, schema)
      .flatMap((finding) => finding.fixes?.().slice(0, 1) ?? [])
      .find((candidate) => candidate.safe);
    if (fix === undefined) return text;
    text = applyEdits(text, fix.edits) ?? text;
  }
  throw new Error(`${rule.meta.id}: its safe fixes never come to an end:\n${text}`);
}

function expectText(actual: string, wanted: string, what: string): void {
  if (actual !== wanted) throw new Error(`after ${what} the text is\n${actual}\nbut should be\n${wanted}`);
}

function shown(text: string, span: { readonly start: number; readonly end: number }): string {
  const line = text.slice(0, span.start).split("\n").length;
  return `line ${line} "${text.slice(span.start, span.end).replace(/\s+/g, " ")}"`;
}
