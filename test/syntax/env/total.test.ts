// Properties that hold for every text, and time that grows with the text and nothing else.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains } from "../../../server/src/core/text/span.ts";
import { parseEnv } from "../../../server/src/core/syntax/env/index.ts";
import { readAsShell } from "../../../server/src/core/syntax/env/shell.ts";
import type { EnvDialect } from "../../../server/src/core/syntax/env/index.ts";
import { cpuTime } from "../../support/cpuTime.ts";

const dialects: readonly EnvDialect[] = ["docker", "compose", "podman"];
const seed = 20260311;

/** By the clock, which a busy machine stretches: what counts is the processor time. */
const PATIENCE = 60_000;

const pieces = [
  "A", "B", "K_1", "export ", "=", "=", ":", " ", "\t", "\n", "\n", "\r\n", "\r", '"', "'", "\\", "#", " #", "$", "$A", "${B", "}", "${A:-",
  "${", "{", ":?", "-", ".", ",", "*", "é", "😀", "\ud800", "\uFEFF", "\u00a0", "\u2028", "\0", "v", "0123",
]; // prettier-ignore

const envText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 80 }),
);

function checkSpans(text: string, dialect: EnvDialect): void {
  const { assignments, issues, comments } = parseEnv(text, dialect);
  const whole = { start: 0, end: text.length };
  let at = 0;
  for (const { name, nameSpan, value, valueSpan, span, verbatim } of assignments) {
    expect(span.start).toBeGreaterThanOrEqual(at);
    at = span.end;
    expect(contains(whole, span)).toBe(true);
    expect(contains(span, nameSpan)).toBe(true);
    expect(contains(span, valueSpan)).toBe(true);
    expect(nameSpan.start <= nameSpan.end && nameSpan.end <= valueSpan.start && valueSpan.start <= valueSpan.end).toBe(true);
    expect(text.slice(nameSpan.start, nameSpan.end)).toBe(name);
    if (verbatim !== undefined) {
      expect(text.slice(verbatim.start, verbatim.end)).toBe(value);
      expect(verbatim.start === verbatim.end || contains(valueSpan, verbatim)).toBe(true);
    }
  }
  at = 0;
  for (const { span } of issues) {
    expect(contains(whole, span) && span.start <= span.end && span.start >= at).toBe(true);
    at = span.start;
  }
  at = 0;
  for (const comment of comments) {
    expect(comment.start >= at && text.charAt(comment.start) === "#" && contains(whole, comment)).toBe(true);
    at = comment.end;
  }
}

describe.each(dialects)("%s", (dialect) => {
  test("any text is read, with spans that are inside and in order", () => {
    fc.assert(
      fc.property(envText, (text) => checkSpans(text, dialect)),
      { seed, numRuns: 1500 },
    );
  });

  test("a broken line leaves the lines before and after it intact", () => {
    const junk = fc.array(fc.constantFrom(...pieces.filter((piece) => !/[\n"']/.test(piece))), { maxLength: 12 });
    fc.assert(
      fc.property(junk, (parts) => {
        const text = `FIRST=1\n${parts.join("")}\nLAST=2\n`;
        const { assignments } = parseEnv(text, dialect);
        expect(assignments[0]).toMatchObject({ name: "FIRST", value: "1" });
        expect(assignments.at(-1)).toMatchObject({ name: "LAST", value: "2" });
      }),
      { seed, numRuns: 700 },
    );
  });

  test("what is typed at the end never changes what stands before it", () => {
    const text = 'A=1\nexport PROSODY_ADMINS="a@x\\n${A:-b}" # c\nB=2';
    for (let end = 0; end <= text.length; end++) {
      const { assignments } = parseEnv(text.slice(0, end), dialect);
      if (end > 4) expect(assignments[0]).toMatchObject({ name: "A", value: "1" });
    }
  });

  test.each([
    ["a", 10],
    ["\n", 10],
    ['"', 10],
    ...["=", "'", "$", "#", " ", "\\", "{", ":", "é", "\uFEFF", "-", "[", "\r"].map((c) => [c, 1] as const),
  ] as const)("many times %j", { timeout: PATIENCE }, (character, millions) => {
    const text = character.repeat(millions * 1_000_000);
    expect(cpuTime(() => parseEnv(text, dialect))).toBeLessThan(4000);
  });

  test("a hundred thousand lines", { timeout: PATIENCE }, () => {
    const text = "PROSODY_X=value # c\n".repeat(100_000);
    expect(cpuTime(() => expect(parseEnv(text, dialect).assignments.length).toBe(100_000))).toBeLessThan(4000);
  });

  test.each([
    ["bad names", "a b c\n"],
    ["quotes", "A=\"\nB='\n"],
    ["quotes left open after escapes", 'A="\\"\n'],
    ["names without end", "A "],
    ["references", "${A:-"],
    ["closed references", "A=${A:-b}${A:-b}\n"],
    ["references to the line before", "A=$A$A\n"],
    ["references on one line", "${A:-x}"],
    ["braces", "${A:-{"],
    ["hashes", "A=b#c\t"],
    ["statements on one line", "A='x'"],
  ])("20,000 %s", { timeout: PATIENCE }, (_, piece) => {
    const time = cpuTime(() => {
      parseEnv(piece.repeat(20_000), dialect);
      parseEnv(`K=${piece.repeat(20_000)}\n`, dialect);
      parseEnv(`K="${piece.repeat(20_000)}${"}".repeat(20_000)}"\n`, dialect);
    });
    expect(time).toBeLessThan(4000);
  });
});

describe("a shell", () => {
  test("any text is read", () => {
    fc.assert(
      fc.property(envText, (text) => {
        for (const at of readAsShell(text).readings.keys()) expect(at >= 0 && at < text.length).toBe(true);
      }),
      { seed, numRuns: 1500 },
    );
  });

  test.each(["A=$A$A\n", "A=1 ", "A='x'\n", 'A="\\"', "a\\\n", "export A=$B ", "B=~:~\n", "A=", "$A", '"', " "])(
    "100,000 times %j",
    { timeout: PATIENCE },
    (piece) => {
      const time = cpuTime(() => {
        readAsShell(piece.repeat(100_000));
        readAsShell(`A=0123456789\n${piece.repeat(100_000)}`);
      });
      expect(time).toBeLessThan(4000);
    },
  );
});
