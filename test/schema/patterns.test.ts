// Patterns that a workspace declares: the same answers as JavaScript's own engine, in time that grows with text times pattern, and a
// report where the pattern is declared if it cannot be run.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExtension } from "../../server/src/core/schema/extension.ts";
import { compilePattern } from "../../server/src/core/text/pattern.ts";
import { cpuTime } from "../support/cpuTime.ts";

function matches(source: string, text: string): boolean | undefined {
  const compiled = compilePattern(source);
  if (!compiled.ok) throw new Error(compiled.reason);
  return compiled.matches(text);
}

const piece = fc.constantFrom("a", "b", ".", "[ab]", "[^a]", "\\d", "\\w", "\\.", "^", "$", "\\b", "\\B", "1", "-", "[]", "[^]");
const repeat = fc.constantFrom("", "", "*", "+", "?", "{2}", "{1,}", "{0,2}", "*?", "+?");
const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  pattern: fc.array(tie("part"), { maxLength: 4 }).map((parts) => parts.join("")),
  part: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(piece, repeat).map(([one, times]) => (/^\\?[\^$bB]$/.test(one) ? one : `${one}${times}`)),
    fc.tuple(tie("pattern"), tie("pattern"), repeat).map(([one, other, times]) => `(?:${one}|${other})${times}`),
    fc.tuple(tie("pattern"), repeat).map(([one, times]) => `(${one})${times}`),
  ),
}));

test("answers as JavaScript's engine does", () => {
  const text = fc.array(fc.constantFrom("a", "b", "1", ".", "-", "\n"), { maxLength: 8 }).map((all) => all.join(""));
  fc.assert(
    fc.property(pattern, text, (source, given) => {
      fc.pre(source.length < 60);
      expect(matches(source, given)).toBe(new RegExp(source).test(given));
    }),
    { seed: 20261130, numRuns: 3000 },
  );
});

test.each(["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(a*)*b", "^(?:a?){100}a{100}$", "a*a*a*a*a*b", "(?:.*,){10}x"])(
  "takes no longer for %s",
  (source) => {
    const text = `${"a".repeat(4000)}!`;
    expect(cpuTime(() => matches(source, text))).toBeLessThan(2000);
  },
);

test("long texts are not judged", () => {
  expect(matches("^a+$", "a".repeat(5000))).toBeUndefined();
});

describe("in prosody-schema.json", () => {
  const declared = (source: string): ReturnType<typeof parseExtension> =>
    parseExtension(
      JSON.stringify({
        options: { bad: { type: { is: "list", items: { is: "string", pattern: source } } }, good: { type: "string" } },
      }),
    );

  test.each([
    ["(", "is not a valid regular expression"],
    ["(a)\\1", "refers back to what a group has matched"],
    ["(?=a)", "looks ahead or behind"],
    ["(?<!a)b", "looks ahead or behind"],
    ["(?:a{1000}){1000}", "is too large"],
    ["(((a{99}){99}){99}){99}", "is too large"],
    ["a".repeat(501), "is longer than 500 characters"],
  ])("%s is reported, and its option left out", (source, reason) => {
    const { extension, problems } = declared(source);
    expect(problems.map(({ message }) => message)).toEqual([
      `This pattern ${reason}. Use characters, classes, groups and repetitions only.`,
    ]);
    expect(Object.keys(extension.options)).toEqual(["good"]);
  });

  test("a good one is not", () => {
    expect(declared("^[a-z]+(?:[.-][a-z]{1,63}|\\d*)$").problems).toEqual([]);
  });

  test("of a risk in a table, too, whatever the names", () => {
    const risk = { kind: "trust", pattern: "(a)\\1", note: "No." };
    const record = { is: "record", fields: { default: { summary: "x", type: "string", risks: [risk] } } };
    const { extension, problems } = parseExtension(JSON.stringify({ options: { default: { type: record } } }));
    expect(problems).toHaveLength(1);
    expect(extension.options).toEqual({});
  });
});
