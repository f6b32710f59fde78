// Runs the rules over one analysed file and adds what its parser said. The answer is sorted by place and the same every time.

import type { Analysis } from "../analyse.ts";
import type { Schema } from "../schema/schema.ts";
import type { SyntaxIssue } from "../syntax/issue.ts";
import { concernsImage } from "./env/shared/foreign.ts";
import { RULES } from "./index.ts";
import type { Finding, Report, Rule, Severity } from "./rule.ts";
import { withoutSuppressed } from "./suppress.ts";

/** Severities by rule id, where they differ from the rule's own; `off` silences it. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

export function check(
  analysis: Analysis,
  schema: Schema,
  settings: RuleSettings = {},
  rules: readonly Rule[] = RULES,
): readonly Finding[] {
  const findings: Finding[] = syntaxIssues(analysis, schema).map(syntaxFinding);
  for (const rule of rules) {
    const chosen = settings[rule.meta.id];
    if (chosen === "off") continue;
    run(rule, analysis, schema, (report) => {
      findings.push({
        ...report,
        rule: rule.meta.id,
        severity: chosen ?? report.severity ?? rule.meta.severity,
        fixable: report.fixes !== undefined,
      });
    });
  }
  const kept = [...withoutSuppressed(analysis, findings)];
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
}

function run(rule: Rule, analysis: Analysis, schema: Schema, report: (report: Report) => void): void {
  if (rule.kind === "lua" && analysis.kind === "lua") rule.check({ file: analysis.file, text: analysis.text, schema, report });
  if (rule.kind === "env" && analysis.kind === "env") rule.check({ file: analysis.file, text: analysis.text, schema, report });
}

/** Env files serve many programs: those that do not concern Prosody's image are none of our business. */
function syntaxIssues(analysis: Analysis, schema: Schema): readonly SyntaxIssue[] {
  if (analysis.kind === "lua") return analysis.syntax.issues;
  return concernsImage(analysis.file, schema) ? analysis.file.issues : [];
}

/** What a parser says is always an error: Prosody, or the tool that reads the env file, refuses the file. */
function syntaxFinding(issue: SyntaxIssue): Finding {
  const { fix } = issue;
  return {
    rule: `syntax/${issue.id}`,
    severity: "error",
    message: issue.message,
    span: issue.span,
    fixable: fix !== undefined,
    ...(issue.related === undefined ? {} : { related: [issue.related] }),
    ...(fix === undefined ? {} : { fixes: () => [{ title: fix.title, edits: fix.edits, safe: true }] }),
  };
}
