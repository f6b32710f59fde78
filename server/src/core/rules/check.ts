// Runs the rules over one analysed file and adds what its parser said. The answer is sorted by place and the same every time.

import type { Analysis, LuaAnalysis } from "../analyse.ts";
import type { EnvUses, Project } from "../model/project.ts";
import type { Schema } from "../schema/schema.ts";
import type { SharedConfiguration } from "../semantics/around.ts";
import type { Configuration } from "../semantics/configuration.ts";
import { isPlain } from "../semantics/plain.ts";
import type { SyntaxIssue } from "../syntax/issue.ts";
import { mendings } from "../syntax/lua/mendings.ts";
import type { Pace } from "../text/pace.ts";
import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import { concernsImage } from "./env/shared/foreign.ts";
import { judged } from "./harm.ts";
import { doesNotLoad } from "./doesNotLoad.ts";
import { RULES, RULE_IDS } from "./index.ts";
import { COMPOUND_ASSIGNMENT, compoundAssignmentFixes } from "./compoundAssignment.ts";
import type { Finding, Fix, Report, Rule, RuleMeta, Severity } from "./rule.ts";
import { LuaCheck } from "./luaCheck.ts";
import { checkVariables } from "./variablesCheck.ts";
import { applySuppressions, suppressionsOf } from "./suppress.ts";
import type { Suppression } from "./suppress.ts";
import { templateFinding } from "./templateSyntax.ts";
import { inWritingOf } from "./writing.ts";
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
  /** Nobody chose the version of the schema. */
  readonly assumesVersion?: boolean;
  /** Understands a changed text, so that it can be compared what a fix does. */
  readonly analyse?: ((text: string) => Analysis) | undefined;
  /** Whoever asks for fixes compares what they do. */
  readonly judgesFixes?: boolean;
  /** Handed to the checks of all files of one configuration: saves what they have in common. */
  readonly shared?: SharedConfiguration | undefined;
  /** Called between the steps; may throw. */
  readonly pace?: Pace | undefined;
}

/** Everything that is said of a file: its findings as a whole, the first of them, or those of a place. */
export interface Checked {
  /** What a Lua file says by itself, by names. */
  readonly own: Configuration | undefined;
  /** In the order of the file. */
  readonly findings: readonly Finding[];
  /** The first ones, without working out where the others are. */
  first(count: number): readonly Finding[];
  /** Those that touch a stretch of the file, in their order. */
  at(span: Span): readonly Finding[];
  /** Fixes that were asked for and are withheld, as they would do something else than they say: mistakes of ours, one line each. */
  readonly defects: readonly string[];
}

export function check(analysis: Analysis, schema: Schema, options: CheckOptions = {}): readonly Finding[] {
  return checked(analysis, schema, options).findings;
}

/** `previous`: what was said of the text before, of the same file; saves what has not changed. */
export function checked(analysis: Analysis, schema: Schema, options: CheckOptions = {}, previous?: Checked): Checked {
  return new FileCheck(analysis, schema, options, previous instanceof FileCheck ? previous : undefined);
}

/** Fixes of one env file or description of containers that are offered one by one. */
const MOST_JUDGED = 50;

class FileCheck implements Checked {
  private readonly lua: LuaCheck | undefined;
  /** Beside what is found in the parts of a Lua file. */
  private readonly others: readonly Finding[];
  private readonly unsure: Set<string>;
  private readonly suppressions: readonly Suppression[];
  private all: readonly Finding[] | undefined;
  private readonly withheld = new Set<string>();
  /** How many changed texts. */
  private understood = 0;

  constructor(
    private readonly analysis: Analysis,
    private readonly schema: Schema,
    private readonly options: CheckOptions,
    previous: FileCheck | undefined,
  ) {
    const { severities = {}, rules = RULES, project } = options;
    this.suppressions = suppressionsOf(analysis);
    this.unsure = new Set(rules.flatMap(({ id }) => (severities[id] === "off" ? [id] : [])));
    const active = rules.filter(({ id }) => severities[id] !== "off");
    const issues = syntaxIssues(analysis, schema);
    const template = analysis.kind === "lua" && issues.length > 0 ? templateFinding(analysis.text) : undefined;
    const fixesOf = analysis.kind === "lua" ? luaFixes(analysis, schema) : this.ownFixes;
    const others: Finding[] = template === undefined ? issues.map((issue) => syntaxFinding(issue, fixesOf)) : [template];
    if (analysis.kind === "lua") {
      const isSame =
        previous !== undefined &&
        previous.options.rules === options.rules &&
        previous.options.assumesVersion === options.assumesVersion &&
        alike(previous.options.severities, severities);
      this.lua = new LuaCheck({
        analysis,
        schema,
        project,
        rules: active.filter((rule) => rule.kind === "lua"),
        toFinding: (rule, report) => this.found(rule, report),
        previous: isSame ? previous.lua : undefined,
        shared: options.shared,
        pace: options.pace,
      });
    } else {
      const report = (rule: Rule, one: Report): void => void others.push(this.found(rule, one));
      checkVariables({ analysis, schema, rules: active, unsure: this.unsure, report, ...options });
    }
    this.others = others;
  }

  get own(): Configuration | undefined {
    return this.lua?.configurations.own;
  }

  get defects(): readonly string[] {
    return [...this.withheld];
  }

  get findings(): readonly Finding[] {
    this.all ??= this.complete();
    return this.all;
  }

  first(count: number): readonly Finding[] {
    const { lua } = this;
    if (lua === undefined || this.suppressions.length > 0 || this.all !== undefined) return this.findings.slice(0, count);
    return ordered([...this.others, ...lua.first(count)]).slice(0, count);
  }

  at(span: Span): readonly Finding[] {
    const { lua } = this;
    const touching = (finding: Finding): boolean => overlaps(finding.span, span);
    if (lua === undefined || this.suppressions.length > 0 || this.all !== undefined) return this.findings.filter(touching);
    return ordered([...this.others, ...lua.findingsAround(span)].filter(touching));
  }

  /** What holds for some versions only says which one is assumed. */
  private withVersion({ byVersion }: RuleMeta, report: Report): Report {
    const { options, schema } = this;
    if (byVersion === undefined || options.assumesVersion !== true || report.always === true) return report;
    return { ...report, message: `${report.message} (Assuming Prosody ${schema.version}.)` };
  }

  private found(rule: Rule, { fixes, ...said }: Report): Finding {
    const report = this.withVersion(rule, said);
    const severity = chosenSeverity(this.options.severities ?? {}, rule);
    if (fixes === undefined) return toFinding(rule, report, severity);
    let known: readonly Fix[] | undefined;
    const allowed = (): readonly Fix[] => {
      const written = (): readonly Fix[] => fixes().map((fix) => inWritingOf(this.analysis, fix, this.options.project));
      return (known ??= written().flatMap((fix) => this.allowed(rule, fix, report.span)));
    };
    return toFinding(rule, { ...report, fixes: allowed }, severity);
  }

  /** Each line of an env file stands for itself. */
  private readonly ownFixes = ({ id, span, fix }: SyntaxIssue): readonly Fix[] =>
    fix === undefined ? [] : this.allowed({ id: `syntax/${id}` }, inWritingOf(this.analysis, { ...fix, safe: true }), span);

  private judged(fix: Fix, at: Span): ReturnType<typeof judged> {
    const { analysis, options, schema } = this;
    // Lua files are understood again from where they differ, others wholly: of many fixes, the last ones have to be asked for.
    if (analysis.kind !== "lua" && ++this.understood > MOST_JUDGED) return { fix: { ...fix, safe: false } };
    return judged(fix, at, analysis, { ...options, schema });
  }

  /** None that does what it does not say: that is a mistake of ours. */
  private allowed({ id, byVersion }: Pick<RuleMeta, "id" | "byVersion">, fix: Fix, at: Span): readonly Fix[] {
    const { options } = this;
    const { fix: allowed, defect } = options.judgesFixes === true ? { fix } : this.judged(fix, at);
    if (defect !== undefined) this.withheld.add(`${id}: ${defect}`);
    if (allowed === undefined) return [];
    if (byVersion === undefined || options.assumesVersion !== true) return [allowed];
    return [{ ...allowed, safe: false, ...(byVersion === "fatal" ? { alone: true } : {}) }];
  }

  private complete(): readonly Finding[] {
    const { analysis, options, unsure } = this;
    const found = this.lua === undefined ? this.others : [...this.others, ...this.lua.findings];
    const { kept, suppressions } = applySuppressions(analysis, this.suppressions, found);
    const all = [...kept];
    const chosen = options.severities?.[unusedSuppression.id];
    // Where something was not understood, or only some rules were asked, silence means nothing.
    const isUnderstood = analysis.kind === "container" || !this.others.some(({ rule }) => rule.startsWith("syntax/"));
    if (suppressions.length > 0 && options.rules === undefined && isUnderstood && chosen !== "off") {
      const { text, lines } = analysis;
      for (const rule of this.lua?.unsure ?? []) unsure.add(rule);
      // Others find that out.
      if (analysis.kind === "lua" && !isPlain(analysis, this.schema)) unsure.add(doesNotLoad.id);
      const reports = unusedSuppressions({ text, lines, suppressions, known: RULE_IDS, spoke: (rule) => !unsure.has(rule) });
      all.push(...reports.map((report) => toFinding(unusedSuppression, report, chosen)));
    }
    return ordered(all);
  }
}

/** With what was found out otherwise, in the order of the file. */
export function withAdded(findings: readonly Finding[], added: readonly Finding[]): readonly Finding[] {
  return added.length === 0 ? findings : [...findings, ...added].sort(inOrder);
}

/** In the order of the text. What many statements take from one variable is reported once, where it is. */
function ordered(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(inOrder);
  /** At one place. */
  let said = new Set<string>();
  return sorted.filter((finding, i) => {
    const isHere = isAt(finding, sorted[i - 1]);
    if (!isHere && !isAt(finding, sorted[i + 1])) return true;
    if (!isHere) said = new Set();
    const count = said.size;
    return said.add(`${finding.rule} ${finding.message}`).size > count;
  });
}

function isAt({ span }: Finding, other: Finding | undefined): boolean {
  return span.start === other?.span.start && span.end === other.span.end;
}

function inOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1);
}

function alike(one: RuleSettings = {}, other: RuleSettings = {}): boolean {
  const [mine, theirs] = [Object.entries(one), Object.keys(other)];
  return mine.length === theirs.length && mine.every(([rule, severity]) => other[rule] === severity);
}

/** Only asked for rules that are not switched off. */
function chosenSeverity(severities: RuleSettings, { id }: RuleMeta): Severity | undefined {
  const chosen = severities[id];
  return chosen === "off" ? undefined : chosen;
}

/** `chosen`: the severity that the user wants. */
export function toFinding(meta: RuleMeta, report: Report, chosen: Severity | undefined): Finding {
  const severity = chosen ?? report.severity ?? meta.severity;
  return { ...report, rule: meta.id, severity, fixable: report.fixes !== undefined };
}

/** Env files serve many programs: those that do not concern Prosody's image are none of our business. */
function syntaxIssues(analysis: Analysis, schema: Schema): readonly SyntaxIssue[] {
  if (analysis.kind === "lua") return analysis.syntax.issues;
  // Its own editor support says what is wrong with YAML and the like.
  if (analysis.kind === "container") return [];
  return concernsImage(analysis.file, schema) ? analysis.file.issues : [];
}

/** What a parser says is always an error: Prosody, or the tool that reads the env file, refuses the file. */
function syntaxFinding(issue: SyntaxIssue, fixesOf: (issue: SyntaxIssue) => readonly Fix[]): Finding {
  return {
    rule: `syntax/${issue.id}`,
    severity: "error",
    message: issue.message,
    span: issue.span,
    get fixable() {
      return fixesOf(issue).length > 0;
    },
    ...(issue.related === undefined ? {} : { related: [issue.related] }),
    fixes: () => fixesOf(issue),
  };
}

function luaFixes(analysis: LuaAnalysis, schema: Schema): (issue: SyntaxIssue) => readonly Fix[] {
  const restored = mendings(analysis.text, analysis.syntax);
  const fixesOf = (issue: SyntaxIssue): readonly Fix[] =>
    issue.id === COMPOUND_ASSIGNMENT
      ? compoundAssignmentFixes(issue, analysis, schema)
      : restored(issue).map(({ title, edits, certain }) => ({ title, edits, safe: certain }));
  return (issue) => fixesOf(issue).map((fix) => inWritingOf(analysis, fix));
}
