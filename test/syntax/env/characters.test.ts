// White space as the tools see it: theirs, not JavaScript's.

import { expect, test } from "vitest";
import { isInlineSpace, isSpace } from "../../../server/src/core/syntax/env/characters.ts";

const CODE_UNITS = Array.from({ length: 0x10000 }, (_, unit) => unit);

test("white space of Go's unicode.IsSpace", () => {
  const spaces = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000];
  const general = Array.from({ length: 11 }, (_, i) => 0x2000 + i);
  expect(CODE_UNITS.filter(isSpace)).toEqual([...spaces, ...general].sort((a, b) => a - b));
});

test("blanks within a line, for Compose", () => {
  expect(CODE_UNITS.filter(isInlineSpace)).toEqual([0x09, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0]);
});
