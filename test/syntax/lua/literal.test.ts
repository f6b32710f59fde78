// What literals mean, as lua5.4 itself says (the expectations were printed by it), and quoting, which must come back unchanged.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeNumber, decodeString, numberInText, quoteString } from "../../../server/src/core/syntax/lua/literal.ts";
import { scan } from "../../../server/src/core/syntax/lua/scanner.ts";

const SEED = { seed: 20261123, numRuns: 500 };

describe("strings", () => {
  const cases: readonly (readonly [string, string])[] = [
    ['"plain"', "plain"],
    ["'single'", "single"],
    [`"it's"`, "it's"],
    [`'a"b'`, 'a"b'],
    ['""', ""],
    ['"\\a\\b\\f\\n\\r\\t\\v\\\\\\"\\\'"', "\x07\b\f\n\r\t\v\\\"'"],
    ['"\\65\\066\\0673"', "ABC3"],
    ['"\\x41\\x7a"', "Az"],
    ['"\\u{48}\\u{20AC}\\u{1F600}"', "H€😀"],
    ['"a\\z   b"', "ab"],
    ['"a\\z\n\t b"', "ab"],
    ['"a\\z\u00a0b"', "a\u00a0b"],
    ['"a\\\nb"', "a\nb"],
    ['"a\\\r\nb"', "a\nb"],
    ['"a\\\n\rb"', "a\nb"],
    ['"\\0end"', "\0end"],
    ['"\\195\\164"', "ä"],
    ['"\\xe2\\x82\\xac"', "€"],
    ['"ä☃𝄞"', "ä☃𝄞"],
    ["[[long]]", "long"],
    ["[[]]", ""],
    ["[[\nfirst]]", "first"],
    ["[[\r\nfirst]]", "first"],
    ["[[\n\nsecond]]", "\nsecond"],
    ["[==[a ]] b]=] c]==]", "a ]] b]=] c"],
    ["[[a\\nb]]", "a\\nb"],
    ["[[a\r\nb\rc\n\rd]]", "a\nb\nc\nd"],
  ];
  test.each(cases)("%j", (source, expected) => {
    expect(decodeString(source)).toBe(expected);
  });

  test("bytes that are no UTF-8 become replacement characters", () => {
    for (const source of ['"\\255"', '"\\xc3"', '"\\u{D800}"', '"\\u{110000}"']) expect(decodeString(source)).toBe("\ufffd");
    expect(decodeString('"\\xc3a\\x80"')).toBe("\ufffda\ufffd");
  });

  test("escapes that Lua refuses stay as they are written", () => {
    expect(decodeString('"C:\\prosody\\data"')).toBe("C:\\prosody\\data");
  });

  test("any string that is quoted comes back, as one token", () => {
    const unit = fc.oneof(
      fc.constantFrom("\\", '"', "'", "\n", "\r", "\0", "0", "9", "[[", "]]", "\\n", "🚀", "\t", "--"),
      fc.string({ unit: "grapheme", maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (value) => {
        const source = quoteString(value);
        expect(decodeString(source)).toBe(value);
        expect(scan(source).map((token) => token.kind)).toEqual(["string", "end"]);
        expect(source).not.toMatch(/[\n\r\0]/);
      }),
      SEED,
    );
  });
});

describe("numbers", () => {
  const cases: readonly (readonly [string, number])[] = [
    ["0", 0],
    ["007", 7],
    ["345", 345],
    ["3.1416", 3.1416],
    ["314.16e-2", 3.1416],
    [".5", 0.5],
    ["5.", 5],
    ["1E+5", 100_000],
    ["1e999", Infinity],
    ["0xff", 255],
    ["0xBEBADA", 12_499_674],
    ["0x0.1E", 0.1171875],
    ["0xA23p-4", 162.1875],
    ["0X1.921FB54442D18P+1", 3.141592653589793],
    ["0x.8", 0.5],
    ["0x8.", 8],
    ["0xAp1", 20],
    ["0x1p-2", 0.25],
  ];
  test.each(cases)("%s", (source, expected) => {
    expect(decodeNumber(source)).toBe(expected);
    expect(numberInText(source)).toBe(expected);
  });
});

describe("numbers in texts, as tonumber reads them", () => {
  const cases: readonly (readonly [string, number])[] = [
    ["5222", 5222],
    ["  5222\n", 5222],
    ["-5", -5],
    ["+5", 5],
    ["1e3", 1000],
    ["0x10", 16],
    ["-0x10", -16],
  ];
  test.each(cases)("%j", (text, expected) => {
    expect(numberInText(text)).toBe(expected);
  });

  const none = [
    "",
    " ",
    "5s",
    "5 6",
    "- 5",
    "--5",
    "0b1",
    "0o7",
    "Infinity",
    "inf",
    "nan",
    "1_000",
    "5\u00a0",
    "five",
    "0x",
    "1e",
  ];
  test.each(none)("none in %j", (text) => {
    expect(numberInText(text)).toBeUndefined();
  });
});
