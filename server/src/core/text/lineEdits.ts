// From one text to another in few small edits, line by line, so that cursors, marks and the undo history of an editor keep their places.

import { diffArrays } from "diff/lib/diff/array.js";
import type { TextEdit } from "./edit.ts";

/** Lines that go or come at most: finding them takes this number's square in steps. Beyond it the changed part is replaced as a whole. */
const MOST_CHANGES = 1_000;

export function lineEdits(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let [at, gone, come] = [0, "", ""];
  const close = (): void => {
    if (gone !== "" || come !== "") edits.push(trimmed(at, gone, come));
    at += gone.length;
    [gone, come] = ["", ""];
  };
  for (const { value, added, removed } of changes(before, after)) {
    const text = value.join("");
    if (removed) gone += text;
    else if (added) come += text;
    else {
      close();
      at += text.length;
    }
  }
  close();
  return edits;
}

interface Change {
  readonly value: readonly string[];
  readonly added: boolean;
  readonly removed: boolean;
}

function changes(before: string, after: string): readonly Change[] {
  if (before === after) return [];
  return (
    diffArrays(linesOf(before), linesOf(after), { maxEditLength: MOST_CHANGES }) ?? [
      { value: [before], added: false, removed: true },
      { value: [after], added: true, removed: false },
    ]
  );
}

/** Without what both have in front and behind; never half a character or half a line break. */
function trimmed(at: number, old: string, now: string): TextEdit {
  const most = Math.min(old.length, now.length);
  let front = 0;
  while (front < most && old[front] === now[front]) front++;
  while (front > 0 && (splits(old, front) || splits(now, front))) front--;
  let back = 0;
  while (back < most - front && old.at(-1 - back) === now.at(-1 - back)) back++;
  while (back > 0 && (splits(old, old.length - back) || splits(now, now.length - back))) back--;
  return {
    span: { start: at + front, end: at + old.length - back },
    newText: now.slice(front, now.length - back),
  };
}

function splits(text: string, at: number): boolean {
  return /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(at - 1, at + 1));
}

/** With their line breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/g) ?? [];
}
