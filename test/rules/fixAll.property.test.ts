// Fixing everything at once, over configurations with the mistakes that people make: it comes to an end, breaks nothing, and keeps what
// the server does, except where a rule says otherwise.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { LuaAnalysis } from "../../server/src/core/analyse.ts";
import type { EffectiveResult } from "../../server/src/core/effective/types.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { fixAll } from "../../server/src/core/rules/fixAll.ts";
import type { LuaRule } from "../../server/src/core/rules/rule.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { PARITY } from "./parity.ts";
import { schemaFor } from "../support/knowledge.ts";
import { pageOf } from "../support/rulePages.ts";
import { serverConfigs } from "../support/serverConfigs.ts";

const SEED = 20_241_123;
const COUNT = 150;

const schema = schemaFor();
const again = (text: string): LuaAnalysis => {
  const analysis = analyse("lua", text);
  if (analysis.kind !== "lua") throw new Error("not analysed as Lua");
  return analysis;
};

/** Rules whose safe fixes promise to keep the effective configuration. */
const keeping = new Set(RULES.filter((rule) => pageOf(rule).changes.length === 0).map(({ id }) => id));

const examples = RULES.filter(({ kind }) => kind === "lua").flatMap((rule) => pageOf(rule).examples.map(({ text }) => text));
const parity = Object.values(PARITY).flatMap((line) => ("rules" in line ? (line.example ?? []) : []));
const texts = [...new Set([...serverConfigs(SEED, COUNT), ...examples, ...parity])];

describe.each([{ unsafe: false }, { unsafe: true }])("fixing all, unsafe $unsafe", ({ unsafe }) => {
  test("comes to an end and breaks nothing", () => {
    const restless = texts.filter((text) => {
      const before = again(text);
      const { settled, text: after } = fixAll(before, schema, { unsafe, analyse: again });
      return !settled || again(after).syntax.issues.length > before.syntax.issues.length;
    });
    expect(restless).toEqual([]);
  });
});

test("leaves a text as it was if fixes undo each other", () => {
  const swap = (from: string, to: string): LuaRule => ({
    id: `no-${from}`,
    kind: "lua",
    severity: "warning",
    check: ({ file, report }) => {
      for (const { name, nameSpan } of file.settings)
        if (name === from) {
          const edits = [{ span: nameSpan, newText: to }];
          report({ message: from, span: nameSpan, fixes: () => [{ title: to, edits, safe: true }] });
        }
    },
  });
  const text = "a = 1\n";
  const fix = (rules: readonly LuaRule[]): unknown => fixAll(again(text), schema, { rules, analyse: again });
  expect(fix([swap("a", "b")])).toMatchObject({ text: "b = 1\n", settled: true });
  expect(fix([swap("a", "b"), swap("b", "a")])).toEqual({ text, fixes: [], settled: false, defects: [] });
});

test("leaves no safe fix behind", () => {
  const left = texts.flatMap((text) => {
    const fixed = fixAll(again(text), schema, { analyse: again });
    // Of a text that Lua refuses, only what is wrong with it is mended.
    const { syntax } = again(fixed.text);
    return check(again(fixed.text), schema)
      .filter(({ rule }) => syntax.issues.length === 0 || rule.startsWith("syntax/"))
      .filter((finding) => finding.fixes?.().some(({ safe, others }) => safe && others === undefined))
      .map(({ rule }) => `${rule}:\n${fixed.text}`);
  });
  expect(left).toEqual([]);
});

test("keeps the effective configuration, except where a rule says otherwise", async () => {
  const changed: string[] = [];
  let compared = 0;
  for (const text of texts) {
    const { text: after, fixes } = fixAll(again(text), schema, { only: keeping, analyse: again });
    if (fixes.length === 0) continue;
    const [old, now] = [await evaluateFiles({ "prosody.cfg.lua": text }), await evaluateFiles({ "prosody.cfg.lua": after })];
    if (old.status === "error") continue;
    compared++;
    if (comparable(old) !== comparable(now)) changed.push(`${text}\n--- became\n${after}`);
  }
  expect(changed).toEqual([]);
  expect(compared).toBeGreaterThan(COUNT / 5);
}, 60_000);

/** Prosody takes the lists in question as sets: an item that stands twice counts once. */
function comparable(result: EffectiveResult): string {
  if (result.status === "error") return `error: ${result.error.message}`;
  return JSON.stringify(result.config, (_key, value: unknown) => {
    if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(item)))].sort();
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
