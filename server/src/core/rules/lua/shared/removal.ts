// Takes statements and list items out of a text so that nobody sees that something was there: with their separator, and with
// their line when nothing but a comment of theirs is left on it.

import type { Setting } from "../../../model/config.ts";
import type { TextEdit } from "../../../text/edit.ts";
import { blanksBefore, indentAt } from "../../../text/indent.ts";
import type { Span } from "../../../text/span.ts";
import { lineStart } from "../../../text/lines.ts";

/** A statement with its line, or without when the line holds more. */
export function removeStatement(text: string, span: Span): TextEdit {
  const behind = blanksBehind(text, span.end);
  const end = text[behind] === ";" ? behind + 1 : span.end;
  return {
    span: wholeLines(text, { start: span.start, end }) ?? { start: span.start, end: blanksBehind(text, end) },
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
  if (after !== null) return { span: { start: item.start, end: blanksBehind(text, end) }, newText: "" };
  // The last item: the separator before it goes, when it stands on the same line.
  const before = blanksBefore(text, item.start) - 1;
  const start = text[before] === "," || text[before] === ";" ? blanksBefore(text, before) : item.start;
  return { span: { start, end: item.end }, newText: "" };
}

/** What may be left on a line, up to the next one. */
const REST = /[ \t]*(?:--(?!\[=*\[).*)?(?:\r\n|\n|\r|$)/y;

/** The full lines of a span, with the comment behind it, unless there is code beside it. */
export function wholeLines(text: string, span: Span): Span | undefined {
  // A line may hold thousands of items: how long it is only matters where nothing is beside the span.
  if (indentAt(text, span.start) === undefined) return undefined;
  REST.lastIndex = span.end;
  if (!REST.test(text)) return undefined;
  return { start: lineStart(text, span.start), end: REST.lastIndex };
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

function blanksBehind(text: string, offset: number): number {
  let end = offset;
  while (text[end] === " " || text[end] === "\t") end++;
  return end;
}
