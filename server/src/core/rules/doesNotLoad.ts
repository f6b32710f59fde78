// A configuration that Prosody refuses to load, as its evaluation tells. No rule of the folders, as no statement alone tells it; in all
// other respects a rule like them.

import type { LuaAnalysis } from "../analyse.ts";
import type { Schema } from "../schema/schema.ts";
import type { Span } from "../text/span.ts";
import { code, didYouMean, someOf } from "./lua/shared/words.ts";
import type { Fix, Report, RuleMeta } from "./rule.ts";
import { innerQuotes, refusalFixes } from "./refusalFixes.ts";
import { nearest } from "./suggest.ts";

export const doesNotLoad: RuleMeta = { id: "does-not-load", severity: "error" };

export interface Refusal {
  /** Its line counts from 1. */
  readonly error: { readonly line: number; readonly message: string };
  /** What it says holds only as long as some of these variables are not set. */
  readonly unset: readonly string[];
  /** The file may be a part of a configuration, or a part of the configuration may be missing here. */
  readonly isPart: boolean;
}

/** On the line where loading stops. */
export function refusalReport({ error, unset, isPart }: Refusal, analysis: LuaAnalysis, schema: Schema): Report {
  const { text, lines, syntax } = analysis;
  const start = lines.lineStart(error.line - 1);
  const line = text.slice(start, lines.lineEnd(error.line - 1));
  const from = start + line.length - line.trimStart().length;
  const span = { start: from, end: Math.max(from, start + line.trimEnd().length) };
  const [only, more] = unset;
  const which = more === undefined ? `${code(only ?? "")} is` : `some of ${someOf(unset)} are`;
  const when = only === undefined ? "" : ` while ${which} not set`;
  const tokens = syntax.tokensIn(span).filter(({ kind }) => kind !== "comment");
  const first = tokens.find(({ kind }) => kind === "name");
  const meant = first === undefined ? undefined : misspelt(first.text, error.message, schema);
  if (first === undefined || meant === undefined) {
    const fixes = only === undefined ? refusalFixes(tokens, analysis) : [];
    const why =
      innerQuotes(tokens, analysis) === undefined
        ? error.message
        : 'a text ends at the quote before the next word. Inside a text, a quote is written `\\"`.';
    const advice = only === undefined ? "" : ' Write a default behind it: `or "…"`.';
    return {
      span,
      message: `Prosody does not load this${when}: ${why}${advice}`,
      ...(unset.length > 0 || isPart ? { severity: "warning" } : {}),
      ...(fixes.length === 0 ? {} : { fixes: () => fixes }),
    };
  }
  return {
    span: { start: first.start, end: first.end },
    message: `Prosody does not load this: it knows no ${code(first.text)}. ${didYouMean(meant)}`,
    fixes: () => [renaming(first, meant)],
  };
}

/** The directive that is meant by a name without a value. */
function misspelt(name: string, message: string, schema: Schema): string | undefined {
  if (!message.startsWith(`${name} `) || schema.directive(name) !== undefined) return undefined;
  const names = schema.directives.filter(({ availability }) => availability === "now").map((directive) => directive.name);
  return nearest(name, names);
}

function renaming({ start, end }: Span, newText: string): Fix {
  return { title: `Change to ${code(newText)}`, edits: [{ span: { start, end }, newText }], safe: false };
}
