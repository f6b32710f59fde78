// Text of a Lua file → statements and issues. Never fails, never throws: each top-level statement is parsed alone, a broken one
// is cut at anchors and repaired, and only what resists all that is kept as broken. Given what the text was before, it reads again
// from the statement before the change to where the old statements begin to come again.

import { cutRuns } from "./chunks.ts";
import { Chunk } from "./chunk.ts";
import { firstColumn } from "./anchors.ts";
import { fileIssues } from "./explain.ts";
import { LuaSyntax } from "./syntax.ts";
import { changeBetween } from "../../text/change.ts";
import { LineIndex } from "../../text/lineIndex.ts";

export function parseLua(text: string, previous?: LuaSyntax, lines = new LineIndex(text)): LuaSyntax {
  const { issues, blanked, unreadable } = fileIssues(text);
  if (unreadable) return new LuaSyntax(blanked, [], [], lines, issues);
  const { chunks, starts } = cut(blanked, previous);
  return new LuaSyntax(blanked, chunks, starts, lines, issues);
}

interface Cut {
  readonly chunks: readonly Chunk[];
  /** Offsets of the chunks. */
  readonly starts: readonly number[];
}

function cut(text: string, previous: LuaSyntax | undefined): Cut {
  const columnOf = firstColumn(text);
  const change = previous === undefined ? undefined : changeBetween(previous.text, text);
  // What a token or a statement is may depend on the next token: the statement before the one that was touched is read again too.
  const kept = previous === undefined || change === undefined ? 0 : Math.max(0, previous.chunkBefore(change.start - 1));
  const chunks: Chunk[] = previous?.chunks.slice(0, kept) ?? [];
  const starts: number[] = previous?.chunkStarts.slice(0, kept) ?? [];
  const from = kept === 0 ? 0 : (previous?.chunkStarts[kept] ?? 0);
  cutRuns(text, from, (run) => {
    const [first] = run.tokens;
    if (first === undefined) return false;
    chunks.push(new Chunk(text, run, columnOf(first)));
    starts.push(first.start);
    if (previous === undefined || change === undefined || run.next.start < change.newEnd) return false;
    const by = change.newEnd - change.oldEnd;
    const again = previous.chunkStartingAt(run.next.start - by);
    const old = again === undefined ? undefined : previous.chunks[again];
    if (again === undefined || old === undefined || old.column !== columnOf(run.next)) return false;
    for (let i = again; i < previous.chunks.length; i++) starts.push((previous.chunkStarts[i] ?? 0) + by);
    for (const chunk of previous.chunks.slice(again)) chunks.push(chunk);
    return true;
  });
  return { chunks, starts };
}
