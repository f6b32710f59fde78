// Words of a POSIX shell's command line: quotes, backslashes, lines that go on. What the shell would put in is marked as unknown.

import { ELSEWHERE } from "../../text/elsewhere.ts";
import type { Given } from "./syntax.ts";

/** The words from an offset to where the command ends; `end` is the end of what may be read. Undefined: a quote has no end. */
export function readCommand(text: string, start: number, end: number): readonly Given[] | undefined {
  const words: Given[] = [];
  let at = start;
  for (;;) {
    at = skipBlanks(text, at, end);
    if (at >= end || isEnd(text, at)) break;
    const word = new Word(text, end).read(at);
    if (word === undefined) return undefined;
    if (/^[<>]/.test(text.charAt(word.span.end)) && word.span.end < end) {
      // A redirection ends what we look at, and so does its number.
      if (word.span.end > at && !/^\d$/.test(word.text)) words.push(word);
      break;
    }
    if (word.span.end <= at) break;
    words.push(word);
    at = word.span.end;
  }
  return words;
}

/** Written so that a POSIX shell makes the same text of it. */
export function shellQuoted(value: string): string {
  return /^[\w./:@%+,=-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  for (; at < end; at++) {
    const c = text.charAt(at);
    if (c === " " || c === "\t") continue;
    const goesOn = /^\\[ \t]*\r?\n/.exec(text.slice(at, at + 80));
    if (c !== "\\" || goesOn === null || at + goesOn[0].length > end) break;
    at += goesOn[0].length - 1;
  }
  return at;
}

function isEnd(text: string, at: number): boolean {
  const c = text.charAt(at);
  return "\r\n;&|()<>`#".includes(c);
}

class Word {
  private value = "";
  /** Nothing but plain characters so far. */
  private plain = true;

  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {}

  read(start: number): Given | undefined {
    let at = start;
    while (at < this.end) {
      const c = this.text.charAt(at);
      if (/[ \t\r\n;&|()<>`]/.test(c)) break;
      const next =
        c === "'"
          ? this.single(at)
          : c === '"'
            ? this.double(at)
            : c === "\\"
              ? this.escape(at)
              : c === "$"
                ? this.dollar(at)
                : this.take(at);
      if (next === undefined) return undefined;
      at = next;
    }
    const span = { start, end: at };
    const whole = this.text.slice(start, at);
    const quoted = /^(["'])([^"'\\$]*)\1$/.exec(whole);
    const verbatim = quoted !== null ? { start: start + 1, end: at - 1 } : this.plain ? span : undefined;
    return { text: this.value, span, ...(verbatim === undefined ? {} : { verbatim }) };
  }

  private take(at: number): number {
    this.value += this.text.charAt(at);
    return at + 1;
  }

  private single(at: number): number | undefined {
    this.plain = false;
    const close = this.text.indexOf("'", at + 1);
    if (close < 0 || close >= this.end) return undefined;
    this.value += this.text.slice(at + 1, close);
    return close + 1;
  }

  private double(open: number): number | undefined {
    this.plain = false;
    let at = open + 1;
    while (at < this.end) {
      const c = this.text.charAt(at);
      if (c === '"') return at + 1;
      if (c === "$") at = this.dollar(at);
      else if (c === "`") at = this.substitution(at, "`");
      else if (c === "\\" && /["\\$`\n]/.test(this.text.charAt(at + 1))) {
        const escaped = this.text.charAt(at + 1);
        if (escaped !== "\n") this.value += escaped;
        at += 2;
      } else at = this.take(at);
    }
    return undefined;
  }

  private escape(at: number): number {
    this.plain = false;
    const next = this.text.charAt(at + 1);
    if (next === "\n") return at + 2;
    if (next === "\r" && this.text.charAt(at + 2) === "\n") return at + 3;
    this.value += next;
    return Math.min(at + 2, this.end);
  }

  private dollar(at: number): number {
    const rest = this.text.slice(at + 1, at + 200);
    const name = /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/.exec(rest)?.[0];
    if (name !== undefined) {
      this.unknown();
      return at + 1 + name.length;
    }
    if (rest.startsWith("{")) return this.substitution(at + 1, "}");
    if (rest.startsWith("(")) return this.substitution(at + 1, ")");
    return this.take(at);
  }

  /** What stands in braces or brackets, without looking into it. */
  private substitution(at: number, close: string): number {
    this.unknown();
    const found = this.text.indexOf(close, at + 1);
    return found < 0 || found >= this.end ? this.end : found + 1;
  }

  private unknown(): void {
    this.plain = false;
    this.value += ELSEWHERE;
  }
}
