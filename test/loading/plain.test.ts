// What is plain is not evaluated: then an evaluation must have nothing to say of it.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { LuaAnalysis } from "../../server/src/core/analyse.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { isPlain } from "../../server/src/core/semantics/plain.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { schemaFor } from "../support/knowledge.ts";
import { pageOf } from "../support/rulePages.ts";
import { serverConfigs } from "../support/serverConfigs.ts";

const examples = RULES.filter(({ kind }) => kind === "lua").flatMap((rule) => pageOf(rule).examples.map(({ text }) => text));
const texts = [...serverConfigs(20261130, 150), ...examples];

const plain = (text: string): boolean => isPlain(analyse("lua", text) as LuaAnalysis, schemaFor());

test("what is plain loads", async () => {
  const chosen = texts.filter((text) => (analyse("lua", text) as LuaAnalysis).syntax.issues.length === 0 && plain(text));
  expect(chosen.length).toBeGreaterThan(100);
  for (const text of chosen) {
    const result = await evaluateFiles({ "prosody.cfg.lua": text });
    if (result.status !== "ok") throw new Error(`${result.error.message}\n${text}`);
  }
});

describe("is plain", () => {
  test.each([
    'VirtualHost "a.example"',
    'Component "rooms.a.example" "muc"',
    'VirtualHost("a.example");',
    'ssl = { key = "/x"; "y", [=[z]=], { 1; true } } -- words',
  ])("%s", (text) => {
    expect(plain(text)).toBe(true);
  });
});

describe("is not plain", () => {
  test.each([
    "a = b",
    "a = f()",
    "a { 1 }",
    "local a = 1",
    "a = { b }",
    "a = 1 + 2",
    'a = "x" .. "y"',
    'Virtualhost "a.example"',
    'VirtualHost "a.example" "muc"',
    'VirtualHost "A b"',
    'Component "c.example" "muc" "muc_mam"',
    'Include "x.cfg.lua"',
    'VirtualHost = "a.example"',
    "print = 1",
    "a.b = 1",
    "if a then b = 1 end",
  ])("%s", (text) => {
    expect(plain(text)).toBe(false);
  });
});
