// Keeps a file's way of writing in a fix: its line ends, its quotes, and the byte order mark in front of everything.

import type { Analysis } from "../analyse.ts";
import type { TextEdit } from "../text/edit.ts";
import { lineBreak } from "../text/lines.ts";
import { known } from "../text/known.ts";
import type { Project } from "../model/project.ts";
import type { Fix } from "./rule.ts";

const MARK = "\ufeff";

/** `project`: the files in which it changes something too. */
export function inWritingOf({ kind, text }: Analysis, fix: Fix, project?: Project): Fix {
  const others = fix.others?.map(({ path, edits }) => {
    const other = project?.files.find((file) => file.path === path);
    return { path, edits: other === undefined ? edits : inQuotesOf(other.text, editsFor(other.text, edits)) };
  });
  const own = editsFor(text, fix.edits);
  const edits = kind === "lua" ? inQuotesOf(text, own) : own;
  return edits === fix.edits && others === undefined ? fix : { ...fix, edits, ...known({ others }) };
}

function editsFor(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  // One that takes the mark away means it.
  const hasMark = text.startsWith(MARK) && !edits.some(({ span }) => span.start === 0 && span.end === 1);
  const breaks = edits.some(({ newText }) => newText.includes("\n"));
  const eol = breaks ? lineBreak(text) : "\n";
  return !hasMark && eol === "\n" ? edits : edits.map((edit) => written(edit, hasMark ? 1 : 0, eol));
}

/** Single ones, where all of the file are. */
function inQuotesOf(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (!edits.some(({ newText }) => newText.includes('"')) || text.includes('"') || !text.includes("'")) return edits;
  return edits.map(({ span, newText }) => ({ span, newText: newText.replace(/"([^"'\\\n]*)"/g, "'$1'") }));
}

function written({ span, newText }: TextEdit, first: number, eol: string): TextEdit {
  return {
    span: { start: Math.max(first, span.start), end: Math.max(first, span.end) },
    newText: newText.replaceAll(MARK, "").replace(/\r\n|\n/g, eol),
  };
}
