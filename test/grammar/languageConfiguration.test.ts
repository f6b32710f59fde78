// The regular expressions of the language configuration: which word a double click takes, where Enter indents, what it continues.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cpuTime } from "../support/cpuTime.ts";

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly previousLineText?: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

interface LanguageConfiguration {
  readonly wordPattern: string;
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
  readonly onEnterRules: readonly EnterRule[];
}

const file = new URL("../../syntaxes/prosody.language-configuration.json", import.meta.url);
const configuration = JSON.parse(readFileSync(file, "utf8")) as LanguageConfiguration;
const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
const decrease = new RegExp(configuration.indentationRules.decreaseIndentPattern);

describe("words", () => {
  it.each([
    ["http_file_share_size_limit = 10", ["http_file_share_size_limit", "10"]],
    ['"mod_x", "groups.example.org"', ["mod_x", "groups", "example", "org"]],
    ['rate = "10kb/s"', ["rate", "10", "kb", "s"]],
    ["ENV_NAME or 1.5", ["ENV_NAME", "or", "1.5"]],
  ])("%s", (text, words) => {
    expect(text.match(new RegExp(configuration.wordPattern, "g"))).toEqual(words);
  });
});

describe("indentation", () => {
  it.each([
    "modules_enabled = {",
    "modules_enabled = { -- the list",
    'limits = { c2s = { rate = "10kb/s" },',
    'x = { "a",',
    "if ENV_X then",
    "else",
    "for i = 1, 2 do",
    "local function f(a, b)",
    "repeat",
    "x = f(",
  ])("grows after %s", (line) => {
    expect(increase.test(line)).toBe(true);
  });

  it.each([
    "x = { }",
    'log = { info = "*console" }',
    'x = "{"',
    "x = '('",
    "-- then {",
    "x = 1 -- see {",
    "if a then b = 1 end",
    "local function f() return 1 end",
    "}",
    "end",
    'VirtualHost "example.org"',
  ])("stays after %s", (line) => {
    expect(increase.test(line)).toBe(false);
  });

  it.each(["}", "  }", "})", "end", "else", "elseif x then", "until x", "]"])("shrinks at %s", (line) => {
    expect(decrease.test(line)).toBe(true);
  });

  it.each(["ending = 1", "x = }", "-- end"])("does not shrink at %s", (line) => {
    expect(decrease.test(line)).toBe(false);
  });

  it("takes no long time for a long line", () => {
    const time = cpuTime(() => {
      increase.test(`x = { ${'"a", '.repeat(2000)}}`);
      increase.test(`x = ${"{ ".repeat(2000)}${"} ".repeat(2000)}`);
    });
    expect(time).toBeLessThan(1000);
  });
});

describe("Enter", () => {
  it.each([
    // [previous line, before the cursor, after it, what happens]
    ["", "-- a sentence that is", "split here", "none:-- "],
    ["", "-- a sentence", "", "no rule"],
    ["", "--- what it is", "", "no rule"],
    ["--- what it is", "--- and more", "", "none:--- "],
    ["", "--- what it", "is", "none:--- "],
    ["", "--[[ a block", "goes on", "no rule"],
    ["", "----------", "", "no rule"],
    ["", 'VirtualHost "example.org"', "", "indent:"],
    ["", 'Component "a.example.org" "muc"', "", "indent:"],
    ["", "Component 'a.example.org' \"muc\" ", "", "indent:"],
    ["", 'VirtualHost "example.org" {', "}", "no rule"],
    ["", 'VirtualHost "example', '.org"', "no rule"],
    ["", 'admins = "a"', "", "no rule"],
  ])("after %j %j before %j: %s", (previous, before, after, expected) => {
    const rule = configuration.onEnterRules.find(
      (candidate) =>
        new RegExp(candidate.beforeText).test(before) &&
        (candidate.afterText === undefined || new RegExp(candidate.afterText).test(after)) &&
        (candidate.previousLineText === undefined || new RegExp(candidate.previousLineText).test(previous)),
    );
    expect(rule === undefined ? "no rule" : `${rule.action.indent}:${rule.action.appendText ?? ""}`).toBe(expected);
  });
});

it("folds between region comments", () => {
  expect(new RegExp(configuration.folding.markers.start).test("-- #region hosts")).toBe(true);
  expect(new RegExp(configuration.folding.markers.end).test("-- #endregion")).toBe(true);
  expect(new RegExp(configuration.folding.markers.start).test("-- region is a word")).toBe(false);
});
