// Lists on one line and over several.

import { describe, expect, test } from "vitest";
import { refactored, titlesAt } from "./checkRefactoring.ts";

describe("layout of lists", () => {
  test("each entry on its line", () => {
    expect(refactored('x$0 = { "a", "b", c = 1 }\n', "line of its own").text).toBe('x = {\n\t"a",\n\t"b",\n\tc = 1,\n}\n');
  });

  test("on one line", () => {
    expect(refactored('x$0 = {\n\t"a";\n\t"b";\n}\n', "on one line").text).toBe('x = { "a"; "b" }\n');
  });

  test("there and back", () => {
    const line = 'limits = { c2s = { rate = "10kb/s"; burst = "2s" }; s2s = { rate = 1 + 2 } }\n';
    const lines = refactored(`$0${line}`, "line of its own").text;
    expect(refactored(`$0${lines}`, "on one line").text).toBe(line);
  });

  test("of the table in which the cursor is", () => {
    expect(refactored('VirtualHost "a"\n  x = { a = { 1,$0 2 }, b = 3 }\n', "line of its own").text).toBe(
      'VirtualHost "a"\n  x = { a = {\n    1,\n    2,\n  }, b = 3 }\n',
    );
  });

  test.each([
    ["a comment", 'x$0 = {\n"a"; -- one\n"b";\n}\n'],
    ["a text over lines", "x$0 = {\n[[a\nb]];\n}\n"],
    ["one entry", 'x$0 = { "a" }\n'],
    ["nothing in it", "x$0 = {}\n"],
    ["no list", "x$0 = 5\n"],
  ])("not with %s", (_, source) => {
    expect(titlesAt(source).filter((title) => title.includes("line"))).toEqual([]);
  });
});
