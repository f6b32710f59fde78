// What is wrong with the statements of a file, one after the other: those that are broken are explained where they stand.

import { MAX_NESTING } from "./chunk.ts";
import type { Chunk, Trouble } from "./chunk.ts";
import { explain, explainBadToken } from "./explain.ts";
import { nextToken } from "./scanner.ts";
import type { Token } from "./scanner.ts";
import type { LuaSyntax } from "./syntax.ts";
import type { SyntaxIssue } from "../issue.ts";
import { shift } from "../../text/span.ts";

/** A text with this many errors is no configuration; the rest of it is not looked at. */
const MAX_ISSUES = 100;

export interface Reading {
  /** In the order in which they are found. */
  readonly issues: readonly SyntaxIssue[];
  /** Statements about which something may be wrong: they are broken, or depend on what follows. */
  readonly irregular: readonly number[];
  /** So many statements were looked at; the others follow too many errors. */
  readonly understood: number;
}

/**
 * `visit` gets each statement that is looked at, while its tree is there. `only`: the statements that may have something wrong about them,
 * where that is known.
 */
export function readChunks(
  { text, chunks, chunkStarts: starts, lines }: Pick<LuaSyntax, "text" | "chunks" | "chunkStarts" | "lines">,
  visit: (chunk: Chunk) => void,
  only?: readonly number[],
): Reading {
  const irregular: number[] = [];
  const issues: SyntaxIssue[] = [];
  const seen = new Set<number>();
  const line = (offset: number): number => lines.at(offset).line + 1;
  const add = (issue: SyntaxIssue): void => {
    // Two pieces of one damaged statement may stumble over the same token.
    if (!seen.has(issue.span.start)) issues.push(issue);
    seen.add(issue.span.start);
  };
  const count = only?.length ?? chunks.length;
  let last = -1;
  let isOpen = false;
  let step = 0;
  for (; step < count && issues.length < MAX_ISSUES; step++) {
    const at = only?.[step] ?? step;
    const chunk = chunks[at];
    const start = starts[at] ?? 0;
    if (chunk === undefined) break;
    const { damage, unfinishedComment } = chunk;
    if (damage !== undefined || unfinishedComment !== undefined || chunk.isReturn) irregular.push(at);
    const isMisplaced = chunk.isReturn && at < chunks.length - 1;
    if (last !== at - 1) isOpen = false;
    last = at;
    if (damage !== undefined || isMisplaced) {
      const own = (damage?.tokens ?? chunk.tokens.filter((token) => token.kind !== "comment")).map((token) =>
        moved(token, start),
      );
      const next = nextToken(text, start + chunk.source.length);
      for (const habit of damage?.habits ?? []) add(placed(habit, start));
      const said = { text, tokens: [...own, next], line };
      for (const trouble of damage?.troubles ?? []) {
        const continues = trouble.from === 0 && isOpen && chunk.column === undefined && trouble.deep !== true;
        if (!continues) add(trouble.deep === true ? tooDeep(trouble, start) : explainTrouble(said, trouble, start, next));
      }
      // Lua wants `return` to be the last statement.
      if (isMisplaced) add(explain(said, 0, own.length, next));
    }
    isOpen = damage?.isOpen === true;
    if (unfinishedComment !== undefined) add(explainBadToken(text, moved(unfinishedComment, start), line));
    visit(chunk);
  }
  const [first] = starts;
  const above = first === undefined ? commentWithoutEnd(text) : undefined;
  if (above !== undefined) add(explainBadToken(text, above, line));
  return { issues, irregular, understood: step < count ? (only?.[step - 1] ?? step - 1) + 1 : chunks.length };
}

function explainTrouble(
  said: Parameters<typeof explain>[0],
  { from, to, near }: Trouble,
  start: number,
  next: Token,
): SyntaxIssue {
  return explain(said, from, to, near === undefined ? next : moved(near, start));
}

function placed({ fix, ...issue }: SyntaxIssue, by: number): SyntaxIssue {
  const span = shift(issue.span, by);
  if (fix === undefined) return { ...issue, span };
  const edits = fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, by) }));
  return { ...issue, span, fix: { ...fix, edits } };
}

/** In a text without statements. */
function commentWithoutEnd(text: string): Token | undefined {
  for (let token = nextToken(text, 0); token.kind !== "end"; token = nextToken(text, token.end)) {
    if (token.problem === "unfinished-comment") return token;
  }
  return undefined;
}

function moved(token: Token, by: number): Token {
  return { ...token, ...shift(token, by) };
}

function tooDeep({ near }: Trouble, start: number): SyntaxIssue {
  return {
    id: "too-deep",
    message: `More than ${MAX_NESTING} brackets or blocks are open here. Lua refuses a file nested this deeply; close some before opening more.`,
    span: near === undefined ? { start, end: start } : shift({ start: near.start, end: near.end }, start),
  };
}
