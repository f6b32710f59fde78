// Instructions of a Dockerfile: comments, lines that go on, the escape character that a directive may change, here-documents.

import type { Span } from "../../text/span.ts";

export interface Instruction {
  /** In upper case: `ENV`. */
  readonly name: string;
  readonly span: Span;
  /** What follows the name. */
  readonly body: Span;
}

export interface DockerfileLines {
  readonly instructions: readonly Instruction[];
  readonly comments: readonly Span[];
  readonly escape: "\\" | "`";
}

export function readInstructions(text: string): DockerfileLines {
  const escape = /^(?:#[^\n]*\n)*?#[ \t]*escape[ \t]*=[ \t]*`/i.test(text) ? "`" : "\\";
  const instructions: Instruction[] = [];
  const comments: Span[] = [];
  for (let at = 0; at < text.length;) {
    let end = lineEnd(text, at);
    const line = text.slice(at, end);
    const [, indent = "", name] = /^([ \t\uFEFF]*)([A-Za-z]+)(?=\s|$)/.exec(line) ?? [];
    const hash = /^[ \t]*(?=#)/.exec(line);
    if (hash !== null) comments.push({ start: at + hash[0].length, end });
    if (name !== undefined) {
      end = lastLine(text, end, escape, comments);
      const start = at + indent.length;
      instructions.push({ name: name.toUpperCase(), span: { start, end }, body: { start: start + name.length, end } });
      end = behindDocuments(text, start, end);
    }
    at = end + 1;
    if (text.charAt(end) === "\r") at++;
  }
  return { instructions, comments, escape };
}

/** The end of the last line that belongs to an instruction. Comments and empty lines in between do not end it. */
function lastLine(text: string, first: number, escape: string, comments: Span[]): number {
  let end = first;
  while (goesOn(text, end, escape)) {
    let next = nextLine(text, end);
    for (;;) {
      const line = text.slice(next, lineEnd(text, next));
      const comment = /^[ \t]*(?=#)/.exec(line);
      if (next >= text.length || (comment === null && line.trim() !== "")) break;
      if (comment !== null) comments.push({ start: next + comment[0].length, end: next + line.length });
      next = nextLine(text, next + line.length);
    }
    if (next >= text.length) return end;
    end = lineEnd(text, next);
  }
  return end;
}

function goesOn(text: string, end: number, escape: string): boolean {
  let at = end;
  while (at > 0 && /[ \t]/.test(text.charAt(at - 1))) at--;
  return text.charAt(at - 1) === escape && nextLine(text, end) < text.length;
}

/** `RUN <<EOF` and `COPY <<EOF`: the lines until the word stands alone are no instructions. */
function behindDocuments(text: string, start: number, end: number): number {
  let at = end;
  if (!/^(?:RUN|COPY|ADD)\b/i.test(text.slice(start, start + 5))) return at;
  for (const [, word = ""] of text.slice(start, end).matchAll(/<<-?["']?([A-Za-z_]\w*)["']?/g)) {
    for (let next = nextLine(text, at); next < text.length; next = nextLine(text, at)) {
      at = lineEnd(text, next);
      if (text.slice(next, at).trim() === word) break;
    }
  }
  return at;
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  const end = feed < 0 ? text.length : feed;
  return text.charAt(end - 1) === "\r" && end > from ? end - 1 : end;
}

function nextLine(text: string, end: number): number {
  const feed = text.indexOf("\n", end);
  return feed < 0 ? text.length : feed + 1;
}
