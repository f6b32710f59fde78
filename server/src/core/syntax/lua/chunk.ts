// One top-level statement, parsed alone: what was understood of it, whatever its state, and what is to be reported. All offsets count
// from its own first character, so that it is the same value wherever it stands, and after every edit above it.

import { findAnchors, firstColumn } from "./anchors.ts";
import type { FirstColumn } from "./anchors.ts";
import { Nesting } from "./chunks.ts";
import { adapted } from "./habits.ts";
import type { Adapted } from "./habits.ts";
import type { Run } from "./chunks.ts";
import { attempt } from "./luaparse.ts";
import type { Attempt } from "./luaparse.ts";
import { repair } from "./repair.ts";
import type { SyntaxIssue } from "../issue.ts";
import type { Span } from "../../text/span.ts";
import { scan } from "./scanner.ts";
import type { Token } from "./scanner.ts";
import type { BrokenStatement, ParsedStatement } from "./syntax.ts";

/** Lua gives up at 200 nested levels of its own parser, each bracket taking at least one. */
export const MAX_NESTING = 190;

/** Tokens `from` to `to` make no sense at the token `near`; undefined: the one behind the statement. */
export interface Trouble {
  readonly from: number;
  readonly to: number;
  readonly near: Token | undefined;
  /** Nested too deeply: there is no more to say of it. */
  readonly deep?: true;
}

export interface Damage {
  /** Without comments. */
  readonly tokens: readonly Token[];
  /** In the order in which they are found. */
  readonly troubles: readonly Trouble[];
  /** What was read as it was meant. */
  readonly habits: readonly SyntaxIssue[];
  readonly broken: readonly BrokenStatement[];
  /** The pieces that do not parse as they are, in their order: what is known of them is partly our guess, if anything is. */
  readonly doubtful: readonly Span[];
  /** Where it was cut again. */
  readonly starts: readonly number[];
  /** What follows on its last line is part of the same trouble. */
  readonly isOpen: boolean;
}

/** `__currenthost` is Prosody's own: the name of the section that is open. */
const TRAPDOORS = new Set(["_ENV", "_G", "__currenthost", "setfenv", "load", "loadstring", "loadfile", "dofile", "require"]);

const TRAPDOOR = new RegExp(`\\b(?:${[...TRAPDOORS].join("|")})\\b`);

export class Chunk {
  /** Up to the next statement, comments behind it included. */
  readonly source: string;
  /** Where its last token ends. */
  readonly end: number;
  /** Of its first token, when that is the first on its line. */
  readonly column: number | undefined;
  readonly unfinishedComment: Token | undefined;
  readonly isReturn: boolean;
  /** Some comment may silence findings. */
  readonly hasPragma: boolean;
  private readonly isDamaged: boolean;
  private hasTrapdoor: boolean | undefined;
  private parsed: readonly ParsedStatement[] | undefined;
  private found: Damage | "none" | undefined;

  constructor(text: string, run: Run, column: number | undefined) {
    const [first] = run.tokens;
    const start = first?.start ?? 0;
    this.source = detached(text.slice(start, run.next.start));
    this.end = (run.tokens.at(-1)?.end ?? start) - start;
    this.column = column;
    const { unfinished } = run;
    this.unfinishedComment =
      unfinished === undefined ? undefined : { ...unfinished, start: unfinished.start - start, end: unfinished.end - start };
    this.isReturn = first?.kind === "keyword" && first.text === "return";
    this.hasPragma = this.source.includes("prosody-ignore");
    this.isDamaged = run.depth > MAX_NESTING || run.tokens.some((token) => token.kind === "error");
  }

  /** What was understood. Parsed again when it is asked for again, as trees take much room. */
  get statements(): readonly ParsedStatement[] {
    const { parsed } = this;
    if (parsed !== undefined) return parsed;
    this.parse();
    return this.parsed ?? [];
  }

  /** What is wrong with it; undefined: nothing. */
  get damage(): Damage | undefined {
    if (this.found === undefined) this.parse();
    return this.found === "none" ? undefined : this.found;
  }

  /** Lets go of the tree. */
  forget(): void {
    if (this.found === "none") this.parsed = undefined;
  }

  /** Tokens, comments included. */
  get tokens(): readonly Token[] {
    return scan(this.source).slice(0, -1);
  }

  /** It names something with which one can set globals unseen. */
  get namesTrapdoor(): boolean {
    // Looking for the words first is much quicker, and mostly there is none.
    this.hasTrapdoor ??=
      TRAPDOOR.test(this.source) && this.tokens.some(({ kind, text }) => kind === "name" && TRAPDOORS.has(text));
    return this.hasTrapdoor;
  }

  private parse(): void {
    const result = this.isDamaged ? undefined : attempt(this.source.slice(0, this.end));
    if (result?.ok === true) {
      this.parsed = result.body.map((node) => ({ node, toFile: asIs, repaired: false }));
      this.found = "none";
      return;
    }
    const recovery = new Recovery(this.source, this.end, this.column, result);
    this.parsed = recovery.statements;
    this.found = recovery;
  }
}

const asIs = (offset: number): number => offset;

/** A copy, so that a few words do not keep the whole text alive that they were cut from. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

/** Keeps what can be understood of a statement that does not parse. */
class Recovery implements Damage {
  readonly tokens: readonly Token[];
  readonly habits: readonly SyntaxIssue[];
  readonly statements: ParsedStatement[] = [];
  readonly troubles: Trouble[] = [];
  readonly broken: BrokenStatement[] = [];
  readonly doubtful: Span[] = [];
  readonly starts: number[] = [];
  private readonly source: string;
  private readonly columnOf: FirstColumn;
  private brokenTo = -1;

  constructor(source: string, end: number, column: number | undefined, result: Attempt | undefined) {
    const given = source.slice(0, end);
    const givenTokens = withoutComments(given);
    const inside = firstColumn(source);
    this.columnOf = (token) => (token.start === 0 ? column : inside(token));
    const meant = asMeant(given, givenTokens, result);
    this.habits = meant?.issues ?? [];
    this.source = meant?.text ?? given;
    this.tokens = meant === undefined ? givenTokens : withoutComments(meant.text);
    const now = meant === undefined ? result : meant.result;
    if (now?.ok === false) this.trouble(0, this.tokens.length, tokenAt(this.tokens, now.index));
    else if (now === undefined) this.damaged(0, this.tokens);
    const starts = [0, ...findAnchors(this.tokens, this.columnOf), this.tokens.length];
    for (let i = 0; i + 1 < starts.length; i++) {
      const from = starts[i] ?? 0;
      const piece = this.tokens.slice(from, starts[i + 1]);
      if (i > 0) this.starts.push(piece[0]?.start ?? 0);
      // The first piece's trouble is reported already; a later one may have trouble of its own.
      this.piece(piece, from, i > 0);
    }
  }

  get isOpen(): boolean {
    return this.brokenTo === this.tokens.length;
  }

  private piece(run: readonly Token[], from: number, report: boolean): void {
    const deep = isTooDeep(run);
    if (!deep && !run.some((token) => token.kind === "error")) {
      // A piece may hold several statements by now: cut it as a file of its own would be.
      const result = attempt(this.textOf(run));
      const base = run[0]?.start ?? 0;
      if (result.ok) {
        const repaired = this.habits.length > 0;
        for (const node of result.body) this.statements.push({ node, toFile: (offset) => base + offset, repaired });
        const end = run.at(-1)?.end ?? base;
        if (repaired) this.doubtful.push({ start: base, end });
        return;
      }
      if (report) this.trouble(from, from + run.length, tokenAt(run, result.index) ?? this.tokens[from + run.length]);
    } else if (report) {
      this.damaged(from, run);
    }
    const first = run[0];
    const last = run[run.length - 1];
    if (first === undefined || last === undefined) return;
    const span = { start: first.start, end: last.end };
    this.doubtful.push(span);
    const repaired = deep ? undefined : repair(this.source, run);
    if (repaired !== undefined) {
      for (const node of repaired.body) this.statements.push({ node, toFile: repaired.toFile, repaired: true });
      return;
    }
    this.broken.push(
      first.kind === "name" ? { span, name: { text: first.text, span: { start: first.start, end: first.end } } } : { span },
    );
  }

  /** The first trouble of a run with error tokens: what luaparse finds before the first of them, else that token. */
  private damaged(from: number, run: readonly Token[]): void {
    const deep = deepToken(run);
    if (deep !== undefined) {
      this.troubles.push({ from, to: from + run.length, near: deep, deep: true });
      return;
    }
    const bad = run.findIndex((token) => token.kind === "error");
    const before = run.slice(0, bad);
    const result = before.length === 0 ? undefined : attempt(this.textOf(before));
    const earlier = result === undefined || result.ok ? undefined : tokenAt(before, result.index);
    this.trouble(from, from + run.length, earlier ?? run[bad]);
  }

  private trouble(from: number, to: number, near: Token | undefined): void {
    // What follows a broken piece on its line is the rest of the same trouble.
    const first = this.tokens[from];
    const follows = from > 0 && this.brokenTo === from && first !== undefined && this.columnOf(first) === undefined;
    this.brokenTo = to;
    if (!follows) this.troubles.push({ from, to, near });
  }

  private textOf(run: readonly Token[]): string {
    return this.source.slice(run[0]?.start ?? 0, run[run.length - 1]?.end ?? 0);
  }
}

function withoutComments(text: string): readonly Token[] {
  return scan(text).filter((token) => token.kind !== "comment" && token.kind !== "end");
}

interface Meant extends Adapted {
  /** Undefined: there is still something in it that is no token. */
  readonly result: Attempt | undefined;
}

/** Only where more of it parses than before. */
function asMeant(text: string, tokens: readonly Token[], before: Attempt | undefined): Meant | undefined {
  if (deepToken(tokens) !== undefined) return undefined;
  const meant = adapted(text, tokens);
  if (meant === undefined) return undefined;
  const isWhole = withoutComments(meant.text).every(({ kind }) => kind !== "error");
  const result = isWhole ? attempt(meant.text) : undefined;
  if (result === undefined || result.ok || before === undefined || before.ok) return { ...meant, result };
  return result.index > before.index ? { ...meant, result } : undefined;
}

function tokenAt(run: readonly Token[], index: number): Token | undefined {
  const offset = (run[0]?.start ?? 0) + index;
  return run.find((token) => token.end > offset && token.start >= offset);
}

function isTooDeep(run: readonly Token[]): boolean {
  return run.length > MAX_NESTING && deepToken(run) !== undefined;
}

function deepToken(run: readonly Token[]): Token | undefined {
  const nesting = new Nesting();
  return run.find((token) => {
    nesting.take(token);
    return nesting.depth > MAX_NESTING;
  });
}
