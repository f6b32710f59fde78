// What control characters in names and texts come to on their way out.

import { expect, test } from "vitest";
import picocolors from "picocolors";
import { formatGithub } from "../../server/src/cli/print/github.ts";
import { printable, withoutControls } from "../../server/src/cli/print/printable.ts";
import { checkCli } from "./checkCli.ts";

const CONTROLS = [..."\u0000\u0007\u001b\u007f\u009b\u200e\u2028\u202e\u2066\r"];

test.each(CONTROLS)("%j is spelled out", (character) => {
  expect(printable(`a${character}b`)).toMatch(/^a\\u\{[\da-f]+\}b$/);
  expect(withoutControls(`a${character}b`)).toMatch(/^a\\u\{[\da-f]+\}b$/);
});

test("line breaks, tabs and colors of whole texts stay", () => {
  const { red, dim } = picocolors.createColors(true);
  const text = `${red("a")}\n\t${dim("b")}\n`;
  expect(withoutControls(text)).toBe(text);
  expect(withoutControls("\u001b]0;title\u0007\u001b[2J\u001b[8m")).toBe("\\u{1b}]0;title\\u{7}\\u{1b}[2J\u001b[8m");
});

test("GitHub gets none, and no command of a file's", () => {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2, fixable: false };
  const version = { version: "13.0", because: "assumed" } as const;
  const hostile = "\u001b[31m100%\n::error::x\r";
  const found = { rule: "a", severity: "error" as const, message: hostile, ...place };
  const text = formatGithub([{ path: hostile, kind: "lua", version, diagnostics: [found] }]);
  expect(text.split("\n")).toHaveLength(2);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  expect(text).toContain("100%25");
});

test("a value with a control character is reported to GitHub without it", async () => {
  const files = { "a.cfg.lua": 'modules_enabled = { "\u001b[31mx" }\n' };
  const { stdout } = await checkCli(["check", "--format", "github", "a.cfg.lua"], { files });
  expect(stdout).toContain("unknown-module");
  expect(stdout).not.toContain("\u001b");
});
