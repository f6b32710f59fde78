// Runs the rules over one analysed file and adds what its parser said. The answer is sorted by place and the same every time.

import type { Analysis } from "../analyse.ts";
import type { Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import type { SyntaxIssue } from "../syntax/issue.ts";
import { concernsImage } from "./env/shared/foreign.ts";
import { RULES } from "./index.ts";
import type { Finding, Report, Rule, Severity } from "./rule.ts";
import { withoutSuppressed } from "./suppress.ts";

/** Severities by rule id, where they differ from the rule's own; `off` silences it. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

export interface CheckOptions {
  readonly severities?: RuleSettings;
  /** The files around it. */
  readonly project?: Project;
  /** Instead of all. */
  readonly rules?: readonly Rule[];
}

export function check(analysis: Analysis, schema: Schema, options: CheckOptions = {}): readonly Finding[] {
  const { severities = {}, rules = RULES, project } = options;
  const findings: Finding[] = syntaxIssues(analysis, schema).map(syntaxFinding);
  for (const rule of rules) {
    const chosen = severities[rule.meta.id];
    if (chosen === "off") continue;
    run(rule, analysis, schema, project, (report) => {
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

function run(
  rule: Rule,
  analysis: Analysis,
  schema: Schema,
  project: Project | undefined,
  report: (report: Report) => void,
): void {
  const { text } = analysis;
  if (rule.kind === "lua" && analysis.kind === "lua")
    rule.check({ file: analysis.file, text, schema, report, ...(project === undefined ? {} : { project }) });
  if (rule.kind === "env" && analysis.kind === "env") rule.check({ file: analysis.file, text, schema, report });
  if (rule.kind === "container" && analysis.kind === "container") rule.check({ file: analysis.file, text, schema, report });
}

/** Env files serve many programs: those that do not concern Prosody's image are none of our business. */
function syntaxIssues(analysis: Analysis, schema: Schema): readonly SyntaxIssue[] {
  if (analysis.kind === "lua") return analysis.syntax.issues;
  // Its own editor support says what is wrong with YAML and the like.
  if (analysis.kind === "container") return [];
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
