// Lua's lexical grammar (5.4, the widest), total: any text becomes tokens that cover everything but white space. What Lua's own
// lexer would refuse becomes a token of kind `error` with the problem's name. Linear in the length of the text.

import type { Span } from "../../text/span.ts";

export type TokenKind = "name" | "keyword" | "string" | "number" | "symbol" | "comment" | "error" | "end";

export type LexicalProblem =
  | "unfinished-string"
  | "unfinished-long-string"
  | "unfinished-comment"
  | "malformed-number"
  | "bad-escape"
  | "unexpected-character";

export interface Token extends Span {
  readonly kind: TokenKind;
  /** The text of names, keywords and symbols; empty for the rest, whose text one takes from the source. */
  readonly text: string;
  readonly problem?: LexicalProblem;
}

export const KEYWORDS: ReadonlySet<string> = new Set(
  "and break do else elseif end false for function goto if in local nil not or repeat return then true until while".split(" "),
);

const SYMBOLS3 = new Set(["..."]);
const SYMBOLS2 = new Set(["==", "~=", "<=", ">=", "//", "::", "<<", ">>", ".."]);
const SYMBOLS1 = new Set("+-*/%^#&~|<>=(){}[];:,.".split(""));
/** Those that a longer one may begin with. */
const DOUBLING = new Set("=~/:<>.".split(""));

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isHexDigit = (c: number): boolean => isDigit(c) || (c >= 65 && c <= 70) || (c >= 97 && c <= 102);
const isNameStart = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
const isNamePart = (c: number): boolean => isNameStart(c) || isDigit(c);
const isLineBreak = (c: number): boolean => c === 10 || c === 13;

/** All tokens, comments included, in order; the last one is of kind `end` and empty. */
export function scan(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let token = nextToken(text, 0); ; token = nextToken(text, token.end)) {
    tokens.push(token);
    if (token.kind === "end") return tokens;
  }
}

/** The token at an offset where one may begin, or the first one behind it. Nothing before the offset matters. */
export function nextToken(text: string, from: number): Token {
  let at = from;
  let c = text.charCodeAt(at);
  while (c === 32 || (c >= 9 && c <= 13)) c = text.charCodeAt(++at);
  if (at >= text.length) return { kind: "end", start: text.length, end: text.length, text: "" };
  if (isNameStart(c)) {
    let end = at + 1;
    while (isNamePart(text.charCodeAt(end))) end++;
    const word = text.slice(at, end);
    return { kind: KEYWORDS.has(word) ? "keyword" : "name", start: at, end, text: word };
  }
  if (c === 34 || c === 39) {
    const { end, problem } = shortString(text, at, c);
    return problem === undefined ? plain("string", at, end) : bad(at, end, problem);
  }
  if (isDigit(c) || (c === 46 && isDigit(text.charCodeAt(at + 1)))) {
    const end = numberEnd(text, at);
    return isWellFormedNumber(text.slice(at, end)) ? plain("number", at, end) : bad(at, end, "malformed-number");
  }
  if (c === 45 && text.charCodeAt(at + 1) === 45) {
    const level = longBracketLevel(text, at + 2);
    if (level === undefined) return plain("comment", at, lineEnd(text, at));
    const end = longBracketEnd(text, at + 2, level);
    return end === undefined ? bad(at, text.length, "unfinished-comment") : plain("comment", at, end);
  }
  const level = c === 91 ? longBracketLevel(text, at) : undefined;
  if (level !== undefined) {
    const end = longBracketEnd(text, at, level);
    return end === undefined ? bad(at, text.length, "unfinished-long-string") : plain("string", at, end);
  }
  const symbol = symbolAt(text, at);
  if (symbol !== undefined) return { kind: "symbol", start: at, end: at + symbol.length, text: symbol };
  let end = at + 1;
  while (end < text.length && isStray(text.charCodeAt(end))) end++;
  return bad(at, end, "unexpected-character");
}

function plain(kind: TokenKind, start: number, end: number): Token {
  return { kind, start, end, text: "" };
}

function bad(start: number, end: number, problem: LexicalProblem): Token {
  return { kind: "error", start, end, text: "", problem };
}

/** The longest that fits. */
function symbolAt(text: string, at: number): string | undefined {
  const one = text.charAt(at);
  if (!SYMBOLS1.has(one)) return undefined;
  if (!DOUBLING.has(one)) return one;
  const three = text.slice(at, at + 3);
  if (SYMBOLS3.has(three)) return three;
  const two = text.slice(at, at + 2);
  return SYMBOLS2.has(two) ? two : one;
}

/** Characters that no token begins with: one run of them is one error. */
function isStray(c: number): boolean {
  return c > 126 || c === 33 || c === 36 || c === 63 || c === 64 || c === 92 || c === 96 || (c < 32 && !(c >= 9 && c <= 13));
}

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return end;
}

function shortString(text: string, start: number, quote: number): { end: number; problem?: LexicalProblem } {
  let at = start + 1;
  let badEscape = false;
  while (at < text.length) {
    const c = text.charCodeAt(at);
    if (c === quote) return badEscape ? { end: at + 1, problem: "bad-escape" } : { end: at + 1 };
    if (isLineBreak(c)) break;
    if (c !== 92) {
      at++;
      continue;
    }
    const length = escapeLength(text, at);
    if (length === undefined) {
      badEscape = true;
      at += 2;
    } else {
      at += length;
    }
  }
  return { end: Math.min(at, text.length), problem: "unfinished-string" };
}

/** Length of the escape sequence that begins with the backslash at `at`, or undefined if Lua knows no such escape. */
function escapeLength(text: string, at: number): number | undefined {
  const c = text.charCodeAt(at + 1);
  const letter = text.charAt(at + 1);
  if (letter !== "" && "abfnrtv\\\"'".includes(letter)) return 2;
  if (isLineBreak(c)) {
    const next = text.charCodeAt(at + 2);
    return isLineBreak(next) && next !== c ? 3 : 2;
  }
  if (isDigit(c)) {
    let end = at + 2;
    while (end < at + 4 && isDigit(text.charCodeAt(end))) end++;
    return Number(text.slice(at + 1, end)) <= 255 ? end - at : undefined;
  }
  if (letter === "x") return isHexDigit(text.charCodeAt(at + 2)) && isHexDigit(text.charCodeAt(at + 3)) ? 4 : undefined;
  if (letter === "z") {
    let end = at + 2;
    while (end < text.length && (text.charCodeAt(end) === 32 || (text.charCodeAt(end) >= 9 && text.charCodeAt(end) <= 13))) end++;
    return end - at;
  }
  if (letter === "u" && text.charAt(at + 2) === "{") {
    let end = at + 3;
    while (isHexDigit(text.charCodeAt(end))) end++;
    const fits = end > at + 3 && parseInt(text.slice(at + 3, end), 16) < 2 ** 31;
    return fits && text.charAt(end) === "}" ? end + 1 - at : undefined;
  }
  return undefined;
}

/** Number of `=` of a long bracket that opens at `at`, or undefined if none does. */
function longBracketLevel(text: string, at: number): number | undefined {
  if (text.charCodeAt(at) !== 91) return undefined;
  let end = at + 1;
  while (text.charCodeAt(end) === 61) end++;
  return text.charCodeAt(end) === 91 ? end - at - 1 : undefined;
}

function longBracketEnd(text: string, at: number, level: number): number | undefined {
  const closer = `]${"=".repeat(level)}]`;
  const found = text.indexOf(closer, at + level + 2);
  return found < 0 ? undefined : found + closer.length;
}

/** Lua reads a number greedily: letters, digits, dots and signs after an exponent, and judges it as a whole. */
function numberEnd(text: string, start: number): number {
  const hex = text.charAt(start) === "0" && /[xX]/.test(text.charAt(start + 1));
  let at = hex ? start + 2 : start;
  while (at < text.length) {
    const letter = text.charAt(at);
    if ((hex ? /[pP]/ : /[eE]/).test(letter)) {
      at++;
      if (/[+-]/.test(text.charAt(at))) at++;
    } else if (isNamePart(text.charCodeAt(at)) || letter === ".") {
      at++;
    } else {
      break;
    }
  }
  return at;
}

export function isWellFormedNumber(word: string): boolean {
  return /^(?:0[xX](?:[0-9a-fA-F]+(?:\.[0-9a-fA-F]*)?|\.[0-9a-fA-F]+)(?:[pP][+-]?\d+)?|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)$/.test(
    word,
  );
}
