// What parsing a Lua file yields: statements that were understood, statements that were not, and what is wrong. Kept as chunks with
// offsets of their own; lists with offsets in the file are made when they are asked for, and no key stroke asks for them.

import type { Span } from "../../text/span.ts";
import { shift } from "../../text/span.ts";
import type { SyntaxIssue } from "../issue.ts";
import type { LineIndex } from "../../text/lineIndex.ts";
import type { Chunk } from "./chunk.ts";
import { readChunks } from "./issues.ts";
import type { Reading } from "./issues.ts";
import type { LuaStatement } from "./luaparse.ts";
import { nextToken, scan } from "./scanner.ts";
import type { Token } from "./scanner.ts";

export interface ParsedStatement {
  readonly node: LuaStatement;
  /** Offset in what was parsed (a chunk, or the file) of an offset in the node's ranges. */
  readonly toFile: (offset: number) => number;
  /** The statement was repaired before it could be parsed: parts of it may be our guess. */
  readonly repaired: boolean;
}

/** A top-level statement that could not be understood. */
export interface BrokenStatement {
  readonly span: Span;
  /** Its first word, which often is the option that is being typed. */
  readonly name?: { readonly text: string; readonly span: Span };
}

/** Which chunks took the place of others: `from` to `to` that of `from` to `oldTo`. */
export interface ChunksEdit {
  readonly from: number;
  readonly to: number;
  readonly oldTo: number;
}

/** Indexes of chunks after an edit; `added` are those of new ones. */
function carriedOver(indexes: readonly number[], { from, to, oldTo }: ChunksEdit, added: readonly number[]): readonly number[] {
  if (indexes.length === 0) return added;
  const behind = indexes.flatMap((i) => (i < oldTo ? [] : [i - oldTo + to]));
  return [...indexes.filter((i) => i < from), ...added, ...behind];
}

export class LuaSyntax {
  private allTokens: readonly Token[] | undefined;
  private reading: Reading | undefined;
  private sorted: readonly SyntaxIssue[] | undefined;

  /** Chunks with comments that may say what is not to be reported. */
  private readonly pragmaChunks: readonly number[];
  /** Chunks that may have something wrong about them, where all others are known to be right. */
  private readonly suspects: readonly number[] | undefined;
  readonly id: object = {};
  /** Of what it was made from. */
  readonly madeFrom: object | undefined;

  constructor(
    /** With blanks for what Lua's grammar has no place for. */
    readonly text: string,
    /** All top-level statements, those included that could not be parsed. */
    readonly chunks: readonly Chunk[],
    /** Where they begin. */
    readonly chunkStarts: Int32Array,
    readonly lines: LineIndex,
    /** What concerns the file as a whole. */
    private readonly fileIssues: readonly SyntaxIssue[],
    previous?: LuaSyntax,
    /** What changed since then. */
    readonly edit: ChunksEdit = { from: 0, to: chunks.length, oldTo: previous?.chunks.length ?? 0 },
  ) {
    const { from, to } = edit;
    const added = chunks.slice(from, to);
    this.madeFrom = previous?.id;
    this.pragmaChunks = carriedOver(
      previous?.pragmaChunks ?? [],
      edit,
      added.flatMap(({ hasPragma }, i) => (hasPragma ? [from + i] : [])),
    );
    const known = previous?.reading;
    if (previous !== undefined && known?.understood === previous.chunks.length) {
      this.suspects = carriedOver(
        known.irregular,
        edit,
        added.map((_, i) => from + i),
      );
    }
  }

  /** The text is what was read: nothing in it stands for something else. */
  get isAsWritten(): boolean {
    return this.fileIssues.length === 0;
  }

  /** Goes through the statements that can be looked at, one after the other: only then each has its tree, which takes much room. */
  read(visit: (chunk: Chunk) => void): void {
    this.reading = readChunks(this, visit);
  }

  private get known(): Reading {
    this.reading ??= readChunks(this, () => undefined, this.suspects);
    return this.reading;
  }

  /** So many statements were looked at; the others follow too many errors. */
  get understood(): number {
    return this.known.understood;
  }

  /** In the order of the file. */
  get issues(): readonly SyntaxIssue[] {
    this.sorted ??= [...this.fileIssues, ...this.known.issues].sort((a, b) => a.span.start - b.span.start);
    return this.sorted;
  }

  /** All tokens of the file, comments included. */
  get tokens(): readonly Token[] {
    this.allTokens ??= scan(this.text);
    return this.allTokens;
  }

  get statements(): readonly ParsedStatement[] {
    return this.chunks.slice(0, this.understood).flatMap((chunk, i) => {
      const start = this.chunkStarts[i] ?? 0;
      return chunk.statements.map(({ node, toFile, repaired }) => ({
        node,
        repaired,
        toFile: (at: number) => start + toFile(at),
      }));
    });
  }

  get broken(): readonly BrokenStatement[] {
    return this.chunks.slice(0, this.understood).flatMap(({ damage }, i) => {
      const start = this.chunkStarts[i] ?? 0;
      return (damage?.broken ?? []).map(({ span, name }) => ({
        span: shift(span, start),
        ...(name === undefined ? {} : { name: { text: name.text, span: shift(name.span, start) } }),
      }));
    });
  }

  /**
   * Whether something does not parse on the lines of a stretch, or of the statement that it begins in: what seems to be there is partly our
   * guess.
   */
  isDoubtful({ start, end }: Span): boolean {
    if (this.issues.length === 0) return false;
    const at = Math.max(0, this.chunkAt(start));
    const [from = 0, chunk] = [this.chunkStarts[at], this.chunks[at]];
    const inner = chunk?.damage?.starts.findLast((one) => from + one <= start);
    const to = chunk?.damage === undefined ? Math.max(end, this.endOf(at)) : end;
    return this.hasDoubt(
      this.lines.lineStart(this.lines.at(from + (inner ?? 0)).line),
      this.lines.lineEnd(this.lines.at(to).line),
    );
  }

  /** Where a statement ends that parses; what follows and begins no statement belongs to it. */
  private endOf(at: number): number {
    const follows = /^[^A-Za-z_]/.test(this.chunks[at + 1]?.source ?? "");
    return (follows ? this.chunkStarts[at + 1] : (this.chunkStarts[at] ?? 0) + (this.chunks[at]?.end ?? 0)) ?? 0;
  }

  private hasDoubt(start: number, end: number): boolean {
    const last = this.chunkAt(end);
    for (let at = Math.max(0, this.chunkAt(start)); at <= last; at++) {
      const by = this.chunkStarts[at] ?? 0;
      if (at >= this.understood) return true;
      if (this.chunks[at]?.damage?.doubtful.some((one) => one.start + by <= end && one.end + by >= start) === true) return true;
    }
    return false;
  }

  /** The last chunk that begins before an offset, or at it; -1: none. */
  chunkAt(offset: number): number {
    let low = -1;
    let high = this.chunkStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.chunkStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The chunk before that. */
  chunkBefore(offset: number): number {
    return this.chunkAt(offset) - 1;
  }

  chunkStartingAt(offset: number): number | undefined {
    const at = this.chunkAt(offset);
    return at >= 0 && this.chunkStarts[at] === offset ? at : undefined;
  }

  /** Where the last statement begins that begins before an offset; 0: none does. */
  statementBefore(offset: number): number {
    const at = this.chunkAt(offset - 1);
    const start = this.chunkStarts[at] ?? 0;
    const inner = at < this.understood ? (this.chunks[at]?.damage?.starts ?? []) : [];
    return start + (inner.findLast((one) => start + one < offset) ?? 0);
  }

  /** Tokens from the statement at an offset up to the first one that begins behind the offset. */
  tokensAround(offset: number): readonly Token[] {
    const tokens: Token[] = [];
    for (let at = this.chunkStarts[this.chunkAt(offset - 1)] ?? 0; ;) {
      const token = nextToken(this.text, at);
      tokens.push(token);
      if (token.kind === "end" || token.start > offset) return tokens;
      at = token.end;
    }
  }

  /** Tokens inside a stretch of the file. */
  tokensIn({ start, end }: Span): readonly Token[] {
    const tokens: Token[] = [];
    for (let at = this.chunkStarts[this.chunkAt(start)] ?? 0; ;) {
      const token = nextToken(this.text, at);
      if (token.kind === "end" || token.end > end) return tokens;
      if (token.start >= start) tokens.push(token);
      at = token.end;
    }
  }

  /** The last token that ends at or before an offset and is as wanted. */
  lastTokenBefore(offset: number, isWanted: (token: Token) => boolean): Token | undefined {
    let end = offset;
    for (let i = this.chunkAt(offset - 1); i >= 0; i--) {
      const start = this.chunkStarts[i] ?? 0;
      const found = this.tokensIn({ start, end }).findLast(isWanted);
      if (found !== undefined) return found;
      end = start;
    }
    return undefined;
  }

  /** Comments that may say what is not to be reported. */
  get pragmas(): readonly Token[] {
    const found = (text: string, from: number): readonly Token[] =>
      scan(text).flatMap((token) => (token.kind === "comment" ? [{ ...token, ...shift(token, from) }] : []));
    const above = this.text.slice(0, this.chunkStarts[0] ?? this.text.length);
    return [
      ...(above.includes("prosody-ignore") ? found(above, 0) : []),
      ...this.pragmaChunks.flatMap((i) => found(this.chunks[i]?.source ?? "", this.chunkStarts[i] ?? 0)),
    ];
  }
}
