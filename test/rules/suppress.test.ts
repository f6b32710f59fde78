// Comments that silence findings.

import { expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { schemaFor } from "../support/knowledge.ts";

function checkSilence(kind: "lua" | "env", text: string, rules: readonly string[]): void {
  expect(check(analyse(kind, text), schemaFor()).map((finding) => finding.rule)).toEqual(rules);
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ["nothing", "xyz_own = 1", ["unknown-option"]],
  ["the next line", "-- prosody-ignore-next-line unknown-option\nxyz_own = 1\nxyz_other = 1", ["unknown-option"]],
  ["the same line", "xyz_own = 1 -- prosody-ignore unknown-option\nxyz_other = 1", ["unknown-option"]],
  ["the whole file", "xyz_own = 1\nxyz_other = 1\n-- prosody-ignore-file unknown-option", []],
  ["several rules", "-- prosody-ignore-next-line wrong-type, unknown-option because it is mine\nxyz_own = 1", []],
  ["every rule", "-- prosody-ignore-next-line\nxyz_own = 1", []],
  ["another rule", "-- prosody-ignore-next-line wrong-type\nxyz_own = 1", ["unknown-option"]],
  ["a word that only begins so", "-- prosody-ignored unknown-option\nxyz_own = 1 -- prosody-ignoring", ["unknown-option"]],
  ["a text that looks like one", 'xyz_own = "-- prosody-ignore"', ["unknown-option"]],
  ["never what stops Prosody", "-- prosody-ignore-file\nadmins = {{", ["syntax/unclosed"]],
];
test.each(cases)("silences %s", (_, text, rules) => {
  checkSilence("lua", text, rules);
});

test("works in env files", () => {
  checkSilence("env", "PROSODY_LOG_LEVEL=info\n", ["unknown-variable"]);
  checkSilence("env", "# prosody-ignore-next-line unknown-variable\nPROSODY_LOG_LEVEL=info\n", []);
});
