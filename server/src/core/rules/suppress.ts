// Comments that silence findings: `-- prosody-ignore-next-line RULE`, `-- prosody-ignore RULE` on the line itself,
// `-- prosody-ignore-file RULE` anywhere; `#` in env files. Without a rule they silence every rule. What a parser says cannot be
// silenced: Prosody refuses such a file whatever a comment asks for.

import type { Analysis } from "../analyse.ts";
import type { Span } from "../text/span.ts";
import type { Finding } from "./rule.ts";

interface Suppression {
  /** Undefined: the whole file. */
  readonly line: number | undefined;
  /** Empty: all rules. */
  readonly rules: readonly string[];
}

/** The rules' names directly behind the pragma; whatever follows is a remark. */
const PRAGMA = /^(?:--|#)\s*prosody-ignore(-next-line|-file)?(?![\w-])((?:[\s,]+[a-z]+(?:-[a-z]+)+)*)/;

export function withoutSuppressed(analysis: Analysis, findings: readonly Finding[]): readonly Finding[] {
  if (!analysis.text.includes("prosody-ignore")) return findings;
  const suppressions = commentsOf(analysis).flatMap((comment) => read(analysis, comment));
  if (suppressions.length === 0) return findings;
  return findings.filter((finding) => {
    if (finding.rule.startsWith("syntax/")) return true;
    const { line } = analysis.lines.at(finding.span.start);
    return !suppressions.some(
      (one) => (one.line === undefined || one.line === line) && (one.rules.length === 0 || one.rules.includes(finding.rule)),
    );
  });
}

function commentsOf(analysis: Analysis): readonly Span[] {
  if (analysis.kind === "env") return analysis.file.comments;
  if (analysis.kind === "container") return analysis.comments;
  return analysis.syntax.tokens.filter((token) => token.kind === "comment");
}

function read(analysis: Analysis, comment: Span): readonly Suppression[] {
  const match = PRAGMA.exec(analysis.text.slice(comment.start, comment.end));
  if (match === null) return [];
  const [, where, names = ""] = match;
  const own = analysis.lines.at(comment.start).line;
  const line = where === "-file" ? undefined : where === "-next-line" ? own + 1 : own;
  return [{ line, rules: names.split(/[\s,]+/).filter((name) => name !== "") }];
}
