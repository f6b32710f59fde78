// Text of a Lua file → statements and issues. Never fails, never throws: each top-level statement is parsed alone, a broken one
// is cut at anchors and repaired, and only what resists all that is kept as broken. Given what the text was before, it reads again
// from the statement before the change to where the old statements begin to come again.

import { cutRuns } from "./chunks.ts";
import { Chunk } from "./chunk.ts";
import { firstColumn } from "./anchors.ts";
import { fileIssues, isPlainText } from "./fileIssues.ts";
import { foreignMarks } from "./foreign.ts";
import { LuaSyntax } from "./syntax.ts";
import type { ChunksEdit } from "./syntax.ts";
import { changeBetween } from "../../text/change.ts";
import { LineIndex } from "../../text/lineIndex.ts";
import { replaced } from "../../text/replaced.ts";

export function parseLua(text: string, previous?: LuaSyntax, lines = new LineIndex(text)): LuaSyntax {
  if (previous?.isAsWritten === true && isPlainText(text)) {
    const { chunks, starts, edit } = cut(text, previous);
    // What a sign means may depend on the one in front of it.
    const from = edit.from < 2 ? 0 : (starts[edit.from - 1] ?? 0);
    if (foreignMarks(text, from, starts[edit.to]).length === 0)
      return new LuaSyntax(text, chunks, starts, lines, [], previous, edit);
  }
  const { issues, blanked, unreadable } = fileIssues(text);
  if (unreadable) return new LuaSyntax(blanked, [], new Int32Array(0), lines, issues);
  const { chunks, starts, edit } = cut(blanked, previous);
  return new LuaSyntax(blanked, chunks, starts, lines, issues, previous, edit);
}

interface Cut {
  readonly chunks: readonly Chunk[];
  /** Offsets of the chunks. */
  readonly starts: Int32Array;
  readonly edit: ChunksEdit;
}

function cut(text: string, previous: LuaSyntax | undefined): Cut {
  const columnOf = firstColumn(text);
  const change = previous === undefined ? { start: 0, oldEnd: 0, newEnd: 0 } : changeBetween(previous.text, text);
  const old = previous?.chunks ?? [];
  // What a token or a statement is may depend on the next token: the statement before the one that was touched is read again too.
  const from = previous === undefined ? 0 : Math.max(0, previous.chunkBefore(change.start - 1));
  const by = change.newEnd - change.oldEnd;
  const added: Chunk[] = [];
  const addedStarts: number[] = [];
  let again = old.length;
  cutRuns(text, from === 0 ? 0 : (previous?.chunkStarts[from] ?? 0), (run) => {
    const [first] = run.tokens;
    if (first === undefined) return false;
    added.push(new Chunk(text, run, columnOf(first)));
    addedStarts.push(first.start);
    if (previous === undefined || run.next.start < change.newEnd) return false;
    const at = previous.chunkStartingAt(run.next.start - by);
    if (at === undefined || old[at]?.column !== columnOf(run.next)) return false;
    again = at;
    return true;
  });
  // Read again and found the same.
  let same = 0;
  while (same < added.length && from + same < again && isSame(added[same], old[from + same])) same++;
  const chunksBefore = from + same;
  added.splice(0, same);
  const to = chunksBefore + added.length;
  const starts = new Int32Array(to + old.length - again);
  if (previous !== undefined) {
    starts.set(previous.chunkStarts.subarray(0, from));
    starts.set(previous.chunkStarts.subarray(again), to);
    if (by !== 0) for (let i = to; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + by;
  }
  starts.set(addedStarts, from);
  const chunks = previous === undefined ? added : replaced(old, chunksBefore, again, added);
  return { chunks, starts, edit: { from: chunksBefore, to, oldTo: again } };
}

function isSame(one: Chunk | undefined, other: Chunk | undefined): boolean {
  return one?.source === other?.source && one?.end === other?.end && one?.column === other?.column;
}
