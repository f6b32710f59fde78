// Cuts a token stream into top-level statements: runs of tokens at bracket and block depth 0, each of which is parsed alone, so
// that damage stays where it is. On a valid file every run is exactly one statement (with its `;`).

import { nextToken } from "./scanner.ts";
import type { Token } from "./scanner.ts";

const ALWAYS_BEGINS = new Set(["local", "if", "while", "for", "repeat", "return", "break", "goto"]);

/** A bracket or block that is open, and the token that opened it. */
export interface Opener {
  readonly closer: string;
  readonly token: Token;
}

const BRACKET_CLOSERS: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]" };

/** Whether an expression may end with this token. */
export function endsExpression(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === "name" || token.kind === "string" || token.kind === "number" || token.kind === "error") return true;
  return ["}", ")", "]", "...", "end", "nil", "true", "false"].includes(token.text);
}

/** Whether an expression may begin with this token. */
export function beginsExpression(token: Token): boolean {
  if (token.kind === "name" || token.kind === "string" || token.kind === "number") return true;
  return ["{", "(", "...", "nil", "true", "false", "function", "not", "-", "#", "~"].includes(token.text);
}

/** Follows the nesting of brackets and blocks, token by token; a closer that fits nothing is ignored. */
export class Nesting {
  private readonly stack: Opener[] = [];
  /** `for` and `while` whose `do` has not come yet: that `do` opens nothing of its own. */
  private pendingDo = 0;

  get depth(): number {
    return this.stack.length;
  }

  get open(): readonly Opener[] {
    return this.stack;
  }

  get innermost(): Opener | undefined {
    return this.stack[this.stack.length - 1];
  }

  /** Takes the next token. Returns false when it is a closer without an opener. */
  take(token: Token): boolean {
    if (token.kind !== "symbol" && token.kind !== "keyword") return true;
    const closer = BRACKET_CLOSERS[token.text];
    if (closer !== undefined) {
      this.stack.push({ closer, token });
      return true;
    }
    switch (token.text) {
      case "function":
      case "if":
        this.stack.push({ closer: "end", token });
        return true;
      case "for":
      case "while":
        this.stack.push({ closer: "end", token });
        this.pendingDo++;
        return true;
      case "do":
        if (this.pendingDo > 0) this.pendingDo--;
        else this.stack.push({ closer: "end", token });
        return true;
      case "repeat":
        this.stack.push({ closer: "until", token });
        return true;
      case "}":
      case ")":
      case "]":
      case "end":
      case "until":
        return this.close(token.text);
      default:
        return true;
    }
  }

  private close(closer: string): boolean {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      if (this.stack[i]?.closer === closer) {
        this.stack.length = i;
        if (this.stack.length === 0) this.pendingDo = 0;
        return true;
      }
    }
    return false;
  }
}

/** What is nested this deeply is not read to its end. */
const HOPELESS_DEPTH = 1000;

/** A top-level statement as it stands in a text, with what follows it up to the next one. */
export interface Run {
  /** Without comments; one at least. Offsets in the text. */
  readonly tokens: readonly Token[];
  /** Brackets and blocks that are open at most. */
  readonly depth: number;
  /** A comment behind it that is never closed. */
  readonly unfinished: Token | undefined;
  /** The first token of the next statement, or the end. */
  readonly next: Token;
}

/**
 * The runs from an offset on at which one may begin, in order, without gaps, until `take` returns true. What stands before the offset
 * does not matter, so that the same text is always cut in the same way.
 */
export function cutRuns(text: string, from: number, take: (run: Run) => boolean): void {
  let nesting = new Nesting();
  let tokens: Token[] = [];
  let depth = 0;
  let unfinished: Token | undefined;
  let isOver = false;
  for (let at = from; ;) {
    const token = nextToken(text, at);
    at = token.end;
    if (token.kind === "comment") continue;
    if (token.problem === "unfinished-comment") {
      unfinished = token;
      continue;
    }
    const isEnd = token.kind === "end";
    if (tokens.length > 0 && (isEnd || (nesting.depth === 0 && (isOver || beginsStatement(token, tokens.at(-1)))))) {
      if (take({ tokens, depth, unfinished, next: token })) return;
      nesting = new Nesting();
      tokens = [];
      depth = 0;
    }
    if (isEnd) return;
    tokens.push(token);
    nesting.take(token);
    depth = Math.max(depth, nesting.depth);
    if (depth > HOPELESS_DEPTH) {
      take({ tokens, depth, unfinished, next: { kind: "end", start: text.length, end: text.length, text: "" } });
      return;
    }
    isOver = nesting.depth === 0 && token.text === ";" && token.kind === "symbol";
  }
}

function beginsStatement(token: Token, previous: Token | undefined): boolean {
  // What is glued to something that is no token belongs to it: `$NAME`.
  if (previous?.problem === "unexpected-character" && previous.end === token.start) return false;
  if (token.kind === "name") return endsExpression(previous) || previous?.text === "break";
  if (token.kind !== "keyword") return false;
  // `function` and `do` after an operator, `=`, `local` or `return` belong to what is already there.
  if (token.text === "function" || token.text === "do") return endsExpression(previous);
  return ALWAYS_BEGINS.has(token.text);
}
