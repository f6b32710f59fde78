// The example configurations: the good ones are clean, and the playground has its ten mistakes, each under its own comment.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { analyse } from "../../../server/src/core/analyse.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import { schemaFor } from "../../support/knowledge.ts";

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "../../../examples/package-install");

function findings(file: string): readonly { readonly line: number; readonly rule: string }[] {
  const analysis = analyse("lua", readFileSync(join(FOLDER, file), "utf8"));
  return check(analysis, schemaFor()).map((finding) => ({
    line: analysis.lines.at(finding.span.start).line + 1,
    rule: finding.rule,
  }));
}

test.each(["prosody.cfg.lua", "conf.d/example.org.cfg.lua", "conf.d/groups.example.org.cfg.lua"])("%s is clean", (file) => {
  expect(findings(file)).toEqual([]);
});

test("the playground has one finding for each mistake that it announces", () => {
  const lines = readFileSync(join(FOLDER, "playground.cfg.lua"), "utf8").split("\n");
  const announced = lines.flatMap((line, i) => (/^\s*-- \d+\. /.test(line) ? [i + 1] : []));
  const found = findings("playground.cfg.lua");
  expect(found.map(({ line }) => announced.filter((start) => start < line).length)).toEqual(announced.map((_, i) => i + 1));
  expect(found.map(({ rule }) => rule)).toEqual([
    "unknown-module",
    "module-prefix",
    "component-module",
    "deprecated-module",
    "unknown-option",
    "deprecated-option",
    "unknown-provider",
    "global-option-in-host",
    "duplicate-option",
    "wrong-type",
  ]);
});
