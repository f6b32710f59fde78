// Ways to change a text at random, as fast-check's arbitraries: a stretch of one text, pieces put in, lines taken out, doubled and
// exchanged, stretches of another text. Most texts stay small, as most bugs are and a small one is run sooner.

import fc from "fast-check";
import type { Target } from "./target.ts";

type Mutate = (text: string, other: string) => string;

const share = fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true });

/** Signs of all languages, and what their readers may stumble over. */
const SIGNS = [
  '"', "'", "{", "}", "(", ")", "[", "]", "=", "==", ",", ";", ":", ".", "..", "-", "--", "--[[", "]]", "[[", "[=[", "#", "$", "${", "$(",
  "`", "\\", "\\\n", "\n", "\n\n", "\r\n", "\r", "\t", " ", "  ", "\0", "\x1b[31m", "\x7f", "\u00a0", "\u2028", "\ufeff", "\ud800", "é",
  "\u202e", "💥", "%", "&", "*", "|", "<", ">", "~", "!", "@", "?", "/", "0", "-1", "1e309", "0x", "9".repeat(30), "a".repeat(300), "../",
]; // prettier-ignore

function place(text: string, at: number): number {
  return Math.floor(at * text.length);
}

function lineAt(text: string, at: number): readonly [start: number, end: number] {
  const offset = place(text, at);
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return [start, end < 0 ? text.length : end + 1];
}

const cut = fc.tuple(share, fc.integer({ min: 1, max: 4 })).map(([at, length]): Mutate => (text) => {
  const from = place(text, at);
  return text.slice(0, from) + text.slice(from + length);
}); // prettier-ignore

const lineGone = share.map((at): Mutate => (text) => {
  const [start, end] = lineAt(text, at);
  return text.slice(0, start) + text.slice(end);
}); // prettier-ignore

const lineMoved = fc.tuple(share, share, fc.boolean()).map(([at, to, isDoubled]): Mutate => (text) => {
  const [start, end] = lineAt(text, at);
  const line = text.slice(start, end);
  const rest = isDoubled ? text : text.slice(0, start) + text.slice(end);
  const [before] = lineAt(rest, to);
  return rest.slice(0, before) + line + rest.slice(before);
}); // prettier-ignore

const spliced = fc.tuple(share, share, fc.integer({ min: 1, max: 200 })).map(([at, from, length]): Mutate => (text, other) => {
  const [start] = lineAt(text, at);
  return text.slice(0, start) + other.slice(place(other, from)).slice(0, length) + text.slice(start);
}); // prettier-ignore

const WORD = /[A-Za-z0-9_.@-]+/y;

function wordPut(pieces: fc.Arbitrary<string>): fc.Arbitrary<Mutate> {
  return fc.tuple(share, pieces).map(([at, piece]): Mutate => (text) => {
    let from = place(text, at);
    while (from > 0 && /[A-Za-z0-9_.@-]/.test(text.charAt(from - 1))) from--;
    WORD.lastIndex = from;
    return text.slice(0, from) + piece + text.slice(from + (WORD.exec(text)?.[0].length ?? 0));
  });
}

function inserted(pieces: fc.Arbitrary<string>): fc.Arbitrary<Mutate> {
  return fc.tuple(share, pieces, fc.boolean()).map(([at, piece, atLine]): Mutate => (text) => {
    const from = atLine ? lineAt(text, at)[0] : place(text, at);
    return text.slice(0, from) + piece + text.slice(from);
  });
}

function repeated(pieces: fc.Arbitrary<string>): fc.Arbitrary<Mutate> {
  const count = fc.oneof({ weight: 7, arbitrary: fc.integer({ min: 2, max: 6 }) }, fc.integer({ min: 7, max: 600 }));
  return fc.tuple(share, pieces, count).map(([at, piece, count]): Mutate => (text) => {
    const from = place(text, at);
    return (text.slice(0, from) + piece.repeat(Math.min(count, Math.ceil(4_000 / piece.length))) + text.slice(from)).slice(
      0,
      LONGEST,
    );
  });
}

const lineEnds: Mutate = (text) => text.replaceAll(/\r?\n/g, "\r\n");

/** What is over it would be judged by a limit that is not meant for it. */
const LONGEST = 20_000;

/** Up to so many lines are taken of a text, most of the time. */
const FEW_LINES = 14;

function stretch(text: string, at: number, lines: number): string {
  if (lines > FEW_LINES) return text;
  const all = text.split("\n");
  const from = Math.floor(at * all.length);
  return `${all.slice(from, from + lines).join("\n")}\n`;
}

/** Texts for a target. */
export function mutated({ bases, pieces }: Pick<Target, "bases" | "pieces">): fc.Arbitrary<string> {
  const texts = bases();
  const piece = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...pieces) }, fc.constantFrom(...SIGNS));
  const mutation = fc.oneof(
    { weight: 4, arbitrary: cut },
    { weight: 6, arbitrary: inserted(piece) },
    { weight: 4, arbitrary: wordPut(piece) },
    { weight: 2, arbitrary: lineGone },
    { weight: 2, arbitrary: lineMoved },
    { weight: 2, arbitrary: spliced },
    { weight: 1, arbitrary: fc.constant(lineEnds) },
    { weight: 1, arbitrary: repeated(piece) },
  );
  return fc
    .record({
      text: fc.constantFrom(...texts),
      other: fc.constantFrom(...texts),
      at: share,
      // One in fifteen is a whole text.
      lines: fc.integer({ min: 1, max: FEW_LINES + 1 }),
      mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }),
    })
    .map(({ text, other, at, lines, mutations }) =>
      mutations.reduce((now, mutate) => mutate(now, other), stretch(text, at, lines)).slice(0, LONGEST),
    );
}
