// Offset ⇄ line and column. Lines end with LF, CRLF or a lone CR, as editors count them. Everything is zero-based here.

import { changeBetween } from "./change.ts";
import { lastAtOrBefore } from "./lastAtOrBefore.ts";

export interface LineColumn {
  readonly line: number;
  /** UTF-16 code units from the start of the line. */
  readonly column: number;
}

export class LineIndex {
  private readonly starts: Int32Array;

  /** `previous`: of the text before; what is the same is not read again. */
  constructor(
    private readonly text: string,
    previous?: LineIndex,
  ) {
    if (previous === undefined) {
      const starts = lineStarts(text, 0, text.length);
      starts.unshift(0);
      this.starts = Int32Array.from(starts);
      return;
    }
    const change = changeBetween(previous.text, text);
    // Whether a line begins at an offset depends on the characters before and at it.
    const kept = previous.starts.subarray(0, Math.max(1, previous.countBefore(change.start)));
    const rest = previous.starts.subarray(previous.countBefore(change.oldEnd + 1));
    const added = lineStarts(text, Math.max(0, change.start - 1), change.newEnd);
    const by = change.newEnd - change.oldEnd;
    const from = kept.length + added.length;
    const starts = new Int32Array(from + rest.length);
    starts.set(kept);
    starts.set(added, kept.length);
    starts.set(rest, from);
    if (by !== 0) for (let i = from; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + by;
    this.starts = starts;
  }

  /** Lines that begin before an offset. */
  private countBefore(offset: number): number {
    return offset <= 0 ? 0 : lastAtOrBefore(this.starts, offset - 1) + 1;
  }

  at(offset: number): LineColumn {
    const wanted = Math.max(0, Math.min(offset, this.text.length));
    const line = lastAtOrBefore(this.starts, wanted);
    return { line, column: wanted - (this.starts[line] ?? 0) };
  }

  /** Offset of a line and column; columns past the end of the line stop before its line break. */
  offset(position: LineColumn): number {
    const start = this.starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.text.length;
    return Math.min(start + Math.max(0, position.column), this.lineEnd(position.line));
  }

  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Offset of the line's end, without its line break. */
  lineEnd(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    const breakStart = this.text.charCodeAt(next - 1) === 10 && this.text.charCodeAt(next - 2) === 13 ? next - 2 : next - 1;
    return Math.max(breakStart, this.lineStart(line));
  }
}

/** Starts of the lines that a line break at `from` or behind it, and before `to`, begins. */
function lineStarts(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
