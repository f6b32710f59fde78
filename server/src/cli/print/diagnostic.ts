// Findings as the command line shows them: lines and columns from 1, columns in Unicode code points, the end exclusive.

import type { AppliedFix } from "../../core/rules/fixAll.ts";
import type { Finding, Severity } from "../../core/rules/rule.ts";
import type { LineIndex } from "../../core/text/lineIndex.ts";
import type { VersionInForce } from "../../workspace/settings.ts";
import type { InputKind } from "../input/guessKind.ts";

/** In the order of the JSON output. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixable: boolean;
}

export interface CheckedFile {
  readonly path: string;
  readonly kind: InputKind;
  /** Of Prosody, for which it was checked. */
  readonly version: VersionInForce;
  readonly diagnostics: readonly Diagnostic[];
  /** Fixes that were applied, where it was asked for; the diagnostics are what is left. */
  readonly fixed?: readonly AppliedFix[];
}

export function toDiagnostics(findings: readonly Finding[], text: string, lines: LineIndex): readonly Diagnostic[] {
  if (findings.length === 0) return [];
  const place = placer(text, lines);
  return findings.map(({ rule, severity, message, span, fixable }) => {
    const start = place(span.start);
    const end = place(span.end);
    return {
      rule,
      severity,
      message,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      fixable,
    };
  });
}

type Placer = (offset: number) => { readonly line: number; readonly column: number };

function placer(text: string, lines: LineIndex): Placer {
  const pairs = surrogatePairs(text);
  return (offset) => {
    const { line, column } = lines.at(offset);
    const start = lines.lineStart(line);
    return { line: line + 1, column: column + 1 - (countBelow(pairs, start + column) - countBelow(pairs, start)) };
  };
}

/** Where the second half of each character beyond U+FFFF stands: it takes a place in the string, and no column. */
function surrogatePairs(text: string): readonly number[] {
  const places: number[] = [];
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) places.push(match.index + 1);
  return places;
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
