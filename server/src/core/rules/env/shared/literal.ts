// What a person meant by a value that docker and podman take as it stands: the same without quotes, without a comment after it and
// without blanks around it. Those tools keep all that; other rules say so, and judge what is left.

import { isSpaceOrTab, skip, skipBack } from "../../../syntax/env/characters.ts";
import type { Span } from "../../../text/span.ts";

export interface LiteralParts {
  /** The value that was meant. */
  readonly inner: Span;
  /** That value with the quotes around it. */
  readonly quoted?: Span;
  /** From the `#`. */
  readonly comment?: Span;
  /** Blanks before or after the value. With a comment, those before it belong to the comment. */
  readonly blanks: readonly Span[];
}

export function literalParts(text: string, span: Span): LiteralParts {
  const start = skip(text, span.start, span.end, isSpaceOrTab);
  const end = skipBack(text, start, span.end, isSpaceOrTab);
  const blanks = [
    { start: span.start, end: start },
    { start: end, end: span.end },
  ].filter((blank) => blank.end > blank.start && start < end);
  const quote = text.charAt(start);
  if ((quote === '"' || quote === "'") && start < end) {
    const close = closingQuote(text, start, end, quote);
    if (close !== undefined) {
      const quoted = { start, end: close + 1 };
      const inner = { start: start + 1, end: close };
      const next = skip(text, close + 1, end, isSpaceOrTab);
      if (next === end) return { inner, quoted, blanks };
      if (next > close + 1 && text.charAt(next) === "#") return { inner, quoted, comment: { start: next, end }, blanks };
    }
  }
  const hash = /[ \t]#(?=[ \t]|$)/.exec(text.slice(start, end));
  if (hash === null) return { inner: { start, end }, blanks };
  const at = start + hash.index + 1;
  return { inner: { start, end: skipBack(text, start, at, isSpaceOrTab) }, comment: { start: at, end }, blanks };
}

function closingQuote(text: string, open: number, end: number, quote: string): number | undefined {
  for (let i = open + 1; i < end; i++) {
    const c = text.charAt(i);
    if (c === quote) return i;
    if (c === "\\") i++;
  }
  return undefined;
}
