// While a syntax error stands, nothing is said of what recovery made of it: whatever a rule finds in the broken text, it finds in the text
// as it was before one token went or came.

import { expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { LuaAnalysis } from "../../server/src/core/analyse.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { scan } from "../../server/src/core/syntax/lua/scanner.ts";
import { schemaFor } from "../support/knowledge.ts";
import { pageOf } from "../support/rulePages.ts";
import { serverConfigs } from "../support/serverConfigs.ts";

const SEED = 20_261_130;
/** Of each text. */
const TRIES = 8;
const INSERTED = ["}", "{", '"', "=", ",", "end ", "if ", "(", ")", "x ", "local ", "do ", ";;"];

const schema = schemaFor();
const examples = RULES.filter(({ kind }) => kind === "lua").flatMap((rule) => pageOf(rule).examples.map(({ text }) => text));

function understood(text: string): LuaAnalysis {
  const analysis = analyse("lua", text);
  if (analysis.kind !== "lua") throw new Error("not analysed as Lua");
  return analysis;
}

/** What rules find, by what they find it in; the place moves with the edit. */
function found(analysis: LuaAnalysis): readonly string[] {
  return check(analysis, schema)
    .filter(({ rule }) => !rule.startsWith("syntax/"))
    .map(({ rule, span }) => `${rule}: ${analysis.text.slice(span.start, span.end)}`);
}

function numbers(seed: number): (below: number) => number {
  let last = seed;
  return (below) => {
    last = (Math.imul(last, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((last / 2 ** 32) * below);
  };
}

/** With one token less, or with one more in front of it. */
function damaged(text: string, next: (below: number) => number): string {
  const tokens = scan(text).filter(({ kind }) => kind !== "comment" && kind !== "end");
  const token = tokens[next(tokens.length)];
  if (token === undefined) return text;
  if (next(2) === 0) return text.slice(0, token.start) + text.slice(token.end);
  return text.slice(0, token.start) + (INSERTED[next(INSERTED.length)] ?? "") + text.slice(token.start);
}

test("rules find nothing in a broken text that they did not find before", () => {
  const next = numbers(SEED);
  const invented: string[] = [];
  let broken = 0;
  for (const text of new Set([...serverConfigs(SEED, 40), ...examples])) {
    const intact = understood(text);
    if (intact.syntax.issues.length > 0) continue;
    const before = new Set(found(intact));
    for (let i = 0; i < TRIES; i++) {
      const analysis = understood(damaged(text, next));
      if (analysis.syntax.issues.length === 0) continue;
      broken++;
      invented.push(...found(analysis).flatMap((one) => (before.has(one) ? [] : [`${one}\n${analysis.text}`])));
    }
  }
  expect(broken).toBeGreaterThan(1_000);
  expect(invented).toEqual([]);
}, 60_000);

test("what stands on other lines is found as before", () => {
  const text = 'modules_enabled = { "roster"; "roster" }\nx y\nc2s_tcp_keepalivs = true\nlog = = "*syslog"\n';
  const rules = check(understood(text), schema).map(({ rule }) => rule);
  expect(rules).toEqual(["duplicate-module", "syntax/unfinished-statement", "unknown-option", "syntax/missing-value"]);
});
