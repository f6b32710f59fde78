// Cuts a token stream into top-level statements: runs of tokens at bracket and block depth 0, each of which is parsed alone, so
// that damage stays where it is. On a valid file every run is exactly one statement (with its `;`).

import type { Token } from "./scanner.ts";

/** Tokens `from` (inclusive) to `to` (exclusive) of a list without comments. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

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

/** The runs, in order, without gaps. `tokens` has no comments and ends with the `end` token, which is in no run. */
export function cutChunks(tokens: readonly Token[]): readonly TokenRange[] {
  const ranges: TokenRange[] = [];
  const nesting = new Nesting();
  let from = 0;
  const cut = (to: number): void => {
    if (to > from) ranges.push({ from, to });
    from = to;
  };
  for (let i = 0; i < tokens.length - 1; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (nesting.depth === 0 && i > from && beginsStatement(token, tokens[i - 1])) cut(i);
    nesting.take(token);
    if (nesting.depth === 0 && token.text === ";" && token.kind === "symbol") cut(i + 1);
  }
  cut(tokens.length - 1);
  return ranges;
}

function beginsStatement(token: Token, previous: Token | undefined): boolean {
  if (token.kind === "name") return endsExpression(previous) || previous?.text === "break";
  if (token.kind !== "keyword") return false;
  // `function` and `do` after an operator, `=`, `local` or `return` belong to what is already there.
  if (token.text === "function" || token.text === "do") return endsExpression(previous);
  return ALWAYS_BEGINS.has(token.text);
}
