// Every known trap of the image's variables is told by something of ours, or there is a reason why not.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import { imageResult } from "../../server/src/core/effective/imageResult.ts";
import { hover } from "../../server/src/core/features/hover.ts";
import { readEnvFile } from "../../server/src/core/model/envFile.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import type { Version } from "../../server/src/core/schema/types.ts";
import { LineIndex } from "../../server/src/core/text/lineIndex.ts";
import { readFixture } from "../support/fixture.ts";
import { schemaFor } from "../support/knowledge.ts";
import { findingsOf } from "../support/rules.ts";
import { IMAGE_TRAPS } from "./envParity.ts";
import type { Told } from "./envParity.ts";

interface KnownTrap {
  readonly id: string;
  /** Seen in a running image, and not only read in its files. */
  readonly executed: boolean;
  readonly versions: readonly string[];
}

const traps = JSON.parse(readFileSync(new URL("imageTraps.json", import.meta.url), "utf8")) as readonly KnownTrap[];
const lines = Object.entries(IMAGE_TRAPS);
const told = lines.flatMap(([id, trap]) => ("reason" in trap ? [] : [{ id, ...trap }]));

test("all of them, and no others", () => {
  expect(traps.length).toBe(69);
  expect(lines.map(([id]) => id).sort()).toEqual(traps.map(({ id }) => id).sort());
});

test("what was seen is told", () => {
  const seen = traps.filter(({ executed }) => executed).map(({ id }) => id);
  const ids = new Set(told.map(({ id }) => id));
  expect(seen.filter((id) => !ids.has(id))).toEqual([]);
});

test("words end like sentences", () => {
  const words = lines.flatMap(([, trap]) => ("reason" in trap ? trap.reason : (trap.note ?? [])));
  expect(words.filter((text) => !/^[A-Z].{10,}\.$/.test(text))).toEqual([]);
});

/** Whether a file tells it. */
function tells(trap: Told, text: string, version: Version | undefined): boolean {
  const schema = schemaFor(version);
  if ("hover" in trap) {
    const { text: file, cursor = 0 } = readFixture(text);
    return trap.hover.test(hover(analyse("env", file), schema, cursor)?.markdown ?? "");
  }
  if ("warns" in trap) {
    const env = readEnvFile(text, "docker");
    const result = imageResult({ env, lines: new LineIndex(text), path: "x.env", version: schema.version, hostname: "box" });
    return result.warnings.some(({ message }) => message.includes(trap.warns));
  }
  const rule = RULES.find(({ id }) => id === trap.rule);
  if (rule === undefined) throw new Error(`there is no rule ${trap.rule}`);
  return findingsOf(rule, text, schema).length > 0;
}

describe("what is told", () => {
  test.each(told)("$id", (trap) => {
    expect([tells(trap, trap.reports, trap.version), tells(trap, trap.silent, trap.version)]).toEqual([true, false]);
  });

  test.each(told)("$id: the version knows the trap", ({ id, version = "13.0" }) => {
    expect(traps.find((trap) => trap.id === id)?.versions).toContain(version);
  });
});
