// The one place where tests run rules. It distrusts fixes: a fix must change the text, break nothing, and end what it fixes.

import { describe, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { Analysis } from "../../server/src/core/analyse.ts";
import { withNeighbours } from "../../server/src/core/model/containerNeighbours.ts";
import { checked } from "../../server/src/core/rules/check.ts";
import type { Checked } from "../../server/src/core/rules/check.ts";
import type { Finding, Fix, Rule } from "../../server/src/core/rules/rule.ts";
import type { Schema } from "../../server/src/core/schema/schema.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import { containerKindOfText, containersIn } from "./containers.ts";
import type { Expected } from "./fixture.ts";
import { schemaFor } from "./knowledge.ts";
import { isFor } from "./ruleEnvironment.ts";
import { pageOf } from "./rulePages.ts";
import { applyFix, aroundFor, printRuleFiles, projectFor, readRuleFiles } from "./ruleProject.ts";
import type { RuleFile } from "./ruleProject.ts";

export interface RuleCase {
  readonly name: string;
  /**
   * A fixture: marks under the lines where the rule reports something, each with the severity. It may hold all files of a configuration, each after a line
   * `--- conf.d/a.cfg.lua`; then the rule is told of the others.
   */
  readonly file: string;
  readonly version?: Version;
  /** All fixes of all findings, one after the other: `Change to \`true\` (safe)`. */
  readonly fixes?: readonly string[];
  /** The text after the first fix of the first finding. */
  readonly fixed?: string;
  /** The text after all safe fixes. */
  readonly allFixed?: string;
  /** The text after the first fix of each finding, safe or not. */
  readonly forced?: string;
}

/** Rounds of safe fixes until nothing is left to fix. */
const MAX_ROUNDS = 10;

/** One test for each case. */
export function testRule(rule: Rule, cases: readonly RuleCase[]): void {
  describe(rule.id, () => {
    test.each(cases.map((one) => ({ ...one })))("$name", (one) => {
      checkRule(rule, one);
    });
  });
}

/** Runs one case; throws with a readable account of the difference. */
export function checkRule(rule: Rule, { file: source, version, fixes = [], fixed, allFixed, forced }: RuleCase): void {
  const files = readRuleFiles(source);
  const schema = schemaFor(version);
  const offered = files.flatMap((file) => {
    const all = checkedIn(rule, files, file, schema);
    const findings = findingsOfRule(rule, all);
    compare(rule, file.text, findings, file.expected);
    for (const finding of findings) {
      checkFixes(rule, files, file, finding, schema);
      const [defect] = all?.defects ?? [];
      if (defect !== undefined) throw new Error(`a fix is withheld: ${defect}`);
      if (finding.fixes?.().length === 0)
        throw new Error(`${rule.id} promises a fix of ${shown(file.text, finding.span)} and has none`);
    }
    return printedFixes(findings);
  });
  if (offered.join("\n") !== fixes.join("\n"))
    throw new Error(`the fixes are ${JSON.stringify(offered)}\nbut should be ${JSON.stringify(fixes)}`);
  if (offered.length > 0 && pageOf(rule).examples.every((example) => example.fixes.length === 0))
    throw new Error(`${rule.id} has fixes, and its page shows none`);
  const isSafe = (fix: string): boolean => fix.endsWith("(safe)");
  if (offered.some(isSafe) && !pageOf(rule).examples.some((example) => example.fixes.some(isSafe)))
    throw new Error(`${rule.id} has safe fixes, and its page shows none`);
  const text = printRuleFiles(files);
  const all = applySafeFixes(rule, text, schema);
  if (fixed !== undefined) expectText(afterFirstFix(rule, files, schema), fixed, "the first fix");
  if (allFixed !== undefined) expectText(all, allFixed, "all safe fixes");
  if (forced !== undefined)
    expectText(
      applyFixes(rule, text, schema, () => true),
      forced,
      "all fixes",
    );
}

export function printedFixes(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ fixes }) => (fixes?.() ?? []).map(({ title, safe }) => `${title} (${safe ? "safe" : "unsafe"})`));
}

/** What one rule says of a text, or of all files of a configuration. */
export function findingsOf(rule: Rule, text: string, schema: Schema = schemaFor()): readonly Finding[] {
  const files = readRuleFiles(text);
  return files.flatMap((file) => findingsIn(rule, files, file, schema));
}

function findingsIn(rule: Rule, files: readonly RuleFile[], file: RuleFile, schema: Schema): readonly Finding[] {
  return findingsOfRule(rule, checkedIn(rule, files, file, schema));
}

function findingsOfRule(rule: Rule, all: Checked | undefined): readonly Finding[] {
  return all?.findings.filter((finding) => finding.rule === rule.id) ?? [];
}

function checkedIn(rule: Rule, files: readonly RuleFile[], file: RuleFile, schema: Schema): Checked | undefined {
  if (file.head !== undefined && !isFor(rule, file.head.path)) return undefined;
  const { uses, neighbours } = aroundFor(rule, files, file);
  const own = analyseFor(rule, file.text);
  const path = file.head?.path;
  const analysis =
    own.kind !== "container" || path === undefined || neighbours === undefined
      ? own
      : { ...own, file: withNeighbours(own.file, path, neighbours) };
  return checked(analysis, schema, {
    rules: [rule],
    project: projectFor(rule, files, file),
    uses,
    analyse: (text) => analyseFor(rule, text),
  });
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
      `${rule.id} says something else of this text:`,
      ...missing.map((wanted) => `  missing:    ${shown(text, wanted)} ${wanted.severity ?? ""} ${wanted.message ?? ""}`),
      ...open.map((finding) => `  unexpected: ${shown(text, finding.span)} ${finding.severity}: ${finding.message}`),
    ].join("\n"),
  );
}

function matches(text: string, finding: Finding, wanted: Expected): boolean {
  const lineEnd = text.indexOf("\n", finding.span.start);
  const end = lineEnd < 0 ? finding.span.end : Math.min(finding.span.end, lineEnd);
  if (finding.span.start !== wanted.start || end !== wanted.end) return false;
  if (finding.severity !== wanted.severity) return false;
  if (wanted.rule !== undefined && finding.rule !== wanted.rule) return false;
  return wanted.message === undefined || finding.message.includes(wanted.message);
}

function checkFixes(rule: Rule, files: readonly RuleFile[], file: RuleFile, finding: Finding, schema: Schema): void {
  if (finding.fixes === undefined) return;
  const fixes = finding.fixes();
  for (const fix of fixes) checkFix(rule, files, file, finding, fix, schema);
}

function checkFix(rule: Rule, files: readonly RuleFile[], file: RuleFile, finding: Finding, fix: Fix, schema: Schema): void {
  const what = `${rule.id}: the fix "${fix.title}" of ${shown(file.text, finding.span)}`;
  if (fix.safe && fix.others !== undefined) throw new Error(`${what} is called safe and changes other files`);
  const after = applyFix(files, file, fix);
  if (after === undefined) throw new Error(`${what} has edits that overlap or lie outside the text`);
  const text = printRuleFiles(after);
  if (text === printRuleFiles(files)) throw new Error(`${what} changes nothing`);
  const issues = (of: readonly RuleFile[]): number => of.reduce((sum, one) => sum + issueCount(analyseFor(rule, one.text)), 0);
  if (issues(after) > issues(files)) throw new Error(`${what} breaks the file:\n${text}`);
  const left = (of: string): number => findingsOf(rule, of, schema).filter((other) => other.message === finding.message).length;
  if (left(text) >= left(printRuleFiles(files))) throw new Error(`${what} does not end the finding:\n${text}`);
}

function analyseFor(rule: Rule, text: string): Analysis {
  // Rules for env files speak of the variables of containers too.
  if (rule.kind === "container" || (rule.kind === "env" && containerKindOfText(text) !== undefined)) return containersIn(text);
  return analyse(rule.kind, text);
}

function issueCount(analysis: Analysis): number {
  if (analysis.kind === "container") return 0;
  return analysis.kind === "lua" ? analysis.syntax.issues.length : analysis.file.issues.length;
}

function afterFirstFix(rule: Rule, files: readonly RuleFile[], schema: Schema): string {
  for (const file of files) {
    const fix = findingsIn(rule, files, file, schema)[0]?.fixes?.()[0];
    if (fix !== undefined) return printRuleFiles(applyFix(files, file, fix) ?? files);
  }
  throw new Error("the first finding has no fix");
}

/** One fix at a time, as an editor applies them; must come to an end. */
export function applySafeFixes(rule: Rule, source: string, schema: Schema = schemaFor()): string {
  return applyFixes(rule, source, schema, ({ safe }) => safe);
}

export function applyFixes(rule: Rule, source: string, schema: Schema, isWanted: (fix: Fix) => boolean): string {
  let files = readRuleFiles(source);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = afterFix(rule, files, schema, isWanted);
    if (next === undefined) return printRuleFiles(files);
    files = next;
  }
  throw new Error(`${rule.id}: its fixes never come to an end:\n${printRuleFiles(files)}`);
}

function afterFix(
  rule: Rule,
  files: readonly RuleFile[],
  schema: Schema,
  isWanted: (fix: Fix) => boolean,
): readonly RuleFile[] | undefined {
  for (const file of files) {
    const fix = findingsIn(rule, files, file, schema)
      .flatMap((finding) => finding.fixes?.().slice(0, 1) ?? [])
      .find(isWanted);
    if (fix !== undefined) return applyFix(files, file, fix);
  }
  return undefined;
}

function expectText(actual: string, wanted: string, what: string): void {
  if (actual !== wanted) throw new Error(`after ${what} the text is\n${actual}\nbut should be\n${wanted}`);
}

function shown(text: string, span: { readonly start: number; readonly end: number }): string {
  const line = text.slice(0, span.start).split("\n").length;
  return `line ${line} "${text.slice(span.start, span.end).replace(/\s+/g, " ")}"`;
}
