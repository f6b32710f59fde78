// What the layout of a text says about its brackets and blocks: where one should have been closed by now, and which closers belong to
// something that was never opened. People indent what stands inside, so that the depth of a line tells what the writer meant.

import { plainlyBegins } from "./anchors.ts";
import { Nesting } from "./chunks.ts";
import type { Opener } from "./chunks.ts";
import type { Token } from "./scanner.ts";

/** The layout and the brackets say different things at the token with this index. */
export type Fault =
  | { readonly kind: "unclosed"; readonly at: number; readonly opener: Opener; readonly depth: number }
  | { readonly kind: "unopened"; readonly at: number };

/** Tokens without comments, with their lines. */
export class Layout {
  /** For each token, the column of the first one on its line. */
  readonly indents: readonly number[];
  /** For each token, whether it is the first on its line. */
  readonly isFirst: readonly boolean[];
  private readonly indexes = new Map<Token, number>();

  constructor(
    text: string,
    readonly tokens: readonly Token[],
  ) {
    const indents: number[] = [];
    const isFirst: boolean[] = [];
    let end = -1;
    for (const [i, token] of tokens.entries()) {
      const first = end < 0 || /[\r\n]/.test(text.slice(end, token.start));
      isFirst.push(first);
      indents.push(first ? columnIn(text, token.start) : (indents[i - 1] ?? 0));
      this.indexes.set(token, i);
      end = token.end;
    }
    this.indents = indents;
    this.isFirst = isFirst;
  }

  indentOf(token: Token): number {
    return this.indents[this.indexes.get(token) ?? -1] ?? 0;
  }

  indexOf(token: Token): number {
    return this.indexes.get(token) ?? -1;
  }

  /** Between two tokens there is a line break. */
  isApart(one: number, other: number): boolean {
    for (let i = one + 1; i <= other; i++) if (this.isFirst[i] === true) return true;
    return false;
  }

  /** All places where layout and brackets disagree; at most so many. */
  faults(most: number): readonly Fault[] {
    const faults: Fault[] = [];
    const nesting = new Nesting();
    for (const [i, token] of this.tokens.entries()) {
      if (faults.length >= most) return faults;
      const fault = this.faultAt(i, token, nesting);
      if (fault !== undefined) faults.push(fault);
      if (!nesting.take(token) && fault === undefined) faults.push({ kind: "unopened", at: i });
    }
    const opener = nesting.innermost;
    if (opener !== undefined) faults.push({ kind: "unclosed", at: this.tokens.length, opener, depth: nesting.depth });
    return faults;
  }

  private faultAt(i: number, token: Token, nesting: Nesting): Fault | undefined {
    const opener = nesting.innermost;
    if (opener === undefined) return undefined;
    const unclosed: Fault = { kind: "unclosed", at: i, opener, depth: nesting.depth };
    const home = this.indentOf(opener.token);
    const indent = this.indents[i] ?? 0;
    if (isCloser(token)) {
      const fits = opener.closer === token.text;
      const others = nesting.open.slice(0, -1);
      if (!fits) return others.some(({ closer }) => closer === token.text) ? unclosed : { kind: "unopened", at: i };
      const from = this.indexOf(opener.token);
      if (indent === home || !this.isApart(from, i)) return undefined;
      if (this.isFirst[i] !== true)
        return indent > home && this.isFirst[from + 1] === true ? { kind: "unopened", at: i } : undefined;
      const meant = others.some((other) => other.closer === token.text && this.indentOf(other.token) === indent);
      if (indent < home) return meant ? unclosed : undefined;
      return { kind: "unopened", at: i };
    }
    if (this.isFirst[i] !== true || indent > home) return undefined;
    const from = this.indexOf(opener.token);
    // What begins on the line of its bracket goes on deeper than that line, or ends there.
    const isInline = this.isFirst[from + 1] !== true;
    // Where what stands inside is not indented, nothing can be told.
    if (!isInline && (this.indents[from + 1] ?? 0) <= home) return undefined;
    return (isInline || plainlyBegins(this.tokens, i)) && this.isApart(from, i) ? unclosed : undefined;
  }
}

function isCloser({ kind, text }: Token): boolean {
  return (kind === "symbol" || kind === "keyword") && ["}", ")", "]", "end", "until"].includes(text);
}

function columnIn(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !/[\r\n]/.test(text.charAt(at - 1))) at--;
  return offset - at;
}
