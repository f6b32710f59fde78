// Everything that Prosody's own check or its log says and that a text alone can tell is found by a rule of ours, or there is a reason.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../server/src/core/rules/check.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { schemaFor } from "../support/knowledge.ts";
import { analyseLua, onlyFile } from "../support/ruleProject.ts";
import { PARITY } from "./parity.ts";

interface UpstreamRule {
  readonly id: string;
  /** Whether the text of the configuration is enough to tell. */
  readonly static: "yes" | "partly" | "no";
  readonly versions: readonly string[];
}

const upstream = JSON.parse(readFileSync(new URL("upstreamRules.json", import.meta.url), "utf8")) as readonly UpstreamRule[];
const lines = Object.entries(PARITY);
const covered = lines.flatMap(([id, line]) => ("rules" in line ? [{ id, ...line }] : []));

test("the list is whole", () => {
  expect(upstream.length).toBe(104);
});

test("nothing that a text can tell is left out", () => {
  const ids = lines.map(([id]) => id);
  expect(upstream.filter((rule) => rule.static !== "no" && !ids.includes(rule.id))).toEqual([]);
});

test("nothing is made up", () => {
  const ids = upstream.map(({ id }) => id);
  expect(lines.map(([id]) => id).filter((id) => !ids.includes(id))).toEqual([]);
});

test("what a text cannot tell has a reason or a note", () => {
  const hard = upstream.filter((rule) => rule.static === "no").map(({ id }) => id);
  expect(covered.filter(({ id, note }) => hard.includes(id) && note === undefined)).toEqual([]);
});

test("the rules exist", () => {
  const ids = RULES.map(({ id }) => id);
  const names = covered
    .flatMap(({ rules, instead = [] }) => [...rules, ...instead])
    .filter((rule) => !rule.startsWith("syntax/"));
  expect(names.filter((name) => !ids.includes(name))).toEqual([]);
});

test("words end like sentences", () => {
  const words = lines.flatMap(([, line]) => ("rules" in line ? (line.note ?? []) : line.reason));
  expect(words.filter((text) => !/^[A-Z`].{10,}\.$/.test(text))).toEqual([]);
});

describe("the examples", () => {
  test.each(covered.filter(({ example }) => example !== undefined))("$id", ({ rules, example = "", version, alone }) => {
    const analysis = analyseLua(example);
    const found = check(analysis, schemaFor(version), alone === true ? { project: onlyFile(analysis) } : {}).map(
      ({ rule }) => rule,
    );
    expect(found).toContain(rules[0]);
  });

  test("are there for nearly all", () => {
    expect(covered.filter(({ example }) => example === undefined).map(({ id }) => id)).toEqual([]);
  });
});
