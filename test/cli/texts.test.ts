// Texts as they come: other line breaks and encodings, nothing at all, no text, too much of it. Columns count code points.

import { describe, expect, test } from "vitest";
import { checkCli, checkJson, syntaxPlaces } from "./checkCli.ts";

/** A separator is missing before the 2. */
const DAMAGED = "x = { 1 2 }";

async function checkPlaces(content: string | Uint8Array, expected: readonly string[]): Promise<void> {
  const { code, stderr, files } = await checkJson(["a.cfg.lua"], { files: { "a.cfg.lua": content } });
  expect([code, stderr]).toEqual([expected.length === 0 ? 0 : 1, ""]);
  expect(syntaxPlaces(files[0])).toEqual(expected);
}

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
}

describe("places", () => {
  test("LF, CRLF and CR", async () => {
    await checkPlaces(`-- one\n${DAMAGED}\n`, ["2:9-2:10 syntax/missing-separator"]);
    await checkPlaces(`-- one\r\n${DAMAGED}\r\n`, ["2:9-2:10 syntax/missing-separator"]);
    await checkPlaces(`-- one\r${DAMAGED}\r`, ["2:9-2:10 syntax/missing-separator"]);
  });

  test("a character beyond U+FFFF is one column", async () => {
    await checkPlaces(`-- 😀\nx = { "😀😀", "é", "👩‍🚀" 2 }\n`, ["2:24-2:25 syntax/missing-separator"]);
  });

  test("the last line without a line break", async () => {
    await checkPlaces(DAMAGED, ["1:9-1:10 syntax/missing-separator"]);
  });

  test("a byte-order mark is seen, and takes a column", async () => {
    await checkPlaces(`\ufeff${DAMAGED}\n`, ["1:1-1:2 syntax/byte-order-mark", "1:10-1:11 syntax/missing-separator"]);
  });

  test("each byte that is not UTF-8 is one column", async () => {
    await checkPlaces(bytes("-- caf", [0xe9], '\nx = { "', [0xff, 0xfe], '" 2 }\n'), ["2:12-2:13 syntax/missing-separator"]);
  });
});

describe("odd files", () => {
  test("empty", async () => {
    await checkPlaces("", []);
  });

  test("no text, as Lua", async () => {
    const { code, files } = await checkJson(["a.cfg.lua"], { files: { "a.cfg.lua": bytes([0x7f], "ELF", [0, 1, 2, 0xff, 0]) } });
    expect([code, files[0]?.diagnostics.map(({ rule }) => rule)]).toEqual([1, ["syntax/not-text"]]);
  });

  test("no text, as an env file", async () => {
    const { code, stderr, files } = await checkJson([".env"], { files: { ".env": bytes("A=1\n", [0]) } });
    expect([code, stderr, files]).toEqual([
      2,
      "prosody-config: .env is not a text file: it contains zero bytes. Save it as UTF-8 text.\n",
      [],
    ]);
  });

  test("more than 20 MB, as a file and on standard input", async () => {
    const much = Buffer.alloc(20 * 1024 * 1024 + 1, "-");
    const { code, stderr } = await checkCli(["check", "a.cfg.lua", "-"], { files: { "a.cfg.lua": much }, stdin: much });
    const reason = "is larger than 20 MB, which no configuration is.";
    expect([code, stderr]).toEqual([2, `prosody-config: a.cfg.lua ${reason}\nprosody-config: - ${reason}\n`]);
  });

  test("5,000 nested braces", async () => {
    for (const text of [`x = ${"{".repeat(5000)}${"}".repeat(5000)}`, `x = ${"{".repeat(5000)}`, "{".repeat(5000)]) {
      const { code, files } = await checkJson(["a.cfg.lua"], { files: { "a.cfg.lua": text } });
      expect(code).toBe(1);
      expect(files[0]?.diagnostics.map(({ rule }) => rule)).toContain("syntax/too-deep");
    }
  });

  test("10 MB of open braces, in time", { timeout: 120_000 }, async () => {
    const much = "{".repeat(10 * 1024 * 1024);
    for (const [name, text] of Object.entries({ "a.cfg.lua": much, "a.env": much, "b.env": `PROSODY_ADMINS=${much}` })) {
      const { files, busy } = await checkJson([name], { files: { [name]: text } });
      expect(files.length).toBe(1);
      expect(busy).toBeLessThan(5000);
    }
  });
});
