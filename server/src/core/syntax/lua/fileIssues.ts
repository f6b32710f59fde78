// What is wrong with a file whatever its statements say: binary content, a byte-order mark, signs and comments that are not Lua's.

import type { SyntaxIssue } from "../issue.ts";
import { asMeant, foreignMarks } from "./foreign.ts";
import { foreignIssues } from "./foreignIssues.ts";

export interface FileCheck {
  readonly issues: readonly SyntaxIssue[];
  /** The text as it was meant, as far as single characters and comments go: every character is where it was. */
  readonly blanked: string;
  /** Nothing in it can be parsed. */
  readonly unreadable: boolean;
}

const FIRST_LINE = /^[ \ufeff]?#[^\r\n]*/;

/** Only its statements may have something wrong about them. */
export function isPlainText(text: string): boolean {
  return !text.startsWith("\ufeff") && !FIRST_LINE.test(text) && !text.includes("\0");
}

export function fileIssues(text: string): FileCheck {
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const message =
      "This is not a text file: it contains zero bytes. Prosody cannot load it as a configuration; restore the file or save it as UTF-8 text.";
    return { issues: [{ id: "not-text", message, span: { start: nul, end: nul + 1 } }], blanked: "", unreadable: true };
  }
  const issues: SyntaxIssue[] = [];
  let blanked = text;
  if (blanked.startsWith("\ufeff")) {
    issues.push({
      id: "byte-order-mark",
      message:
        "The file begins with a byte-order mark, an invisible character that Lua does not skip, so Prosody refuses the file. Save it as UTF-8 without BOM.",
      span: { start: 0, end: 1 },
      fix: { title: "Remove the byte-order mark", edits: [{ span: { start: 0, end: 1 }, newText: "" }] },
    });
    blanked = ` ${blanked.slice(1)}`;
  }
  const hashbang = FIRST_LINE.exec(blanked);
  if (hashbang !== null) {
    const span = { start: blanked.indexOf("#"), end: hashbang[0].length };
    issues.push({
      id: "first-line-hash",
      message: "Prosody does not skip a first line that begins with `#` and refuses the file. Lua comments begin with `--`.",
      span,
      fix: { title: "Make it a Lua comment", edits: [{ span: { start: span.start, end: span.start + 1 }, newText: "--" }] },
    });
    blanked = " ".repeat(hashbang[0].length) + blanked.slice(hashbang[0].length);
  }
  const marks = foreignMarks(blanked);
  issues.push(...foreignIssues(blanked, marks));
  return { issues, blanked: asMeant(blanked, marks), unreadable: false };
}
