// A change to one text, as data. Applying it belongs to the editor, to the CLI or to a test.

import type { Span } from "./span.ts";

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text after all edits. Edits must not overlap; two insertions at one place are applied in the given order.
 * Returns `undefined` when edits overlap or lie outside the text: such a set is a bug of its maker.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  const ordered = inOrder(text, edits);
  if (ordered === undefined) return undefined;
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of ordered) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/** In the order of the text, those at one place as they were given; `undefined` when they cannot be applied. */
export function inOrder(text: string, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let at = 0;
  for (const { span } of ordered) {
    if (span.start < at || span.end < span.start || span.end > text.length) return undefined;
    at = span.end;
  }
  return ordered;
}
