// What is being typed at a place: a statement, a value of which option, an item or key in which table, an argument of which
// directive. Works on tokens, so that it answers in a half-typed file as well as in a whole one.

import type { Span } from "../../text/span.ts";
import { decodeString } from "./literal.ts";
import { endsExpression } from "./chunks.ts";
import type { Token } from "./scanner.ts";
import type { LuaSyntax } from "./syntax.ts";

export interface Cursor {
  readonly place: Place;
  /** What a completion replaces: the word or the text inside the quotes; empty when nothing is typed yet. */
  readonly word: Span;
  /** The typed part, up to the cursor. */
  readonly prefix: string;
  /** The cursor is inside a text; quotes are there already. */
  readonly inString: boolean;
  /** Inside `VirtualHost "x" { … }`: the word `VirtualHost` or `Component`. */
  readonly sectionTable?: string;
  /** Where the top-level statement begins that the cursor is in or behind. */
  readonly statement: number;
}

export type Place =
  | { readonly kind: "none" }
  /** At the beginning of a statement, or of a field of a section's table. */
  | { readonly kind: "statement" }
  /** The value of an option (`path` has one name) or of a key in its tables. */
  | { readonly kind: "value"; readonly path: readonly string[] }
  /** The beginning of an entry in a table: an item or a key. */
  | { readonly kind: "entry"; readonly path: readonly string[] }
  /** An argument of a directive or function called by name. */
  | { readonly kind: "argument"; readonly callee: string; readonly index: number };

interface Frame {
  readonly opener: "top" | "{" | "(" | "[" | "block";
  /** Option and keys down to this table; undefined inside what is not followed. */
  readonly path: Path | undefined;
  readonly section?: string;
  /** A call by name that is being given its arguments. */
  callee?: string | undefined;
  given: number;
  /** At the beginning of a statement or an entry. */
  fresh: boolean;
  /** The last word or quoted key, which a `=` makes the key. */
  last?: string | undefined;
  key?: string | undefined;
}

/** The last of some names, and those before it: tables may stand in each other thousands deep. */
interface Path {
  readonly name: string;
  readonly above: Path | undefined;
}

/** Of no names. */
const TOP: Path = { name: "", above: undefined };

function namesOf(path: Path): readonly string[] {
  const names: string[] = [];
  for (let { name, above } = path; above !== undefined; { name, above } = above) names.push(name);
  return names.reverse();
}

const NOWHERE: Place = { kind: "none" };
const DIRECTIVES = new Set(["VirtualHost", "Host", "host", "Component", "component"]);

export function cursorAt(text: string, syntax: LuaSyntax, offset: number): Cursor {
  const tokens = syntax.tokensAround(offset);
  const start = syntax.statementBefore(offset);
  const current = tokens.find(
    (token) => token.kind !== "end" && token.start < offset && offset <= token.end && isTyped(token, offset, text),
  );
  const nothing = { word: { start: offset, end: offset }, prefix: "", inString: false, statement: start };
  if (current?.kind === "comment" || current?.problem === "unfinished-comment") return { ...nothing, place: NOWHERE };
  if (current?.kind === "number" || current?.problem === "malformed-number") return { ...nothing, place: NOWHERE };
  const { stack, previous } = frameAt(text, tokens, start, current?.start ?? offset);
  const inString = current !== undefined && isText(current);
  const word =
    current === undefined ? nothing.word : inString ? contentOf(text, current) : { start: current.start, end: current.end };
  const section = stack.find((item) => item.section !== undefined)?.section;
  const onNewLine = endsExpression(previous) && /[\r\n]/.test(text.slice(previous?.end, current?.start ?? offset));
  return {
    place: placeIn(stack, inString, onNewLine),
    word,
    prefix: text.slice(word.start, Math.max(word.start, offset)),
    inString,
    statement: start,
    ...(section === undefined ? {} : { sectionTable: section }),
  };
}

/** Words are typed at their end too; a finished text only inside its quotes, a long comment before its closing bracket. */
function isTyped(token: Token, offset: number, text: string): boolean {
  if (token.kind === "name" || token.kind === "keyword" || token.kind === "number") return true;
  if (token.kind === "string") return offset < token.end;
  if (token.kind === "comment") return offset < token.end || !/^--\[=*\[/.test(text.slice(token.start, token.end));
  return token.kind === "error";
}

function isText(token: Token): boolean {
  return (
    token.kind === "string" ||
    token.problem === "unfinished-string" ||
    token.problem === "bad-escape" ||
    token.problem === "unfinished-long-string"
  );
}

function contentOf(text: string, token: Token): Span {
  const source = text.slice(token.start, token.end);
  const open = /^\[=*\[/.exec(source)?.[0].length ?? 1;
  if (token.kind === "string") return { start: token.start + open, end: token.end - open };
  // An unfinished text reaches to the end of its line: what a list writes after an item does not belong to it.
  const body = /^[^,;}\s]*/.exec(source.slice(open))?.[0] ?? "";
  return { start: token.start + open, end: token.start + open + body.length };
}

function frameAt(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
): { readonly stack: readonly Frame[]; readonly previous: Token | undefined } {
  const stack: Frame[] = [{ opener: "top", path: TOP, given: 0, fresh: true }];
  let previous: Token | undefined;
  for (const token of tokens) {
    if (token.start < start || token.kind === "comment") continue;
    if (token.end > end || token.start >= end) break;
    step(text, stack, token, previous);
    previous = token;
  }
  return { stack, previous };
}

function step(text: string, stack: Frame[], token: Token, previous: Token | undefined): void {
  const frame = stack[stack.length - 1];
  if (frame === undefined) return;
  if (token.kind === "name" || token.kind === "keyword") {
    word(frame, token, previous);
    return;
  }
  if (isText(token)) {
    if (frame.callee !== undefined && frame.opener !== "(") frame.given++;
    frame.last = token.kind === "string" ? decodeString(text.slice(token.start, token.end)) : undefined;
    frame.fresh = false;
    return;
  }
  switch (token.text) {
    case "{":
      stack.push(tableFrame(frame));
      frame.fresh = false;
      return;
    case "(": {
      const isCall = endsExpression(previous);
      const callee = isCall ? (frame.callee ?? frame.last) : undefined;
      stack.push({ opener: "(", path: isCall ? optionCalled(frame) : undefined, callee, given: frame.given, fresh: true });
      frame.fresh = false;
      return;
    }
    case "[":
      stack.push({ opener: "[", path: undefined, given: 0, fresh: true });
      return;
    case "}":
    case ")":
    case "]":
      close(stack, token.text);
      return;
    case "=":
      frame.key = frame.last;
      frame.callee = undefined;
      frame.fresh = false;
      return;
    case ",":
    case ";":
      // What is called takes one argument; a second one is nobody's.
      if (frame.opener === "(") frame.callee = undefined;
      else reset(frame);
      return;
    default:
      frame.fresh = false;
      frame.last = undefined;
  }
}

const BLOCK_WORDS = new Set(["then", "do", "else", "repeat"]);

function word(frame: Frame, token: Token, previous: Token | undefined): void {
  if (token.kind === "keyword") {
    if (BLOCK_WORDS.has(token.text)) reset(frame);
    else frame.fresh = false;
    frame.last = undefined;
    frame.callee = undefined;
    return;
  }
  // Two words in a row, or a word after a value: a new statement.
  if ((frame.opener === "top" || frame.section !== undefined) && endsExpression(previous)) reset(frame);
  const beginsStatement = frame.fresh;
  frame.fresh = false;
  frame.last = token.text;
  if (beginsStatement && frame.opener === "top") {
    frame.callee = token.text;
    frame.given = 0;
  } else if (frame.key !== undefined && frame.callee === undefined) {
    frame.callee = token.text;
    frame.given = 0;
  }
}

function tableFrame(frame: Frame): Frame {
  const { callee } = frame;
  if (frame.opener === "(") return { opener: "{", path: callee === undefined ? undefined : frame.path, given: 0, fresh: true };
  // `VirtualHost "x" {` holds options.
  if (frame.opener === "top" && callee !== undefined && frame.key === undefined && DIRECTIVES.has(callee)) {
    return { opener: "{", path: TOP, section: callee, given: 0, fresh: true };
  }
  return { opener: "{", path: optionCalled(frame) ?? pathWithKey(frame), given: 0, fresh: true };
}

/** `modules_enabled {` and `modules_enabled:append {`, with or without parentheses, hold items of that option. */
function optionCalled({ opener, callee, key }: Frame): Path | undefined {
  if (opener !== "top" || callee === undefined || key !== undefined || DIRECTIVES.has(callee)) return undefined;
  return { name: callee, above: TOP };
}

function pathWithKey({ path, key }: Frame): Path | undefined {
  if (path === undefined) return undefined;
  if (key !== undefined) return { name: key, above: path };
  // A table as an item of a list: its own keys follow the list's items.
  return path === TOP ? undefined : { name: "*", above: path };
}

function close(stack: Frame[], closer: string): void {
  const opener = closer === "}" ? "{" : closer === ")" ? "(" : "[";
  for (let i = stack.length - 1; i > 0; i--) {
    if (stack[i]?.opener !== opener) continue;
    const inner = stack[i];
    stack.length = i;
    const outer = stack[i - 1];
    if (outer === undefined) return;
    // `["key"] =` names a key.
    outer.last = opener === "[" ? inner?.last : undefined;
    if (opener !== "[" && outer.callee !== undefined) outer.given++;
    return;
  }
}

function reset(frame: Frame): void {
  frame.fresh = true;
  frame.key = undefined;
  frame.last = undefined;
  frame.callee = undefined;
  frame.given = 0;
}

/** `onNewLine`: a value ended on a line before. What begins here is something new, though a separator may be missing. */
function placeIn(stack: readonly Frame[], inString: boolean, onNewLine: boolean): Place {
  const frame = stack[stack.length - 1];
  if (frame === undefined) return NOWHERE;
  if (frame.opener === "(") {
    return frame.callee === undefined ? NOWHERE : { kind: "argument", callee: frame.callee, index: frame.given };
  }
  if (frame.opener === "[") return NOWHERE;
  const isStatementPlace = frame.opener === "top" || frame.section !== undefined;
  if (frame.fresh || (onNewLine && !(inString && isStatementPlace))) {
    if (isStatementPlace) return inString ? NOWHERE : { kind: "statement" };
    return frame.path === undefined ? NOWHERE : { kind: "entry", path: namesOf(frame.path) };
  }
  if (frame.key !== undefined) {
    if (frame.callee !== undefined) return inString ? { kind: "argument", callee: frame.callee, index: frame.given } : NOWHERE;
    const path = pathWithKey(frame);
    return path === undefined || frame.last !== frame.key ? NOWHERE : { kind: "value", path: namesOf(path) };
  }
  if (frame.opener === "top" && frame.callee !== undefined) {
    return { kind: "argument", callee: frame.callee, index: frame.given };
  }
  return NOWHERE;
}
