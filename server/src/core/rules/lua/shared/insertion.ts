// Puts a new setting into a section: on a line of its own below the line that begins the section.

import type { Section } from "../../../model/config.ts";
import type { TextEdit } from "../../../text/edit.ts";
import { lineBreak, lineEnd } from "../../../text/lines.ts";

/** Undefined where more than a comment follows on that line, which may belong to it. */
export function underHeader(text: string, section: Section, statement: string): TextEdit | undefined {
  if (section.table !== undefined || section.kind === "global") return undefined;
  const at = lineEnd(text, section.header.end);
  if (!/^[ \t]*(?:;[ \t]*)?(?:--(?!\[=*\[).*)?$/.test(text.slice(section.header.end, at))) return undefined;
  const indent = /[\r\n]([ \t]+)\S/.exec(text)?.[1] ?? "\t";
  return { span: { start: at, end: at }, newText: `${lineBreak(text)}${indent}${statement}` };
}
