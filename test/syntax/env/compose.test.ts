// Compose's quotes, escapes and interpolation in detail, and what the reader makes of broken files.

import { describe, expect, test } from "vitest";
import { parseComposeEnv } from "../../../server/src/core/syntax/env/index.ts";
import { checkAssignments, checkEnvironment, checkIssues } from "./checkEnv.ts";

describe("quotes and escapes", () => {
  test.each([
    ['K="\\a\\b\\f\\n\\r\\t\\v"', "\x07\b\f\n\r\t\v"],
    ['K="a\\\\nb"', "a\\nb"],
    ['K="\\$HOME"', "$HOME"],
    ['K="\\0101\\0377"', "A\u00ff"],
    ['K="\\012 \\0 \\0999 \\0777"', "\\12 \\ \\999 \\777"],
    ['K="\\c\\x\\d"', "\\c\\x\\d"],
    ["K='a\\nb\\'c\\\\'", "a\\nb'c\\\\"],
    ["K='it\nis'", "it\nis"],
    ['K="it\'s"', "it's"],
    ["K: yes", "yes"],
    ["K : 'yes'", "yes"],
    ["export\t K=v", "v"],
    ["K=\u00a0v\u2003", "v"],
    ['K=""', ""],
  ])("%j", (text, value) => {
    checkEnvironment(`${text}\n`, "compose", [`K=${value}`]);
  });

  test("export alone, export as a name, a tab inside a name", () => {
    checkEnvironment("export\nK=v\n", "compose", ["K=v"]);
    checkEnvironment("export=v\n", "compose", ["export=v"]);
    checkEnvironment("K\tX=v\n", "compose", ["K\tX=v"]);
    checkEnvironment("K=v\nexport ", "compose", "refused");
    checkEnvironment("K=v\nexport", "compose", ["K=v", "=export"]);
  });

  test("a name at the very end is not a bad one", () => {
    checkIssues("K=v\nNAME", "compose", ["name-at-end: NAME"]);
  });

  test.each(["K=", "K=  ", "K=\t\r\nA=1\n"])("%j: of a value without characters, the blanks are its place", (text) => {
    const [first] = parseComposeEnv(text).assignments;
    expect(text.slice(first?.valueSpan.start, first?.valueSpan.end)).toBe(/^K=([ \t]*)/.exec(text)?.[1]);
  });
});

describe("interpolation", () => {
  const environment = { SET: "s", EMPTY: "", set: "low" };
  test.each([
    ["$SET.$set", "s.low"],
    ["${SET}${set}", "slow"],
    ["$SETX", ""],
    ["$5 $ $", "$5 $ $"],
    ["$$SET $$$SET", "$SET $s"],
    ["${NOPE:-d}${EMPTY:-d}${SET:-d}", "dds"],
    ["${NOPE-d}${EMPTY-d}${SET-d}", "ds"],
    ["${NOPE:+d}${EMPTY:+d}${SET:+d}", "d"],
    ["${NOPE+d}${EMPTY+d}${SET+d}", "dd"],
    ["${SET:?e}${SET?e}${EMPTY?e}", "ss"],
    ["${NOPE:-${SET}x}y", "sxy"],
    ["${NOPE:-a}-${NOPE:-b}", "a-b"],
    ["${NOPE:-{a}}b", "{a}b"],
    ["${NOPE:-{}}", "{}"],
    ["${NOPE:-{}x}", "{}x"],
    ["${NOPE:-?}", "?"],
    ["${NOPE-:-x}", ":-x"],
    ["{$SET}", "{s}"],
  ])("%s", (template, value) => {
    checkEnvironment(`K=${template}\n`, "compose", [`K=${value}`], environment);
  });

  test.each(["${SET", "${", "${}", "${5}", "${SET:x}", "${ SET }", "${NOPE?e}", "${NOPE:?e}", "${EMPTY:?e}", "${NOPE:-${}"])(
    "%s is refused",
    (template) => {
      checkEnvironment(`K=${template}\n`, "compose", "refused", environment);
    },
  );

  test("a brace counts on its own line only", () => {
    checkEnvironment('K="${NOPE:-a\n}"\n', "compose", "refused");
    checkEnvironment('K="${SET}\n${SET}"\n', "compose", ["K=s\ns"], environment);
  });

  test("the environment goes before the file, the file before nothing", () => {
    checkEnvironment("SET=file\nK=$SET\n", "compose", ["SET=file", "K=s"], environment);
    checkEnvironment("A=1\nA=2\nK=$A\n", "compose", ["A=2", "K=2"], environment);
    checkEnvironment("K=$A\nA=1\n", "compose", ["K=", "A=1"], environment);
  });

  test("without an environment to look into, outside values are uncertain and those of the file are not", () => {
    checkAssignments("A=1\nB=$A\nC=$HOME/x\nD=$C\nE=${NOPE:-d}\nF=${NOPE:?e}\nG=${C:-e}\n", "compose", [
      "A=1",
      "B=1",
      "C=/x?",
      "D=/x?",
      "E=d?",
      "F=?",
      "G=/x?",
    ]);
  });
});

test("issues", () => {
  checkIssues("K=pa$word\n", "compose", ["outside-variable: $word"]);
  checkIssues('K="\\n$word"\n', "compose", ['outside-variable: "\\n$word"']);
  checkIssues("K=${word\n", "compose", ["!bad-template: ${"]);
  checkIssues("K=${word?e}\n", "compose", ["!required-variable: ${word?e}"], {});
  checkIssues("K=${word?e}\n", "compose", []);
  checkIssues('K="v"x\n', "compose", ["text-after-quote: x"]);
  checkIssues("K='v' # c\n", "compose", []);
  checkIssues('K="v\nL=1\n', "compose", ['!unterminated-quote: "v']);
  checkIssues("K=v\t# c\n", "compose", ["comment-kept: # c"]);
  checkIssues("K,X=v\n", "compose", ["!bad-name-character: ,"]);
  checkIssues("K X=v\n", "compose", ["!name-with-blank: K X"]);
  checkIssues("K X\n", "compose", ["!name-with-blank: K X"]);
  checkIssues("=v\n", "compose", ["no-name: ="]);
  checkIssues("K=v\nK", "compose", ["name-at-end: K"]);
  checkIssues("export ", "compose", ["!export-without-name: export"]);
  checkIssues("K=v\nK=w\nK\n", "compose", ["duplicate-name: K"]);
});

test("values that double themselves line by line come to an end", () => {
  const { assignments, issues } = parseComposeEnv("A=0123456789\n" + "A=$A$A\n".repeat(60));
  expect(issues.map(({ id }) => id)).toContain("too-much-interpolation");
  expect(assignments.at(-1)?.uncertain).toBe(true);
});

test("the lines around a refused one are kept", () => {
  checkAssignments("A=1\nK,X=v\nB=2\n", "compose", ["A=1", "B=2"]);
  checkAssignments('A=1\nK X="two\nlines"\nB=2\n', "compose", ["A=1", "B=2"]);
  checkAssignments('A=1\nK="open\nB=2\n', "compose", ["A=1", "K=open", "B=2"]);
  checkAssignments("A=1\nK='open\nB=\"2\n", "compose", ["A=1", "K=open", "B=2"]);
  checkAssignments("A=1\nK=${x\nB=2\n", "compose", ["A=1", "K=${x?", "B=2"]);
});

test("spans", () => {
  const text = "# c\nexport K = v $x # d\r\nL='w'\nM=  \nN\nO=\n";
  const { assignments, comments } = parseComposeEnv(text);
  const shown = assignments.map(({ span, nameSpan, valueSpan, verbatim }) =>
    [span, nameSpan, valueSpan, verbatim].map((s) => (s === undefined ? undefined : text.slice(s.start, s.end))),
  );
  expect(shown).toEqual([
    ["export K = v $x", "K", "v $x", undefined],
    ["L='w'", "L", "'w'", "w"],
    ["M=  ", "M", "  ", ""],
    ["N", "N", "", undefined],
    ["O=", "O", "", ""],
  ]);
  expect(comments.map((s) => text.slice(s.start, s.end))).toEqual(["# c", "# d"]);
});
