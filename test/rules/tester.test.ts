// The registry and what each rule says of itself: names, files, examples. And the tester: it must notice rules and fixes that lie.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PAGES } from "../../scripts/lib/rulePage.mjs";
import { RULES, RULE_IDS } from "../../server/src/core/rules/index.ts";
import type { LuaRule } from "../../server/src/core/rules/rule.ts";
import { schemaFor } from "../support/knowledge.ts";
import { pageOf } from "../support/rulePages.ts";
import { applySafeFixes, checkRule, findingsOf, printedFixes } from "../support/rules.ts";
import { ROOT } from "../tidy/sourceFiles.ts";

const FOLDER = join(ROOT, "server/src/core/rules");

describe("the registry", () => {
  for (const kind of ["lua", "env", "container"] as const) {
    test(`has every file of ${kind}/`, () => {
      const files = readdirSync(join(FOLDER, kind), { withFileTypes: true }).filter(
        (entry) => entry.isFile() && entry.name !== "index.ts",
      );
      const ids = RULES.filter((rule) => rule.kind === kind).map((rule) => `${rule.id}.ts`);
      expect(ids.sort()).toEqual(files.map((entry) => entry.name).sort());
    });
  }

  test("has a page for every rule, and none besides", () => {
    const made = ["README", "parity"];
    const pages = readdirSync(join(ROOT, PAGES)).map((name) => name.replace(/\.md$/, ""));
    expect(pages.filter((name) => !made.includes(name)).sort()).toEqual([...RULE_IDS].sort());
  });

  test("has each id once", () => {
    const ids = RULES.map((rule) => rule.id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))("$id", ({ rule }) => {
  const { summary, body, examples } = pageOf(rule);

  test("has a summary, a description, and examples of both kinds", () => {
    expect(rule.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(summary).toMatch(/^[^\n]{10,100}\.$/);
    expect(body.indexOf("\n## ")).toBeGreaterThan(80);
    expect(new Set(examples.map((example) => example.reports))).toEqual(new Set([true, false]));
  });

  test.each(examples.map((example) => ({ ...example })))(
    "example: $title",
    ({ text, reports, version, severity = rule.severity, fixes }) => {
      const schema = schemaFor(version);
      const findings = findingsOf(rule, text, schema);
      expect(findings.length > 0).toBe(reports);
      for (const finding of findings)
        expect(finding).toMatchObject({ severity, message: expect.stringMatching(/[.?]$/) as string });
      expect(printedFixes(findings)).toEqual(fixes);
      applySafeFixes(rule, text, schema);
    },
  );
});

describe("the tester", () => {
  const [first] = RULES.filter((rule) => rule.id === "unknown-option");
  if (first === undefined) throw new Error("unknown-option is gone");

  const fixes = ["Change to `c2s_ports` (unsafe)"];

  test("notices a missing and an unexpected finding, and another severity", () => {
    const checked = (file: string) => () => {
      checkRule(first, { name: "", file, fixes });
    };
    expect(checked("c2s_port = 5222\n")).toThrow("unexpected");
    expect(checked("c2s_ports = 5222\n--^^^^^^^ warning\n")).toThrow("missing");
    expect(checked("c2s_port = 5222\n--^^^^^^ error\n")).toThrow("missing");
    expect(checked("c2s_port = 5222\n--^^^^^^\n")).toThrow("missing");
    expect(checked("c2s_port = 5222\n--^^^^^^ warning: c2s_ports\n")).not.toThrow();
  });

  test("notices a wrong result of a fix", () => {
    const file = "c2s_port = 5222\n--^^^^^^ warning\n";
    expect(() => checkRule(first, { name: "", file, fixes, fixed: "c2s_ports = 5222\n" })).not.toThrow();
    expect(() => checkRule(first, { name: "", file, fixes, fixed: "c2s_port = 5222\n" })).toThrow("should be");
  });

  test.each([[[]], [["Change to `c2s_ports` (safe)"]], [["Change it (unsafe)"]]])("notices other fixes than %j", (other) => {
    expect(() => checkRule(first, { name: "", file: "c2s_port = 5222\n--^^^^^^ warning\n", fixes: other })).toThrow("should be");
  });

  test.each([
    { what: "changes nothing", edit: { span: { start: 0, end: 1 }, newText: "a" }, says: "changes nothing" },
    { what: "leaves the finding", edit: { span: { start: 6, end: 6 }, newText: "0" }, says: "does not end" },
    { what: "breaks the file", edit: { span: { start: 1, end: 1 }, newText: "=" }, says: "breaks the file" },
    { what: "lies outside", edit: { span: { start: 90, end: 91 }, newText: "" }, says: "outside the text" },
  ])("notices a fix that $what", ({ edit, says }) => {
    expect(() => checkRule(liar(edit), { name: "", file: "abc = 1\n--^ warning liar\n" })).toThrow(says);
  });
});

/** Reports the first setting, with a fix that is no good. */
function liar(edit: { readonly span: { readonly start: number; readonly end: number }; readonly newText: string }): LuaRule {
  return {
    kind: "lua",
    id: "liar",
    severity: "warning",
    check({ file, report }) {
      const [setting] = file.settings;
      if (setting !== undefined)
        report({ span: setting.nameSpan, message: "x.", fixes: () => [{ title: "fix", edits: [edit], safe: true }] });
    },
  };
}
