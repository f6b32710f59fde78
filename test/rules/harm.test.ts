// What a fix may change: what stands at its own edits; and, without being asked, nothing that users or other servers notice.

import { expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { harmOf } from "../../server/src/core/rules/harm.ts";
import { schemaFor } from "../support/knowledge.ts";

const TEXT = 'c2s_ports = { "5222" }\nlog = "a"\nVirtualHost "a.example"\n\tallow_registration = false\n\tname = "x"\n';

function harm(what: string, by: string): string | undefined {
  const start = TEXT.indexOf(what);
  const after = TEXT.replace(what, by);
  const edits = [{ span: { start, end: start + what.length }, newText: by }];
  return harmOf(analyse("lua", TEXT), analyse("lua", after), edits, schemaFor());
}

test.each([
  ["a value that nobody notices", 'log = "a"', 'log = "b"', undefined],
  ["the same port in another form", '{ "5222" }', "5222", undefined],
  ["another port", '"5222"', '"5223"', "noticed"],
  ["registration", "allow_registration = false", "allow_registration = true", "noticed"],
  ["registration, removed", "\tallow_registration = false\n", "", "noticed"],
  ["a spelling that switches something on", 'log = "a"', "c2s_require_encryption = true", "noticed"],
  ["the header of a section", 'VirtualHost "a.example"\n', "", "elsewhere"],
])("%s", (_, what, by, wanted) => {
  expect(harm(what, by)).toBe(wanted);
});
