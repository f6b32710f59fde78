// What goes when a fix removes a variable from an env file: its line, or itself alone where the line holds more.

import { describe, expect, test } from "vitest";
import { removeLine } from "../../../server/src/core/rules/env/shared/edits.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";

describe("removing B=2", () => {
  test.each([
    ["a line of its own", "A=1\nB=2\nC=3\n", "A=1\nC=3\n"],
    ["with blanks and a comment", "A=1\r\n\tB=2 # two\r\nC=3\r\n", "A=1\r\nC=3\r\n"],
    ["the last line", "A=1\nB=2", "A=1\n"],
    ["behind a byte-order mark", "\uFEFFB=2\nC=3\n", "\uFEFFC=3\n"],
    ["before another variable", "B=2 C=3\n", " C=3\n"],
    ["behind another variable", "A=1 B=2\nC=3\n", "A=1 \nC=3\n"],
  ])("%s", (_, text, after) => {
    const start = text.indexOf("B=2");
    const fix = removeLine(text, { start, end: start + 3 }, true);
    expect(fix).toMatchObject({ title: "Remove the line", safe: true });
    expect(applyEdits(text, fix.edits)).toBe(after);
  });
});
