// What other languages write as `+=`: it is named, a list is added to in the way of the version, and what stands above stays.

import { expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { fixAll } from "../../server/src/core/rules/fixAll.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { schemaFor } from "../support/knowledge.ts";

function fixesOf(text: string, version?: Version): readonly string[] {
  const found = check(analyse("lua", text), schemaFor(version));
  const [finding, another] = found.filter(({ rule }) => rule.startsWith("syntax/"));
  expect(finding?.rule).toBe("syntax/compound-assignment");
  expect(another).toBeUndefined();
  return (finding?.fixes?.() ?? []).map(({ title, edits, safe }) => {
    expect(safe).toBe(false);
    return `${title}: ${applyEdits(text, edits) ?? "?"}`;
  });
}

const TEXT = 'modules_enabled = { "roster"; "tls" }\nmodules_enabled += { "tls", "mam" }\nVirtualHost "a.example"\n';
const MERGED =
  'Put the items into `modules_enabled` above: modules_enabled = { "roster"; "tls"; "mam" }\nVirtualHost "a.example"\n';

test("a list is appended, or its items go into the list", () => {
  expect(fixesOf(TEXT)).toEqual([
    'Change to `:append`: modules_enabled = { "roster"; "tls" }\nmodules_enabled:append { "tls", "mam" }\nVirtualHost "a.example"\n',
    MERGED,
  ]);
  expect(fixesOf(TEXT, "0.12")).toEqual([MERGED]);
});

test.each(["+=", "..=", ".=", "-=", "|="])("%s is understood", (operator) => {
  expect(fixesOf(TEXT.replace("+=", operator), "0.12")).toEqual([MERGED]);
});

test.each([
  ["no list above", 'modules_enabled += { "mam" }\n'],
  [
    "a list of another section",
    'VirtualHost "a.example"\nmodules_enabled = { "mam" }\nVirtualHost "b.example"\nmodules_enabled += { "mam" }\n',
  ],
  ["a number", "c2s_timeout = 1\nc2s_timeout += 5\n"],
  ["an increment", "c2s_timeout = 1\nc2s_timeout++\n"],
])("%s", (_, text) => {
  expect(fixesOf(text, "0.12")).toEqual([]);
});

test("nothing is done without asking", () => {
  const again = (text: string): ReturnType<typeof analyse> => analyse("lua", text);
  expect(fixAll(again(TEXT), schemaFor(), { analyse: again }).text).toBe(TEXT);
});
