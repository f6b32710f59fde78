// What safe fixes do, by the examples of the pages: the effective configuration stays the same, or changes in the ways that the page names.
// Each way that it names is shown by an example.

import { describe, expect, test } from "vitest";
import type { EffectiveResult, HostOptions } from "../../server/src/core/effective/types.ts";
import { analyse } from "../../server/src/core/analyse.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { fixAll } from "../../server/src/core/rules/fixAll.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { VERSIONS } from "../../server/src/core/schema/versions.ts";
import type { Version } from "../../server/src/core/schema/versions.ts";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { schemaFor } from "../support/knowledge.ts";
import { pageOf } from "../support/rulePages.ts";
import { readRuleFiles } from "../support/ruleProject.ts";
import { applySafeFixes } from "../support/rules.ts";

const FILE = "prosody.cfg.lua";

const rules = RULES.filter(({ kind }) => kind === "lua").filter((rule) =>
  pageOf(rule).examples.some(({ fixes }) => fixes.some((fix) => fix.endsWith("(safe)"))),
);

describe.each(rules.map((rule) => ({ id: rule.id, rule })))("$id", ({ rule }) => {
  test("changes what its page names", async () => {
    const changes = new Set<string>();
    const { examples, changes: named } = pageOf(rule);
    for (const { text, version = "13.0" } of examples.filter((example) => !example.text.startsWith("---"))) {
      const after = applySafeFixes(rule, text, schemaFor(version));
      const [was, is] = [await evaluateFiles({ [FILE]: text }, { version }), await evaluateFiles({ [FILE]: after }, { version })];
      for (const change of changesBetween(was, is)) changes.add(change);
    }
    expect([...changes].sort()).toEqual([...named].sort());
  });
});

/** A fix for the version that we assume may be wrong for the version that somebody has. */
test("a rule whose safe fixes are wrong for another version is by version", () => {
  const wrong = new Set<string>();
  for (const rule of rules) {
    for (const { text } of pageOf(rule).examples.filter(({ version }) => version === undefined)) {
      const before = readRuleFiles(text);
      const after = readRuleFiles(applySafeFixes(rule, text));
      const reported = (files: typeof before, version?: Version): readonly string[] =>
        files
          .flatMap((file) => check(analyse("lua", file.text), schemaFor(version)))
          .map(({ rule: id, message }) => id + message);
      const usual = reported(after);
      for (const version of VERSIONS) {
        const known = new Set([...usual, ...reported(before, version)]);
        if (reported(after, version).some((one) => !known.has(one))) wrong.add(rule.id);
      }
    }
  }
  expect([...wrong].filter((id) => rules.find((rule) => rule.id === id)?.byVersion === undefined)).toEqual([]);
});

test("such a fix has to be asked for where nobody chose the version", () => {
  const text = 'http_host = os.getenv("HTTP_HOST")\n';
  const read = (changed: string): ReturnType<typeof analyse> => analyse("lua", changed);
  const fixed = (assumesVersion: boolean): string =>
    fixAll(read(text), schemaFor(), { only: new Set(["lua-prefix"]), assumesVersion, analyse: read }).text;
  expect(fixed(true)).toBe(text);
  expect(fixed(false)).toBe('http_host = Lua.os.getenv("HTTP_HOST")\n');
});

function changesBetween(was: EffectiveResult, is: EffectiveResult): readonly string[] {
  if (is.status === "error") return was.status === "error" ? [] : ["breaking"];
  if (was.status === "error") return ["loading"];
  const sections = new Set([...Object.keys(was.config), ...Object.keys(is.config)]);
  return [...sections].flatMap((section) => changesIn(was.config[section] ?? {}, is.config[section] ?? {}));
}

type Options = HostOptions[string];

function changesIn(was: Options, is: Options): readonly string[] {
  const gone = Object.keys(was).filter((name) => !Object.hasOwn(is, name));
  const come = Object.keys(is).filter((name) => !Object.hasOwn(was, name));
  const kept = Object.keys(was).filter((name) => Object.hasOwn(is, name) && printed(was[name]) !== printed(is[name]));
  const renamed =
    come.length > 0 && come.map((name) => printed(is[name])).join() === gone.map((name) => printed(was[name])).join();
  return [
    ...(renamed ? ["names"] : [...come.map(() => "values"), ...gone.map(() => (come.length > 0 ? "values" : "options"))]),
    ...kept.map((name) => (isShorter(was[name], is[name]) ? "items" : "values")),
  ];
}

function isShorter(was: unknown, is: unknown): boolean {
  const [old, now] = [was, is].map((value) => (Array.isArray(value) ? value.map(printed) : undefined));
  return old !== undefined && now !== undefined && now.length < old.length && now.every((item) => old.includes(item));
}

/** Prosody takes lists as sets: an item that stands twice counts once. */
function printed(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    Array.isArray(inner) ? [...new Set(inner.map((item) => JSON.stringify(item)))].sort() : inner,
  );
}
