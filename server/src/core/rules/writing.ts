// Keeps a file's way of writing in a fix: its line ends, and the byte order mark in front of everything.

import type { TextEdit } from "../text/edit.ts";
import { lineBreak } from "../text/lines.ts";
import type { Fix } from "./rule.ts";

const MARK = "\ufeff";

export function inWritingOf(text: string, fix: Fix): Fix {
  const hasMark = text.startsWith(MARK);
  const breaks = fix.edits.some(({ newText }) => newText.includes("\n"));
  const eol = breaks ? lineBreak(text) : "\n";
  if (!hasMark && eol === "\n") return fix;
  return { ...fix, edits: fix.edits.map((edit) => written(edit, hasMark ? 1 : 0, eol)) };
}

function written({ span, newText }: TextEdit, first: number, eol: string): TextEdit {
  return {
    span: { start: Math.max(first, span.start), end: Math.max(first, span.end) },
    newText: newText.replaceAll(MARK, "").replace(/\r\n|\n/g, eol),
  };
}
