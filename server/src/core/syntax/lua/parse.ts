// Text of a Lua file → statements and issues. Never fails, never throws: each top-level statement is parsed alone, a broken one
// is cut at anchors and repaired, and only what resists all that is kept as broken. A cache keyed by the statement's text makes
// the cost of a keystroke follow the edit.

import { cutChunks, Nesting } from "./chunks.ts";
import { explain, fileIssues } from "./explain.ts";
import { findAnchors, firstColumn } from "./anchors.ts";
import { attempt } from "./luaparse.ts";
import type { Attempt } from "./luaparse.ts";
import { repair } from "./repair.ts";
import { scan } from "./scanner.ts";
import type { Token } from "./scanner.ts";
import type { BrokenStatement, LuaSyntax, ParsedStatement } from "./syntax.ts";
import type { SyntaxIssue } from "../issue.ts";

/** Attempts by statement text. A caller that keeps one between calls parses only what changed. */
export type ParseCache = Map<string, Attempt>;

/** Lua gives up at 200 nested levels of its own parser, each bracket taking at least one. */
export const MAX_NESTING = 190;

/** A text with this many errors is no configuration; the rest of it is not looked at. */
const MAX_ISSUES = 100;

const MAX_CACHED_STATEMENTS = 4000;

export function parseLua(text: string, cache: ParseCache = new Map()): LuaSyntax {
  const whole = fileIssues(text);
  if (whole.unreadable) return { tokens: scan(""), statements: [], broken: [], starts: [], issues: whole.issues };
  const tokens = scan(whole.blanked);
  const significant = tokens.filter((token) => token.kind !== "comment" && token.problem !== "unfinished-comment");
  const parser = new FileParser(whole.blanked, significant, cache);
  const issues = [...whole.issues, ...commentIssues(whole.blanked, tokens), ...parser.issues];
  issues.sort((a, b) => a.span.start - b.span.start);
  return { tokens, statements: parser.statements, broken: parser.broken, starts: parser.starts, issues };
}

class FileParser {
  readonly statements: ParsedStatement[] = [];
  readonly broken: BrokenStatement[] = [];
  readonly issues: SyntaxIssue[] = [];
  readonly starts: number[] = [];
  private readonly columnOf;
  /** Where the last statement ended that was reported as broken. */
  private brokenTo = -1;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly cache: ParseCache,
  ) {
    this.columnOf = firstColumn(text);
    if (cache.size > MAX_CACHED_STATEMENTS) cache.clear();
    const ranges = cutChunks(tokens);
    for (const [i, range] of ranges.entries()) {
      if (this.issues.length >= MAX_ISSUES) break;
      this.chunk(range.from, range.to);
      const first = tokens[range.from];
      // Lua wants `return` to be the last statement.
      if (first?.text === "return" && first.kind === "keyword" && i < ranges.length - 1) {
        this.report(range.from, range.to, tokens[range.to]);
      }
    }
  }

  private chunk(from: number, to: number): void {
    const run = this.tokens.slice(from, to);
    this.starts.push(run[0]?.start ?? 0);
    const damaged = run.some((token) => token.kind === "error");
    if (!damaged && !isTooDeep(run)) {
      const result = this.attempt(run);
      if (result.ok) {
        this.accept(run, result);
        return;
      }
      this.report(from, to, this.tokenAt(run, result.index) ?? this.tokens[to]);
    } else {
      this.reportDamaged(from, to, run);
    }
    this.recover(from, to);
  }

  /** Keeps what can be understood of a run that does not parse. */
  private recover(from: number, to: number): void {
    const run = this.tokens.slice(from, to);
    const starts = [0, ...findAnchors(run, this.columnOf), run.length];
    for (let i = 0; i + 1 < starts.length && this.issues.length < MAX_ISSUES; i++) {
      const piece = run.slice(starts[i], starts[i + 1]);
      if (i > 0) this.starts.push(piece[0]?.start ?? 0);
      // The first piece's trouble is reported already; a later one may have trouble of its own.
      this.piece(piece, from + (starts[i] ?? 0), i > 0);
    }
  }

  private piece(run: readonly Token[], from: number, report: boolean): void {
    const damaged = run.some((token) => token.kind === "error") || isTooDeep(run);
    if (!damaged) {
      // A piece may hold several statements by now: cut it as a file of its own would be.
      const result = this.attempt(run);
      if (result.ok) {
        this.accept(run, result);
        return;
      }
      if (report) this.report(from, from + run.length, this.tokenAt(run, result.index) ?? this.tokens[from + run.length]);
    } else if (report) {
      this.reportDamaged(from, from + run.length, run);
    }
    const mended = isTooDeep(run) ? undefined : repair(this.text, run);
    if (mended !== undefined) {
      for (const node of mended.body) this.statements.push({ node, toFile: mended.toFile, repaired: true });
      return;
    }
    const first = run[0];
    const last = run[run.length - 1];
    if (first === undefined || last === undefined) return;
    const span = { start: first.start, end: last.end };
    this.broken.push(
      first.kind === "name" ? { span, name: { text: first.text, span: { start: first.start, end: first.end } } } : { span },
    );
  }

  private attempt(run: readonly Token[]): Attempt {
    const text = this.text.slice(run[0]?.start ?? 0, run[run.length - 1]?.end ?? 0);
    let result = this.cache.get(text);
    if (result === undefined) {
      result = attempt(text);
      this.cache.set(text, result);
    }
    return result;
  }

  private accept(run: readonly Token[], result: Attempt & { ok: true }): void {
    const base = run[0]?.start ?? 0;
    const toFile = (offset: number): number => base + offset;
    for (const node of result.body) this.statements.push({ node, toFile, repaired: false });
  }

  /** Reports the first trouble of a run with error tokens: what luaparse finds before the first of them, else that token. */
  private reportDamaged(from: number, to: number, run: readonly Token[]): void {
    const bad = run.findIndex((token) => token.kind === "error");
    if (isTooDeep(run)) {
      this.issues.push(tooDeep(run));
      return;
    }
    const before = run.slice(0, bad);
    const result = before.length === 0 ? undefined : this.attempt(before);
    const earlier = result === undefined || result.ok ? undefined : this.tokenAt(before, result.index);
    this.report(from, to, earlier ?? run[bad]);
  }

  private report(from: number, to: number, near: Token | undefined): void {
    // What follows a broken statement on its line is the rest of the same trouble.
    const first = this.tokens[from];
    const follows = this.brokenTo === from && first !== undefined && this.columnOf(first) === undefined;
    this.brokenTo = to;
    if (follows) return;
    const end = this.tokens[this.tokens.length - 1];
    const culprit = near ?? end;
    if (culprit === undefined) return;
    const issue = explain(this.text, this.tokens, from, to, culprit);
    // Two pieces of one damaged statement may stumble over the same token.
    if (!this.issues.some((known) => known.span.start === issue.span.start)) this.issues.push(issue);
  }

  private tokenAt(run: readonly Token[], index: number): Token | undefined {
    const offset = (run[0]?.start ?? 0) + index;
    return run.find((token) => token.end > offset && token.start >= offset);
  }
}

function isTooDeep(run: readonly Token[]): boolean {
  if (run.length <= MAX_NESTING) return false;
  const nesting = new Nesting();
  return run.some((token) => {
    nesting.take(token);
    return nesting.depth > MAX_NESTING;
  });
}

function tooDeep(run: readonly Token[]): SyntaxIssue {
  const nesting = new Nesting();
  const token = run.find((candidate) => {
    nesting.take(candidate);
    return nesting.depth > MAX_NESTING;
  });
  const span = token ?? run[0] ?? { start: 0, end: 0 };
  return {
    id: "too-deep",
    message: `More than ${MAX_NESTING} brackets or blocks are open here. Lua refuses a file nested this deeply; close some before opening more.`,
    span: { start: span.start, end: span.end },
  };
}

/** An unfinished comment is not part of any statement, so it is reported here. */
function commentIssues(text: string, tokens: readonly Token[]): readonly SyntaxIssue[] {
  const bad = tokens.find((token) => token.problem === "unfinished-comment");
  const end = tokens[tokens.length - 1];
  if (bad === undefined || end === undefined) return [];
  return [explain(text, [bad, end], 0, 1, bad)];
}
