// Every known trap of the image's variables is told by a rule of ours, or there is a reason why not.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import { schemaFor } from "../support/knowledge.ts";
import { IMAGE_TRAPS } from "./envParity.ts";

interface KnownTrap {
  readonly id: string;
  /** Seen in a running image, and not only read in its files. */
  readonly executed: boolean;
  readonly versions: readonly string[];
}

const traps = JSON.parse(readFileSync(new URL("imageTraps.json", import.meta.url), "utf8")) as readonly KnownTrap[];
const lines = Object.entries(IMAGE_TRAPS);
const told = lines.flatMap(([id, trap]) => ("rule" in trap ? [{ id, ...trap }] : []));

test("all of them, and no others", () => {
  expect(traps.length).toBe(69);
  expect(lines.map(([id]) => id).sort()).toEqual(traps.map(({ id }) => id).sort());
});

test("most of what was seen is told", () => {
  const seen = traps.filter(({ executed }) => executed).map(({ id }) => id);
  expect(told.filter(({ id }) => seen.includes(id)).length).toBeGreaterThan(40);
});

test("the rules exist, and speak of variables", () => {
  const ids = RULES.filter(({ kind }) => kind === "env").map(({ meta }) => meta.id);
  expect(told.filter(({ rule }) => !ids.includes(rule))).toEqual([]);
});

test("words end like sentences", () => {
  const words = lines.flatMap(([, trap]) => ("rule" in trap ? (trap.note ?? []) : trap.reason));
  expect(words.filter((text) => !/^[A-Z].{10,}\.$/.test(text))).toEqual([]);
});

const rulesIn = (text: string, version: Version | undefined): readonly string[] =>
  check(analyse("env", text), schemaFor(version)).map(({ rule }) => rule);

describe("what is told", () => {
  test.each(told)("$id", ({ rule, reports, silent, version }) => {
    expect(rulesIn(reports, version)).toContain(rule);
    expect(rulesIn(silent, version)).not.toContain(rule);
  });

  test.each(told)("$id: the version knows the trap", ({ id, version = "13.0" }) => {
    expect(traps.find((trap) => trap.id === id)?.versions).toContain(version);
  });
});
