// What a fix may change: what it was reported for, what it writes and what it declares; and, without being asked, nothing that users or
// other servers notice. One that does more is withheld, and told.

import { expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { LuaAnalysis } from "../../server/src/core/analyse.ts";
import { checked } from "../../server/src/core/rules/check.ts";
import { fixAll } from "../../server/src/core/rules/fixAll.ts";
import { judged } from "../../server/src/core/rules/harm.ts";
import type { Fix, LuaRule } from "../../server/src/core/rules/rule.ts";
import { schemaFor } from "../support/knowledge.ts";

const TEXT =
  'modules_enabled = { "roster"; "disco" }\nc2s_ports = { "5222" }\nlog = "a"\nVirtualHost "a.example"\n\tallow_registration = false\n\tname = "x"\n\tmodules_enabled = { "roster" }\nComponent "r.a.example" "muc"\n\tname = "R"\n';

const lua = (text: string): LuaAnalysis => analyse("lua", text) as LuaAnalysis;

/** Said of what it changes. */
function fixOf(
  what: string,
  by: string,
  more: Partial<Fix> = {},
): { readonly fix: Fix; readonly at: { start: number; end: number } } {
  const start = TEXT.indexOf(what);
  const at = { start, end: start + what.length };
  return { at, fix: { title: "Mend it", edits: [{ span: at, newText: by }], safe: true, ...more } };
}

function verdict(what: string, by: string, at?: string, changes?: readonly string[]): string {
  const { fix, at: own } = fixOf(what, by, changes === undefined ? {} : { changes });
  const start = at === undefined ? own.start : TEXT.indexOf(at);
  const { fix: allowed, defect } = judged(fix, at === undefined ? own : { start, end: start + at.length }, lua(TEXT), {
    schema: schemaFor(),
  });
  return defect ?? (allowed?.safe === true ? "safe" : "unsafe");
}

test.each([
  ["a value that nobody notices", 'log = "a"', 'log = "b"', "safe"],
  ["the same port in another form", '{ "5222" }', "5222", "safe"],
  ["another port", '"5222"', '"5223"', "unsafe"],
  ["registration", "allow_registration = false", "allow_registration = true", "unsafe"],
  ["registration, removed", "\tallow_registration = false\n", "", "unsafe"],
  ["a spelling that switches something on", 'log = "a"', "c2s_require_encryption = true", "unsafe"],
  ["a module that the global list has", '\tmodules_enabled = { "roster" }\n', "", "safe"],
  ["a module that was there", '"roster"; "disco"', '"disco"', "unsafe"],
  ["a module in another order, and one that does nothing", '"roster"; "disco"', '"disco"; "mod_roster"; "roster"', "safe"],
  ["what a component is made of", '"muc"', '"pubsub"', "unsafe"],
  ["the name of a host in capitals", '"a.example"', '"A.example"', "safe"],
  ["a host", 'VirtualHost "a.example"', 'VirtualHost "b.example"', "unsafe"],
])("%s", (_, what, by, wanted) => {
  expect(verdict(what, by)).toBe(wanted);
});

test.each([
  ["the header of a section", 'VirtualHost "a.example"\n', "", /changes .*allow_registration/],
  ["what stands beside it", 'log = "a"\n', "", /changes log without/, "c2s_ports"],
  ["half of a statement", 'log = "a"', 'log = "a', /breaks the file/],
  ["a statement that swallows the next one", 'log = "a"\n', 'log = "a" .. ', /changes .*without saying so|breaks the file/],
])("withheld: %s", (_, what, by, wanted, at?: string) => {
  expect(verdict(what, by, at)).toMatch(wanted);
});

test("what is declared may change elsewhere", () => {
  expect(verdict('log = "a"\n', "", "c2s_ports", ["log"])).toBe("safe");
});

test("a fix that does more than it says is offered nowhere, and told once", () => {
  const { fix } = fixOf('log = "a"\n', "");
  const rule: LuaRule = {
    kind: "lua",
    id: "unknown-option",
    severity: "warning",
    check({ file, report }) {
      for (const { name, nameSpan } of file.settings)
        if (name === "c2s_ports") report({ span: nameSpan, message: "Wrong.", fixes: () => [fix] });
    },
  };
  const told = ['unknown-option: "Mend it" changes log without saying so'];
  const found = checked(lua(TEXT), schemaFor(), { rules: [rule] });
  expect(found.findings.map(({ fixes }) => fixes?.())).toEqual([[]]);
  expect(found.defects).toEqual(told);
  expect(fixAll(lua(TEXT), schemaFor(), { rules: [rule], analyse: lua })).toMatchObject({
    text: TEXT,
    settled: true,
    defects: told,
  });
});
