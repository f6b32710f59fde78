// Comments that silence nothing: the trouble is gone, stands on another line, or the rule's name is misspelt. No rule of its own
// folder, as it speaks of what the other rules found; in all other respects a rule like them.

import type { LineIndex } from "../text/lineIndex.ts";
import type { Span } from "../text/span.ts";
import type { Fix, Report, RuleMeta } from "./rule.ts";
import { KnownNames } from "./suggest.ts";
import type { SuppressedName, Suppression, UsedSuppression } from "./suppress.ts";

export const unusedSuppression: RuleMeta = {
  id: "unused-suppression",
  severity: "hint",
};

export interface SuppressionFacts {
  readonly text: string;
  readonly lines: LineIndex;
  readonly suppressions: readonly UsedSuppression[];
  /** Ids of all rules there are. */
  readonly known: ReadonlySet<string>;
  /** Rules that would have spoken if there was anything to say; others may be silent for reasons of their own. */
  readonly spoke: (rule: string) => boolean;
}

export function unusedSuppressions(facts: SuppressionFacts): readonly Report[] {
  const isSilencedItself = silencedItself(facts);
  return facts.suppressions
    .filter((one) => !isSilencedItself(one))
    .flatMap((one) => (one.names.length === 0 ? ofAll(one, facts) : ofNames(one, facts)));
}

/** Only by its name: a comment that silences everything would always silence what is said of itself. */
function silencedItself({ suppressions, lines }: SuppressionFacts): (one: UsedSuppression) => boolean {
  const naming = suppressions.filter(({ names }) => names.some(({ rule }) => rule === unusedSuppression.id));
  const silenced = new Set(naming.map(({ line }) => line));
  return ({ comment }) => silenced.has(undefined) || silenced.has(lines.at(comment.start).line);
}

function ofAll(one: UsedSuppression, facts: SuppressionFacts): readonly Report[] {
  if (one.silenced.size > 0 || ![...facts.known].every(facts.spoke)) return [];
  const message = `Nothing is reported ${WHERE[one.scope]}, so this comment silences nothing. Remove it.`;
  return [{ span: one.comment, message, tags: ["unnecessary"], fixes: () => [removeComment(one, facts)] }];
}

function ofNames(one: UsedSuppression, facts: SuppressionFacts): readonly Report[] {
  const strange = one.names.filter(({ rule }) => !facts.known.has(rule));
  const unused = one.names.filter(({ rule }) => facts.known.has(rule) && !one.silenced.has(rule) && facts.spoke(rule));
  const reports = strange.map((name) => unknown(one, name, facts));
  if (unused.length === one.names.length) {
    const list = unused.map(({ rule }) => `\`${rule}\``).join(", ");
    const message = `${list} ${unused.length === 1 ? "is" : "are"} not reported ${WHERE[one.scope]}, so this comment silences nothing. Remove it.`;
    return [{ span: one.comment, message, tags: ["unnecessary"], fixes: () => [removeComment(one, facts)] }];
  }
  return [
    ...reports,
    ...unused.map(({ rule, span }): Report => {
      const message = `\`${rule}\` is not reported ${WHERE[one.scope]}. Remove it from this comment.`;
      return { span, message, tags: ["unnecessary"], fixes: () => [removeName(one, span)] };
    }),
  ];
}

const WHERE = { line: "on this line", nextLine: "on the next line", file: "in this file" } as const;

function unknown(one: Suppression, { rule, span }: SuppressedName, facts: SuppressionFacts): Report {
  if (rule.startsWith("syntax/")) {
    const message = "What a parser says cannot be silenced: the file is refused, whatever a comment asks for.";
    return { span, message, fixes: () => [one.names.length === 1 ? removeComment(one, facts) : removeName(one, span)] };
  }
  const near = new KnownNames(facts.known).nearest(rule);
  if (near === undefined)
    return { span, message: `There is no rule \`${rule}\`, so nothing is silenced. Name another, or remove it.` };
  return {
    span,
    message: `There is no rule \`${rule}\`, so nothing is silenced. Did you mean \`${near}\`?`,
    fixes: () => [{ title: `Change to \`${near}\``, edits: [{ span, newText: near }], safe: true }],
  };
}

/** With its line, or with the blanks before it where there is something else on the line. */
function removeComment({ comment }: Suppression, { text, lines }: SuppressionFacts): Fix {
  const { line } = lines.at(comment.start);
  const [start, end] = [lines.lineStart(line), lines.lineEnd(line)];
  const before = text.slice(start, comment.start);
  const alone = before.trim() === "" && text.slice(comment.end, end).trim() === "";
  const span: Span = alone
    ? { start, end: lines.lineStart(line + 1) }
    : { start: start + before.trimEnd().length, end: comment.end };
  return { title: "Remove the comment", edits: [{ span, newText: "" }], safe: true };
}

/** Others are left: what a comment without names silences is more than this one did. */
function removeName({ names }: Suppression, span: Span): Fix {
  const at = names.findIndex((name) => name.span.start === span.start);
  const [before, after] = [names[at - 1]?.span, names[at + 1]?.span];
  const cut = before === undefined ? { start: span.start, end: after?.start ?? span.end } : { start: before.end, end: span.end };
  return { title: "Remove the name", edits: [{ span: cut, newText: "" }], safe: true };
}
