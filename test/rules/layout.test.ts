// Fixes keep the file's way of writing: its line ends, its byte order mark, its tabs and its quotes. Every fix of every example of every
// page makes of a text that is written in another way what it makes of the example, written in that way.

import { describe, expect, test } from "vitest";
import { RULES } from "../../server/src/core/rules/index.ts";
import type { Rule } from "../../server/src/core/rules/rule.ts";
import type { Schema } from "../../server/src/core/schema/schema.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { schemaFor } from "../support/knowledge.ts";
import { pageOf } from "../support/rulePages.ts";
import { findingsOf } from "../support/rules.ts";

type Writing = (text: string) => string;

const WRITINGS: Readonly<Record<string, Writing>> = {
  CRLF: (text) => text.replaceAll("\n", "\r\n"),
  "a byte order mark": (text) => `\ufeff${text}`,
  spaces: (text) => text.replace(/^\t+/gm, (tabs) => "  ".repeat(tabs.length)),
};

/** What each fix makes of the text, with its title; undefined: its edits do not go together. */
function fixed(rule: Rule, text: string, schema: Schema): readonly (readonly [string, string | undefined])[] {
  return findingsOf(rule, text, schema).flatMap(({ fixes }) =>
    (fixes?.() ?? []).map(({ title, edits }) => [title, applyEdits(text, edits)] as const),
  );
}

describe.each(Object.entries(WRITINGS))("%s", (name, write) => {
  test("stays as it is", () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const rule of RULES) {
      // An env file with a mark at its start is a mistake of its own, and YAML has no tabs.
      if (name !== "CRLF" && rule.kind !== "lua") continue;
      for (const { text, reports, version } of pageOf(rule).examples) {
        if (!reports || /^--- /m.test(text) || write(text) === text) continue;
        const schema = schemaFor(version);
        const expected = fixed(rule, text, schema).map(([title, after]) => [
          title,
          after === undefined ? undefined : write(after),
        ]);
        const actual = fixed(rule, write(text), schema);
        compared += expected.length;
        if (JSON.stringify(actual) !== JSON.stringify(expected))
          wrong.push(`${rule.id}\n${JSON.stringify(expected)}\n${JSON.stringify(actual)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(20);
  });
});
