// Which place the cursor is in, in whole and in half-typed files, told as a short line: what is typed there and what it replaces.

import { describe, expect, test } from "vitest";
import { cursorAt } from "../../../server/src/core/syntax/lua/cursor.ts";
import type { Place } from "../../../server/src/core/syntax/lua/cursor.ts";
import { parseLua } from "../../../server/src/core/syntax/lua/parse.ts";
import { readFixture } from "../../support/fixture.ts";

function placeText(place: Place): string {
  switch (place.kind) {
    case "value":
    case "entry":
      return `${place.kind} ${place.path.join(".")}`;
    case "argument":
      return `argument ${place.index} of ${place.callee}`;
    default:
      return place.kind;
  }
}

interface Expected {
  /** The text that a proposal would replace. */
  readonly word?: string;
  readonly prefix?: string;
  readonly inString?: boolean;
  readonly sectionTable?: string;
}

function checkCursor(
  source: string,
  place: string,
  { word = "", prefix = "", inString = false, sectionTable }: Expected = {},
): void {
  const { text, cursor: offset = 0 } = readFixture(source);
  const found = cursorAt(text, parseLua(text), offset);
  expect({
    place: placeText(found.place),
    word: text.slice(found.word.start, found.word.end),
    prefix: found.prefix,
    inString: found.inString,
    sectionTable: found.sectionTable,
  }).toEqual({ place, word, prefix, inString, sectionTable });
  expect(found.word.start <= offset && offset <= found.word.end).toBe(true);
}

type Cases = readonly (readonly [source: string, place: string] | readonly [source: string, place: string, expected: Expected])[];

function run(cases: Cases): void {
  test.each(cases.map(([source, place, expected]) => ({ source, place, expected })))(
    "$source is $place",
    ({ source, place, expected }) => {
      checkCursor(source, place, expected);
    },
  );
}

const inText: Expected = { inString: true };

describe("statements", () => {
  run([
    ["$0", "statement"],
    ["ab$0c = 1", "statement", { word: "abc", prefix: "ab" }],
    ["abc$0", "statement", { word: "abc", prefix: "abc" }],
    ["$0abc", "statement"],
    ["a = 1\n$0", "statement"],
    ["a = true\n\n$0\n", "statement"],
    ["a = 1; $0", "statement"],
    ["a = {}\nb$0", "statement", { word: "b", prefix: "b" }],
    ['VirtualHost "x"\n$0', "statement"],
    ['VirtualHost "x"\n\tab$0', "statement", { word: "ab", prefix: "ab" }],
    ["if x then $0", "statement"],
    ["if x then\n\ta = 1\n\t$0\nend", "statement"],
    ["if x then a = 1 end\n$0", "statement"],
    ["for i = 1, 2 do $0 end", "statement"],
    ["repeat $0", "statement"],
    ["if x then else $0", "statement"],
    ["--[[ a ]]$0", "statement"],
    ["--[[ a ]] b$0", "statement", { word: "b", prefix: "b" }],
  ]);
});

describe("values", () => {
  run([
    ["a = $0", "value a"],
    ["a =$0", "value a"],
    ["a =\n$0", "value a"],
    ["a = b$0c", "value a", { word: "bc", prefix: "b" }],
    ["a = tr$0ue", "value a", { word: "true", prefix: "tr" }],
    ['a = "$0"', "value a", inText],
    ['a = "b$0c"', "value a", { ...inText, word: "bc", prefix: "b" }],
    ["a = [[b$0]]", "value a", { ...inText, word: "b", prefix: "b" }],
    ["a = [=[$0]=]", "value a", inText],
    ['a = "b$0', "value a", { ...inText, word: "b", prefix: "b" }],
    ['a = "b$0 c', "value a", { ...inText, word: "b", prefix: "b" }],
    ["a = { b = $0 }", "value a.b"],
    ['a = { ["b c"] = "$0" }', "value a.b c", inText],
    ["a = { b = { c = $0", "value a.b.c"],
    ["a = { { b = $0 } }", "value a.*.b"],
    ["a = { 1, { b = $0 } }", "value a.*.b"],
    ["x = 1 a = $0", "value a"],
    ["if x then\n\ta = $0\nend", "value a"],
    ["local a = $0", "value a"],
  ]);
});

describe("entries of tables", () => {
  run([
    ["a = { $0 }", "entry a"],
    ["a = {$0", "entry a"],
    ['a = { "$0" }', "entry a", inText],
    ['a = { "b", "c$0" }', "entry a", { ...inText, word: "c", prefix: "c" }],
    ["a = { b; $0 }", "entry a"],
    ["a = { b = 1; $0 }", "entry a"],
    ["a = { b$0 = 1 }", "entry a", { word: "b", prefix: "b" }],
    ["a = { { $0 } }", "entry a.*"],
    ["a = { b = { $0 } }", "entry a.b"],
    ["a = { b = {}, c = { $0 } }", "entry a.c"],
    ['a = {\n\t"b"\n\t$0\n}', "entry a"],
    ['a = {\n\t"b"\n\t"$0"\n}', "entry a", inText],
    ["a = {\n\tb = 1\n\tc$0\n}", "entry a", { word: "c", prefix: "c" }],
    ["a:append { $0 }", "entry a"],
    ["a:append({ $0 })", "entry a"],
    ["a { $0 }", "entry a"],
    ["a({ $0 })", "entry a"],
    ["a = 1\nb { { $0 } }", "entry b.*"],
  ]);
});

describe("tables of sections", () => {
  const host: Expected = { sectionTable: "VirtualHost" };
  run([
    ['VirtualHost "x" { $0 }', "statement", host],
    ['VirtualHost "x" {\n\ta = 1;\n\tb$0\n}', "statement", { ...host, word: "b", prefix: "b" }],
    ['VirtualHost "x" {\n\ta = 1\n\t$0\n}', "statement", host],
    ['VirtualHost "x" { a = $0 }', "value a", host],
    ['VirtualHost "x" { a = { $0 } }', "entry a", host],
    ['VirtualHost "x" { a = { b = { $0 } } }', "entry a.b", host],
    ['VirtualHost("x") { $0 }', "statement", host],
    ['Component "x" "y" { $0 }', "statement", { sectionTable: "Component" }],
    ['VirtualHost "x" { "$0" }', "none", { ...host, ...inText }],
    ['VirtualHost "x" { a = 1 }\n$0', "statement"],
    ['VirtualHost "x" { a = 1 $0 }', "none", host],
  ]);
});

describe("arguments", () => {
  run([
    ['Component "$0"', "argument 0 of Component", inText],
    ['Component "x" "$0"', "argument 1 of Component", inText],
    ['Component "x" $0', "argument 1 of Component"],
    ['Component "x" m$0', "statement", { word: "m", prefix: "m" }],
    ['Component("x") "$0"', "argument 1 of Component", inText],
    ['Component("x")("$0")', "argument 1 of Component", inText],
    ['Component "x" ("$0")', "argument 1 of Component", inText],
    ['Component("x", "$0")', "none", inText],
    ['Component "x"\n\t"$0"', "argument 1 of Component", inText],
    ['Component "x" { a = 1 } $0', "argument 2 of Component"],
    ['a = FileLine "$0"', "argument 0 of FileLine", inText],
    ["a = { f($0) }", "argument 0 of f"],
    ['a = FileLine("$0")', "argument 0 of FileLine", inText],
  ]);
});

describe("nowhere", () => {
  run([
    ["a = 1 $0", "none"],
    ["a = 1$0", "none"],
    ["a = true $0", "none"],
    ['a = "b"$0', "none"],
    ['a = "b" $0', "none"],
    ["a = {} $0", "none"],
    ["a = b .. $0", "none"],
    ["a = not $0", "none"],
    ["a = (b$0)", "none", { word: "b", prefix: "b" }],
    ["if $0", "none"],
    ["-- $0", "none"],
    ["a = 1 -- b$0", "none"],
    ["--[[ $0 ]]", "none"],
    ["--[[ $0", "none"],
    ["--[==[ ]] $0 ]==]", "none"],
    ['a = { ["$0"] = 1 }', "none", inText],
    ["a = { 10k$0 }", "none"],
    ["a = f({ $0 })", "none"],
    ["a = { 1 $0 }", "none"],
  ]);
});

test("the statement that the cursor is in or behind", () => {
  const at = (source: string): number => {
    const { text, cursor = 0 } = readFixture(source);
    return cursorAt(text, parseLua(text), cursor).statement;
  };
  expect(at("a = 1\nb = $0\nc = 3")).toBe(6);
  expect(at("a = 1\n\n$0\n\nb = 2")).toBe(0);
  expect(at("a = 1\nb$0")).toBe(6);
  expect(at('a = {\n"b";\n\nc = {$0')).toBe(12);
});
