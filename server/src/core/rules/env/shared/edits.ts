// Fixes that several rules for env files offer.

import type { Span } from "../../../text/span.ts";
import type { Fix } from "../../rule.ts";

/** What a value may consist of to mean the same to every tool, without quotes. */
export function isPortable(value: string): boolean {
  return /^[\w./:@%+,=*-]*$/.test(value);
}

/** Whether docker, podman and Compose read the bare value as it stands. */
export function isSameEverywhere(value: string): boolean {
  return !/[$\\\n]|^["'\s]|\s$|\s#/.test(value);
}

export function changeTo(value: string, place: Span, safe = true): Fix {
  return { title: `Change to \`${value}\``, edits: [{ span: place, newText: value }], safe };
}

/** None where the value does not stand in the text as it is, or the new one would need quotes. */
export function changeValue(value: string | undefined, place: Span | undefined): readonly Fix[] {
  return value === undefined || place === undefined || !isPortable(value) ? [] : [changeTo(value, place)];
}

/** The part of a report that offers them; a report without any must not promise one. */
export function offer(fixes: readonly Fix[]): { readonly fixes?: () => readonly Fix[] } {
  return fixes.length === 0 ? {} : { fixes: () => fixes };
}

export function removeLine(text: string, statement: Span, safe: boolean): Fix {
  return { title: "Remove the line", edits: [{ span: lineOf(text, statement), newText: "" }], safe };
}

export function commentOut(statement: Span): Fix {
  return {
    title: "Comment out the line",
    edits: [{ span: { start: statement.start, end: statement.start }, newText: "# " }],
    safe: false,
  };
}

/** The line of a statement with its break; the statement alone where more than blanks and a comment share the line. */
function lineOf(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const feed = text.indexOf("\n", end);
  const to = feed < 0 ? text.length : feed + 1;
  const alone = /^[ \t\uFEFF]*$/.test(text.slice(from, start)) && /^[ \t]*(?:#.*)?\r?\n?$/.test(text.slice(end, to));
  if (!alone) return { start, end };
  return { start: text.charAt(from) === "\uFEFF" ? from + 1 : from, end: to };
}
