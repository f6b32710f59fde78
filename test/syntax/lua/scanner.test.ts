// The scanner against Lua 5.4's lexical grammar (the expectations were read off the real lua5.4), and its promise to be total:
// any text becomes tokens that leave nothing out but white space.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWellFormedNumber, scan } from "../../../server/src/core/syntax/lua/scanner.ts";
import type { Token } from "../../../server/src/core/syntax/lua/scanner.ts";
import { damage, damaged, validConfig } from "../../support/luaTexts.ts";

const SEED = { seed: 20261123, numRuns: 400 };

/** Each token as `kind source`, errors as `problem source`; without the one at the end. */
function tokensOf(text: string): readonly string[] {
  return scan(text)
    .slice(0, -1)
    .map((token) => `${token.problem ?? token.kind} ${text.slice(token.start, token.end)}`);
}

function checkTokens(text: string, expected: readonly string[]): void {
  expect(tokensOf(text)).toEqual(expected);
}

/** In order, without overlap, with nothing but white space between; the last is empty and at the end. */
function checkTotal(text: string): void {
  let at = 0;
  const tokens: readonly Token[] = scan(text);
  const wrong = tokens.filter((token) => {
    const source = text.slice(token.start, token.end);
    const isWord = ["name", "keyword", "symbol"].includes(token.kind);
    const follows = token.start >= at && /^[ \t\n\v\f\r]*$/.test(text.slice(at, token.start));
    at = token.end;
    return (
      !follows ||
      (token.kind !== "end" && source === "") ||
      (token.problem !== undefined) !== (token.kind === "error") ||
      token.text !== (isWord ? source : "")
    );
  });
  expect(wrong).toEqual([]);
  expect(tokens.at(-1)).toEqual({ kind: "end", start: text.length, end: text.length, text: "" });
}

describe("tokens", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["nothing", " \t\r\n\v\f", []],
    ["names and keywords", "and1 _x end End", ["name and1", "name _x", "keyword end", "name End"]],
    ["symbols, the longest first", "a...b..c.d", ["name a", "symbol ...", "name b", "symbol ..", "name c", "symbol .", "name d"]],
    [
      "symbols of two characters",
      "==~=<=>=//::<<>>",
      ["symbol ==", "symbol ~=", "symbol <=", "symbol >=", "symbol //", "symbol ::", "symbol <<", "symbol >>"],
    ],
    ["symbols of one character", "=~<>/:", ["symbol =", "symbol ~", "symbol <", "symbol >", "symbol /", "symbol :"]],
    ["a comment to the end of its line", "a -- b\nc", ["name a", "comment -- b", "name c"]],
    ["a comment before CRLF", "-- b\r\nc", ["comment -- b", "name c"]],
    ["a long comment", "--[[ a\n]] b", ["comment --[[ a\n]]", "name b"]],
    ["a long comment with a level", "--[==[ ]] ]=] ]==]b", ["comment --[==[ ]] ]=] ]==]", "name b"]],
    ["not quite a long comment", "--[=a\nb", ["comment --[=a", "name b"]],
    ["a comment after a minus", "a---b", ["name a", "comment ---b"]],
    ["an unfinished long comment", "--[[ a\nb", ["unfinished-comment --[[ a\nb"]],
    ["texts", "'a' \"b\" [[c]]", ["string 'a'", 'string "b"', "string [[c]]"]],
    ["a text in the other quotes", `"it's"'a"b'`, [`string "it's"`, `string 'a"b'`]],
    ["a long text over lines", "[[a\nb]]c", ["string [[a\nb]]", "name c"]],
    ["a long text with a level", "[=[a]]b]=]", ["string [=[a]]b]=]"]],
    ["an index by a long text", "a[ [[b]] ]", ["name a", "symbol [", "string [[b]]", "symbol ]"]],
    ["not quite a long bracket", "[=x]", ["symbol [", "symbol =", "name x", "symbol ]"]],
    ["an unfinished long text", "[[a]", ["unfinished-long-string [[a]"]],
    ["an unfinished long text by its level", "[=[a]]", ["unfinished-long-string [=[a]]"]],
    ["an unfinished text ends with its line", '"a\nb', ['unfinished-string "a', "name b"]],
    ["an unfinished text before CRLF", '"a\r\nb', ['unfinished-string "a', "name b"]],
    ["an unfinished text at the end", '"a', ['unfinished-string "a']],
    ["an unfinished text with a backslash", '"\\', ['unfinished-string "\\']],
    ["stray characters are one error", "a @@ ä🚀b", ["name a", "unexpected-character @@", "unexpected-character ä🚀", "name b"]],
    ["a byte-order mark", "\ufeffa", ["unexpected-character \ufeff", "name a"]],
    ["a zero byte", "\0a", ["unexpected-character \0", "name a"]],
    ["a no-break space is no white space", "a\u00a0b", ["name a", "unexpected-character \u00a0", "name b"]],
    ["numbers that are joined", "1 ..2", ["number 1", "symbol ..", "number 2"]],
  ];
  test.each(cases)("%s", (_, text, expected) => {
    checkTokens(text, expected);
  });
});

describe("escapes", () => {
  const valid = [
    "\\a",
    "\\b",
    "\\f",
    "\\n",
    "\\r",
    "\\t",
    "\\v",
    "\\\\",
    '\\"',
    "\\'",
    "\\0",
    "\\65",
    "\\065",
    "\\255",
    "\\0673",
    "\\x41",
    "\\xfF",
    "\\u{48}",
    "\\u{10FFFF}",
    "\\u{7FFFFFFF}",
    "\\z",
    "\\z \n\t ",
    "\\z\t\n",
    "\\z\r\n",
    "\\\n",
    "\\\r\n",
    "\\\n\r",
    "\\\r",
  ];
  test.each(valid)("%j is one", (escape) => {
    checkTokens(`"a${escape}b" c`, [`string "a${escape}b"`, "name c"]);
  });

  const invalid = [
    "\\q",
    "\\ ",
    "\\256",
    "\\999",
    "\\x4",
    "\\xzz",
    "\\x",
    "\\u48",
    "\\u{}",
    "\\u{",
    "\\u{zz}",
    "\\u{80000000}",
    "\\ä",
    "\\U{41}",
  ];
  test.each(invalid)("%j is none, but the text goes on to its quote", (escape) => {
    checkTokens(`"a${escape} b" c`, [`bad-escape "a${escape} b"`, "name c"]);
  });
});

describe("numbers", () => {
  const valid =
    "0 3 345 007 08 0xff 0xBEBADA 0Xa 3.0 3.1416 314.16e-2 0.31416E1 34e1 0x0.1E 0xA23p-4 0X1.921FB54442D18P+1 .5 5. 0x.8 0x8. 1e5 1E+5 1e-5 0xAp1 0x1p-2 0xep1 1e308 1e999 9007199254740993 0x10000000000000000";
  test.each(valid.split(" "))("%s", (number) => {
    checkTokens(`${number};`, [`number ${number}`, "symbol ;"]);
    expect(isWellFormedNumber(number)).toBe(true);
  });

  const invalid =
    "1e 1e+ 0x 0xg 0x1p 0x1p+ 3x 1..2 1.2.3 0b1 1_000 5kb 0x.p1 1e5.5 0x1.8.1 1p3 1e1e1 3e2x 10mb 5s 127.0.0.1 192.168.0.0";
  test.each(invalid.split(" "))("not %s", (number) => {
    checkTokens(`${number};`, [`malformed-number ${number}`, "symbol ;"]);
    expect(isWellFormedNumber(number)).toBe(false);
  });

  test("an exponent's sign belongs to decimal numbers only", () => {
    checkTokens("0x1e+1", ["number 0x1e", "symbol +", "number 1"]);
    checkTokens("1e+1", ["number 1e+1"]);
    checkTokens("-1", ["symbol -", "number 1"]);
  });
});

describe("for any text", () => {
  test("random characters", () => {
    const unit = fc.constantFrom(
      ...Array.from("{}[]()=~<>.:;,+-\"'\\ \n\r\t@ä1ex0_"),
      "--",
      "[[",
      "]]",
      "[=[",
      "]=]",
      "\0",
      "🚀",
      "\ufeff",
      "\\z",
      "\\u{",
      "\u00a0",
    );
    fc.assert(fc.property(fc.string({ unit, maxLength: 40 }), checkTotal), { ...SEED, numRuns: 600 });
  });

  test("any string of units", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 30 }), checkTotal), SEED);
  });

  test("damaged configurations", () => {
    fc.assert(
      fc.property(validConfig, damage, (text, how) => {
        checkTotal(damaged(text, how));
      }),
      { ...SEED, numRuns: 150 },
    );
  });

  test("valid configurations have no errors", () => {
    fc.assert(
      fc.property(validConfig, (text) => {
        expect(scan(text).filter((token) => token.kind === "error")).toEqual([]);
      }),
      { ...SEED, numRuns: 150 },
    );
  });
});
