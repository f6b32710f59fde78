// Runs the rules over one analysed file and adds what its parser said. The answer is sorted by place and the same every time.

import type { Analysis, LuaAnalysis } from "../analyse.ts";
import type { EnvUses, Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import { configurationsOf } from "../semantics/around.ts";
import type { Configuration } from "../semantics/configuration.ts";
import type { SyntaxIssue } from "../syntax/issue.ts";
import { checkContainerVariables } from "./containerVariables.ts";
import { concernsImage } from "./env/shared/foreign.ts";
import { partHere, withBeside } from "./here.ts";
import { RULES, RULE_IDS } from "./index.ts";
import type { EnvContext, Finding, LuaContext, Report, Rule, RuleMeta, Severity } from "./rule.ts";
import { sift } from "./suppress.ts";
import { templateFinding } from "./templateSyntax.ts";
import { unusedSuppression, unusedSuppressions } from "./unusedSuppression.ts";

/** Severities by rule id, where they differ from the rule's own; `off` silences it. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

export interface CheckOptions {
  readonly severities?: RuleSettings;
  /** The files around it. */
  readonly project?: Project | undefined;
  /** Who reads the variables of an env file. */
  readonly uses?: EnvUses | undefined;
  /** Instead of all. */
  readonly rules?: readonly Rule[];
}

export function check(analysis: Analysis, schema: Schema, options: CheckOptions = {}): readonly Finding[] {
  const { severities = {}, rules = RULES, project, uses } = options;
  const issues = syntaxIssues(analysis, schema);
  const template = analysis.kind === "lua" && issues.length > 0 ? templateFinding(analysis.text) : undefined;
  const findings: Finding[] = template === undefined ? issues.map(syntaxFinding) : [template];
  const whole = wholeOf(analysis, schema, uses);
  const lua = analysis.kind === "lua" ? luaPart(analysis, schema, project) : undefined;
  /** Rules that had nothing to say, or less, for want of knowledge. */
  const unsure = new Set<string>();
  for (const rule of rules) {
    const { meta } = rule;
    const chosen = severities[meta.id];
    if (chosen === "off") {
      unsure.add(meta.id);
      continue;
    }
    const report = (one: Report): void => {
      const here = partHere(one);
      if (here !== undefined) findings.push(toFinding(meta, here, chosen));
    };
    run(
      rule,
      whole,
      schema,
      report,
      {
        get config() {
          if (project?.complete !== true) unsure.add(meta.id);
          return lua?.config;
        },
        get project() {
          if (project?.complete !== true) unsure.add(meta.id);
          return project;
        },
        get environment() {
          if (project?.environment?.certain !== true) unsure.add(meta.id);
          return project?.environment;
        },
        get uses() {
          if (uses?.certain !== true) unsure.add(meta.id);
          return uses;
        },
      },
      lua,
    );
  }
  const { kept, suppressions } = sift(analysis, findings);
  const all = [...kept];
  const chosen = severities[unusedSuppression.id];
  // Where something was not understood, or only some rules were asked, silence means nothing.
  if (suppressions.length > 0 && options.rules === undefined && issues.length === 0 && chosen !== "off") {
    const { text, lines } = analysis;
    const reports = unusedSuppressions({ text, lines, suppressions, known: RULE_IDS, spoke: (rule) => !unsure.has(rule) });
    all.push(...reports.map((report) => toFinding(unusedSuppression, report, chosen)));
  }
  return all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
}

/** What is given besides to whom an env file is given belongs to it, where it is about the image. */
function wholeOf(analysis: Analysis, schema: Schema, uses: EnvUses | undefined): Analysis {
  const beside = uses?.beside ?? [];
  if (analysis.kind !== "env" || beside.length === 0 || !concernsImage(analysis.file, schema)) return analysis;
  return { ...analysis, file: withBeside(analysis.file, beside) };
}

function toFinding(meta: RuleMeta, report: Report, chosen: Severity | undefined): Finding {
  const severity = chosen ?? report.severity ?? meta.severity;
  return { ...report, rule: meta.id, severity, fixable: report.fixes !== undefined };
}

/** What is known of other files: asked by the rules that look at them, which so tell that they do. */
interface Around extends Pick<LuaContext, "project" | "environment">, Pick<EnvContext, "uses"> {
  readonly config: Configuration | undefined;
}

/** The part of a context that all rules share. */
type LuaPart = Omit<LuaContext, "report">;

function luaPart({ file, text, lines }: LuaAnalysis, schema: Schema, project: Project | undefined): LuaPart {
  const { own, config } = configurationsOf(file, text, schema, project);
  const answers = new Map<unknown, unknown>();
  const part: LuaPart = {
    file,
    text,
    lines,
    schema,
    own,
    config,
    project,
    environment: project?.environment,
    isHere: (thing) => own.homeOf(thing) !== undefined || config.homeOf(thing)?.path === project?.path,
    once(work) {
      if (!answers.has(work)) answers.set(work, work({ ...part, report: () => undefined }));
      return answers.get(work) as ReturnType<typeof work>;
    },
  };
  return part;
}

function run(
  rule: Rule,
  analysis: Analysis,
  schema: Schema,
  report: (report: Report) => void,
  around: Around,
  part: LuaPart | undefined,
): void {
  const { text } = analysis;
  if (rule.kind === "lua" && part !== undefined) {
    const context: LuaContext = {
      ...part,
      report,
      get config() {
        return around.config ?? part.own;
      },
      get project() {
        return around.project;
      },
      get environment() {
        return around.environment;
      },
    };
    rule.check(context);
  }
  if (rule.kind === "env" && analysis.kind === "env") {
    const context: EnvContext = {
      file: analysis.file,
      text,
      schema,
      report,
      get uses() {
        return around.uses;
      },
    };
    rule.check(context);
  }
  if (rule.kind === "env" && analysis.kind === "container") checkContainerVariables(rule, analysis.file, text, schema, report);
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
