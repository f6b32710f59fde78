// Puts a new setting on a line of its own: below the line that begins a section, or below another setting.

import type { Section } from "../../../model/config.ts";
import type { TextEdit } from "../../../text/edit.ts";
import { lineBreak, lineEnd, lineStart } from "../../../text/lines.ts";
import type { Span } from "../../../text/span.ts";

/** Nothing but a separator and a comment, to the end of a line. */
const REST_OF_LINE = /^[ \t]*(?:;[ \t]*)?(?:--(?!\[=*\[).*)?$/;

/** A line below a statement that has its lines for itself, indented as that. */
export function below(text: string, span: Span, statement: string): TextEdit | undefined {
  const start = lineStart(text, span.start);
  const end = lineEnd(text, span.end);
  const indent = text.slice(start, span.start);
  if (indent.trim() !== "" || !REST_OF_LINE.test(text.slice(span.end, end))) return undefined;
  return { span: { start: end, end }, newText: `${lineBreak(text)}${indent}${statement}` };
}

/** Undefined where more than a comment follows on that line, which may belong to it. */
export function underHeader(text: string, section: Section, statement: string): TextEdit | undefined {
  if (section.table !== undefined || section.kind === "global") return undefined;
  const at = lineEnd(text, section.header.end);
  if (!REST_OF_LINE.test(text.slice(section.header.end, at))) return undefined;
  const indent = /[\r\n]([ \t]+)\S/.exec(text)?.[1] ?? "\t";
  return { span: { start: at, end: at }, newText: `${lineBreak(text)}${indent}${statement}` };
}
