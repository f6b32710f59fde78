// The edits from one text to another: applied they make it, and they leave alone what is the same.

import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { lineEdits } from "../../server/src/core/text/lineEdits.ts";
import { cpuTime } from "../support/cpuTime.ts";

/** The part that goes and what comes for it. */
function changes(before: string, after: string): readonly (readonly [string, string])[] {
  const edits = lineEdits(before, after);
  expect(applyEdits(before, edits)).toBe(after);
  return edits.map(({ span, newText }) => [before.slice(span.start, span.end), newText]);
}

test("lines that stay are not touched", () => {
  expect(changes("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n")).toEqual([
    ["b", "B"],
    ["", "e\n"],
  ]);
  expect(changes("x\na\nb\n", "a\nb\n")).toEqual([["x\n", ""]]);
  expect(changes("a\n", "a\n")).toEqual([]);
  expect(changes("", "a")).toEqual([["", "a"]]);
});

test("line breaks and characters stay whole", () => {
  expect(changes("a\r\n", "a\n")).toEqual([["\r\n", "\n"]]);
  expect(changes("a\u{1f600}\n", "a\u{1f601}\n")).toEqual([["\u{1f600}", "\u{1f601}"]]);
});

test("any two texts", () => {
  const text = fc.array(fc.constantFrom("a", "b", "\n", "\r\n", "\r", "\u{1f600}", "\ud83d")).map((parts) => parts.join(""));
  fc.assert(fc.property(text, text, (before, after) => void changes(before, after)));
});

test("texts that have nothing in common end in time", () => {
  const lines = (word: string): string => Array.from({ length: 20_000 }, (_, i) => `${word} ${i}\n`).join("");
  const time = cpuTime(() => expect(lineEdits(lines("one"), lines("two"))).toHaveLength(1));
  expect(time).toBeLessThan(2_000);
});
