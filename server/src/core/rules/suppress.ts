// Comments that silence findings: `-- prosody-ignore-next-line RULE`, `-- prosody-ignore RULE` on the line itself,
// `-- prosody-ignore-file RULE` anywhere; `#` in env files. Without a rule they silence every rule. What a parser says cannot be
// silenced: Prosody refuses such a file whatever a comment asks for.

import type { Analysis } from "../analyse.ts";
import type { Span } from "../text/span.ts";
import { currentRuleId } from "./aliases.ts";
import type { Finding } from "./rule.ts";

export type SuppressionScope = "line" | "nextLine" | "file";

export interface Suppression {
  readonly comment: Span;
  readonly scope: SuppressionScope;
  /** Undefined: the whole file. */
  readonly line: number | undefined;
  /** Empty: all rules. */
  readonly names: readonly SuppressedName[];
}

export interface SuppressedName {
  /** Its present id, whatever it was called when the comment was written. */
  readonly rule: string;
  readonly span: Span;
}

export interface AppliedSuppressions {
  readonly kept: readonly Finding[];
  readonly suppressions: readonly UsedSuppression[];
}

/** With the rules whose findings it silenced. */
export interface UsedSuppression extends Suppression {
  readonly silenced: ReadonlySet<string>;
}

/** The rules' names directly behind the pragma; whatever follows is a remark. */
const PRAGMA = /^(?:--|#)\s*prosody-ignore(-next-line|-file)?(?![\w-])((?:[\s,]+(?:[a-z]+\/[a-z-]+|[a-z]+(?:-[a-z]+)+))*)/;

export function applySuppressions(
  analysis: Analysis,
  given: readonly Suppression[],
  findings: readonly Finding[],
): AppliedSuppressions {
  const suppressions = given.map((one) => ({ ...one, silenced: new Set<string>() }));
  if (suppressions.length === 0) return { kept: findings, suppressions };
  const byLine = new Map<number | undefined, typeof suppressions>();
  for (const one of suppressions) {
    const known = byLine.get(one.line);
    if (known === undefined) byLine.set(one.line, [one]);
    else known.push(one);
  }
  const everywhere = byLine.get(undefined) ?? [];
  const kept = findings.filter((finding) => {
    if (finding.rule.startsWith("syntax/")) return true;
    const here = byLine.get(analysis.lines.at(finding.span.start).line) ?? [];
    // All of them count as used: which one did it would depend on their order.
    const by = [...everywhere, ...here].filter(({ names }) => silences(names, finding.rule));
    for (const { silenced } of by) silenced.add(finding.rule);
    return by.length === 0;
  });
  return { kept, suppressions };
}

export function suppressionsOf(analysis: Analysis): readonly Suppression[] {
  if (analysis.kind === "lua") return analysis.syntax.pragmas.flatMap((comment) => read(analysis, comment));
  if (!analysis.text.includes("prosody-ignore")) return [];
  return commentsOf(analysis).flatMap((comment) => read(analysis, comment));
}

export function commentsOf(analysis: Analysis): readonly Span[] {
  if (analysis.kind === "env") return analysis.file.comments;
  if (analysis.kind === "container") return analysis.comments;
  return analysis.syntax.tokens.filter((token) => token.kind === "comment");
}

function silences(names: readonly SuppressedName[], rule: string): boolean {
  return names.length === 0 || names.some((name) => name.rule === rule);
}

function read(analysis: Analysis, comment: Span): readonly Suppression[] {
  const match = PRAGMA.exec(analysis.text.slice(comment.start, comment.end));
  if (match === null) return [];
  const [all, where, list = ""] = match;
  const own = analysis.lines.at(comment.start).line;
  const scope = where === "-file" ? "file" : where === "-next-line" ? "nextLine" : "line";
  const line = { file: undefined, nextLine: own + 1, line: own }[scope];
  const from = comment.start + all.length - list.length;
  const names = [...list.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => {
    return { rule: currentRuleId(name), span: { start: from + index, end: from + index + name.length } };
  });
  return [{ comment: { start: comment.start, end: comment.end }, scope, line, names }];
}
