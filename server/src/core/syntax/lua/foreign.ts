// What stands in a text instead of Lua's own signs: characters that look like them, and the comments of other languages. Each is found with
// what it means, so that all the rest of the text can be read as it was meant.

import { lookalike } from "../../text/lookalikes.ts";
import type { Lookalike } from "../../text/lookalikes.ts";
import { lineEnd, lineStart } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { commentMark } from "./foreignComments.ts";
import { nextToken, scan } from "./scanner.ts";
import type { Token } from "./scanner.ts";

export type Mark = CharacterMark | CommentMark;

export interface CharacterMark extends Span {
  readonly kind: "character";
  readonly look: Lookalike;
  readonly newText: string;
}

export interface CommentMark extends Span {
  readonly kind: "comment";
  /** How it begins, or what its first characters are. */
  readonly sign: string;
  readonly newText: string;
}

/** Without any of these, nothing is to be found. */
const SUSPECT = /[\u0080-\uffff`#]|\/\*|<!--|(?:^|[^:])\/\/|^[ \t]{0,40}(?:;|-[ \t])/m;

const DASHES = /[-\u2010-\u2015\u2212\uff0d]+/y;

/** In the order of the text. `from`: where a token may begin. */
export function foreignMarks(text: string, from = 0, to = text.length): readonly Mark[] {
  if (!SUSPECT.test(text.slice(lineStart(text, from), to))) return [];
  const marks: Mark[] = [];
  let before: Token | undefined;
  for (let at = from; ;) {
    const token = nextToken(text, at);
    if (token.kind === "end" || token.start >= to) return marks;
    const step = token.kind === "comment" ? undefined : stepAt(text, token, before, marks);
    marks.push(...(step?.marks ?? []));
    // What no token begins with is looked at one by one.
    at = step?.end ?? (token.problem === "unexpected-character" ? token.start + 1 : token.end);
    if (token.kind !== "comment") before = step === undefined ? token : (step.token ?? before);
  }
}

interface Step {
  readonly marks: readonly Mark[];
  readonly end: number;
  /** What it is for what follows; absent: nothing. */
  readonly token?: Token;
}

function stepAt(text: string, token: Token, before: Token | undefined, known: readonly Mark[]): Step | undefined {
  if (token.problem === "unfinished-string") return closedByLookalike(text, token, known);
  const comment = commentMark(text, token, before);
  if (comment !== undefined) return { marks: [comment], end: comment.end };
  const look = token.problem === "unexpected-character" ? lookalike(text.charAt(token.start)) : undefined;
  if (look === undefined) return undefined;
  if (look.kind === "quote") return quoted(text, token.start, look);
  if (look.kind === "dash") return dash(text, token.start, look, before);
  const end = token.start + 1;
  const mark: Mark = { kind: "character", start: token.start, end, look, newText: look.meant };
  if (look.kind === "space" || look.kind === "nothing") return { marks: [mark], end };
  return {
    marks: [mark],
    end,
    token: { kind: look.kind === "letter" ? "name" : "symbol", text: look.meant, start: token.start, end },
  };
}

/** From one quote to the next on its line that looks the same. */
function quoted(text: string, start: number, look: Lookalike): Step | undefined {
  const end = lineEnd(text, start);
  for (let at = start + 1; at < end; at++) {
    const character = text.charAt(at);
    const other = lookalike(character);
    if (character !== look.meant && other?.meant !== look.meant) continue;
    const [first, last] = [mark(start, look), other === undefined ? [] : mark(at, other)];
    return { marks: [first, last].flat(), end: at + 1, token: { kind: "string", text: "", start, end: at + 1 } };
  }
  return undefined;
}

function mark(start: number, look: Lookalike): CharacterMark {
  return { kind: "character", start, end: start + 1, look, newText: look.meant };
}

/** `"a”`: a quote that nothing closes, and others on its line that look the same. */
function closedByLookalike(text: string, token: Token, known: readonly Mark[]): Step | undefined {
  const quote = text.charAt(token.start);
  const [start, end] = [lineStart(text, token.start), lineEnd(text, token.start)];
  let meant = "";
  const marks: Mark[] = [];
  for (let at = start; at < end; at++) {
    const look = lookalike(text.charAt(at));
    const isQuote = look?.kind === "quote" && look.meant === quote;
    meant += isQuote ? quote : text.charAt(at);
    if (isQuote && !known.some((one) => one.start === at)) marks.push(mark(at, look));
  }
  const tokens = marks.length === 0 ? [] : scan(meant);
  if (tokens.length === 0 || tokens.some(({ problem }) => problem !== undefined)) return undefined;
  const last = tokens.at(-2);
  return { marks, end, ...(last === undefined ? {} : { token: last }) };
}

/** A minus, or what should begin a comment. */
function dash(text: string, at: number, look: Lookalike, before: Token | undefined): Step {
  const start = before?.text === "-" && before.end === at ? before.start : at;
  DASHES.lastIndex = start;
  const length = DASHES.exec(text)?.[0].length ?? 1;
  const next = text.charAt(start + length);
  const isMinus = length === 1 && (/\d/.test(next) || (/\w/.test(next) && /\w/.test(text.charAt(start - 1))));
  if (isMinus) return { marks: [mark(at, look)], end: at + 1, token: { kind: "symbol", text: "-", start: at, end: at + 1 } };
  const end = lineEnd(text, start);
  return { marks: [{ kind: "comment", sign: look.name, start, end, newText: `--${text.slice(start + length, end)}` }], end };
}

/** The text as it was meant, with every character where it was. */
export function asMeant(text: string, marks: readonly Mark[]): string {
  let meant = "";
  let gaps = "";
  // What is not seen does not end a word: its place is behind it.
  const add = (piece: string): void => {
    const [word = ""] = gaps === "" ? [] : (/^\w*/.exec(piece) ?? []);
    if (gaps !== "" && word.length < piece.length) {
      meant += word + gaps + piece.slice(word.length);
      gaps = "";
    } else meant += piece;
  };
  let at = 0;
  for (const one of marks) {
    add(text.slice(at, one.start));
    at = one.end;
    if (one.kind === "comment") add(text.slice(one.start, one.end).replace(/[^\r\n]/g, " "));
    else if (one.newText === "") gaps += " ";
    else add(one.newText);
  }
  add(text.slice(at));
  return meant + gaps;
}
