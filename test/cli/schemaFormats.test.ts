// `prosody-config schema --format`: definitions that the tools of Lua can read.

import luaparse from "luaparse";
import { describe, expect, test } from "vitest";
import { checkCli } from "./checkCli.ts";

async function printed(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await checkCli(["schema", ...args]);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
}

/** Block of the definition of a name, with its comment. */
function definitionOf(name: string, text: string): string {
  return text.split("\n\n").find((block) => new RegExp(`^(?:function )?${name}\\b`, "m").test(block)) ?? "";
}

describe("luals", () => {
  test("is Lua, and says what every option is", async () => {
    const text = await printed("--format", "luals");
    expect(text.startsWith("---@meta\n")).toBe(true);
    luaparse.parse(text, { luaVersion: "5.3" });
    expect(definitionOf("c2s_require_encryption", text)).toMatch(
      /^--- .+\n(?:---.*\n)*---@type boolean\nc2s_require_encryption = nil$/,
    );
    expect(definitionOf("VirtualHost", text)).toContain("---@param name string");
    expect(definitionOf("admins", text)).toContain("---@type string[]|string");
    expect(definitionOf("limits", text)).toContain("rate?: string");
    for (const block of text.split("\n\n").filter((part) => part.endsWith(" = nil"))) expect(block).toMatch(/\n---@type \S/);
  });

  test("follows the version", async () => {
    const [old, current] = [await printed("--format", "luals", "--prosody-version", "0.11"), await printed("--format", "luals")];
    expect([definitionOf("FileLine", old), definitionOf("tls_profile", old)]).toEqual(["", ""]);
    expect(definitionOf("FileLine", current)).toContain("---@return string");
    expect(definitionOf("tls_profile", current)).toContain('"modern"|"intermediate"');
  });

  test("does not hide what Lua has itself", async () => {
    expect(await printed("--format", "luals")).not.toMatch(/^(?:string|table|debug|type|print) = /m);
  });
});

test("luacheck is Lua with the names of options and words", async () => {
  const text = await printed("--format", "luacheck");
  luaparse.parse(text, { luaVersion: "5.3" });
  expect(text).toContain('"modules_enabled";');
  expect(text).toMatch(/read_globals = \{[^}]*"VirtualHost";/);
});

test("an unknown format is misuse", async () => {
  const { code, stderr } = await checkCli(["schema", "--format", "yaml"]);
  expect(code).toBe(2);
  expect(stderr).toContain("Allowed choices are json, luals, luacheck.");
});
