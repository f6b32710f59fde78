// Writing the version into a .prosody-config.json.

import { expect, test } from "vitest";
import { versionEdits } from "../../server/src/core/rules/configVersion.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";

test.each([
  ['{\n  // ours\n  "rules": {}\n}\n', "0.12", '{\n  // ours\n  "rules": {},\n  "version": "0.12"\n}\n'],
  ['{ "version": "0.11", "rules": {} }', "0.12", '{ "version": "0.12", "rules": {} }'],
  ['{\n  "version": "0.11",\n  "rules": {}\n}\n', "auto", '{\n  "rules": {}\n}\n'],
  ['{\n  "rules": {},\n}\n', "auto", '{\n  "rules": {},\n}\n'],
] as const)("%j, %s", (text, choice, written) => {
  const edits = versionEdits(text, choice);
  expect(edits === undefined ? undefined : applyEdits(text, edits)).toBe(written);
});

test.each(["", "[]", '{ "version": ', '"0.12"'])("nothing is written into %j", (text) => {
  expect(versionEdits(text, "0.12")).toBeUndefined();
});
