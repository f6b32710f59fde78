// Takes statements and list items out of a text so that nobody sees that something was there: with their separator, and with
// their line when nothing but a comment of theirs is left on it.

import type { Setting } from "../../../model/config.ts";
import type { TextEdit } from "../../../text/edit.ts";
import type { Span } from "../../../text/span.ts";

/** A statement with its line, or without when the line holds more. */
export function removeStatement(text: string, span: Span): TextEdit {
  const end = /^[ \t]*;/.test(text.slice(span.end, lineEnd(text, span.end))) ? text.indexOf(";", span.end) + 1 : span.end;
  return {
    span: wholeLines(text, { start: span.start, end }) ?? { start: span.start, end: end + blanksAt(text, end) },
    newText: "",
  };
}

/** A setting, wherever it stands. */
export function removeSetting(text: string, { section, span }: Setting): TextEdit {
  return section.table === undefined ? removeStatement(text, span) : removeItem(text, section.table, span);
}

/** An item of a table with its separator. */
export function removeItem(text: string, table: Span, item: Span): TextEdit {
  const after = /^\s*[,;]/.exec(text.slice(item.end, table.end));
  const end = after === null ? item.end : item.end + after[0].length;
  const lines = wholeLines(text, { start: item.start, end });
  if (lines !== undefined) return { span: lines, newText: "" };
  if (after !== null) return { span: { start: item.start, end: end + blanksAt(text, end) }, newText: "" };
  // The last item: the separator before it goes, when it stands on the same line.
  const before = /[ \t]*[,;][ \t]*$/.exec(text.slice(lineStart(text, item.start), item.start));
  return { span: { start: item.start - (before?.[0].length ?? 0), end: item.end }, newText: "" };
}

/** The full lines of a span, with the comment behind it, unless there is code beside it. */
export function wholeLines(text: string, span: Span): Span | undefined {
  const start = lineStart(text, span.start);
  const end = lineEnd(text, span.end);
  if (text.slice(start, span.start).trim() !== "") return undefined;
  if (!/^[ \t]*(?:--(?!\[=*\[).*)?$/.test(text.slice(span.end, end))) return undefined;
  return { start, end: nextLine(text, end) };
}

export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}

/** Without the line break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}

function nextLine(text: string, end: number): number {
  return end + (/^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}

/** Start of the comment lines that stand directly above a line, or of the line itself. */
export function withLeadingComments(text: string, start: number): number {
  let top = lineStart(text, start);
  while (top > 0) {
    const above = lineStart(text, text.slice(0, top).endsWith("\r\n") ? top - 2 : top - 1);
    if (!/^[ \t]*--(?!\[=*\[)/.test(text.slice(above, top))) break;
    top = above;
  }
  return top;
}

function blanksAt(text: string, offset: number): number {
  return /^[ \t]*/.exec(text.slice(offset, lineEnd(text, offset)))?.[0].length ?? 0;
}
