// Fixes keep the file's way of writing: its line ends, its byte order mark, its tabs and its quotes. Every fix of every example of every
// page makes of a text that is written in another way what it makes of the example, written in that way.

import { describe, expect, test } from "vitest";
import type { Project, ProjectFile } from "../../server/src/core/model/project.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { fixAll } from "../../server/src/core/rules/fixAll.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import type { Rule } from "../../server/src/core/rules/rule.ts";
import type { Schema } from "../../server/src/core/schema/schema.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { schemaFor } from "../support/knowledge.ts";
import { analyseLua } from "../support/ruleProject.ts";
import { pageOf } from "../support/rulePages.ts";
import { findingsOf } from "../support/rules.ts";

type Writing = (text: string) => string;

const WRITINGS: Readonly<Record<string, Writing>> = {
  CRLF: (text) => text.replaceAll("\n", "\r\n"),
  "a byte order mark": (text) => `\ufeff${text}`,
  "single quotes": (text) => (text.includes("'") ? text : text.replaceAll('"', "'")),
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

/** Line feeds alone, without those of line ends. */
const ALONE = /(?<!\r)\n/;

test.each([
  ["a table that is not closed", 'modules_enabled = {\r\n  "roster";\r\n'],
  ["a list before an option", 'modules_enabled = {\r\n  "roster";\r\n\r\nallow_registration = false\r\n'],
  ["a block without its end", 'if ENV_X then\r\n  log = "a"\r\n\r\nVirtualHost "a.example"\r\n'],
  ["a missing separator", 'modules_enabled = {\r\n  "roster"\r\n  "disco"\r\n}\r\n'],
])("%s is closed with the line ends of the file", (_, text) => {
  const offered = check(analyseLua(text), schemaFor()).flatMap(({ fixes }) => fixes?.() ?? []);
  expect(offered.length).toBeGreaterThan(0);
  for (const { edits } of offered) expect(applyEdits(text, edits)).not.toMatch(ALONE);
});

test("other files keep theirs", () => {
  const [main, part] = ['log = "a"\r\n\r\nVirtualHost "b.example"\r\n', 'VirtualHost "a.example"\n\tdata_path = "/x"\n'];
  const file = (name: string, text: string): ProjectFile => ({ path: name, name, text, file: analyseLua(text).file });
  const project: Project = {
    path: "part.cfg.lua",
    files: [file("prosody.cfg.lua", main), file("part.cfg.lua", part)],
    complete: true,
    matches: () => [],
  };
  const offered = check(analyseLua(part), schemaFor(), { project }).flatMap(({ fixes }) => fixes?.() ?? []);
  const [edits] = offered.flatMap(({ others = [] }) => others.map((other) => other.edits));
  expect(edits).toBeDefined();
  expect(applyEdits(main, edits ?? [])).not.toMatch(ALONE);
});

test("a suppression that is still needed stays, and one of what is right goes", () => {
  const ignored = "-- prosody-ignore-next-line unknown-option\n";
  const text = `${ignored}xyz_own = 1\n${ignored}c2s_tcp_keepalivs = true\nmodules_enabled = { "roster", "roster" }\n`;
  const fix = (of: string): string => fixAll(analyseLua(of), schemaFor(), { analyse: analyseLua }).text;
  const mended = text.replace('"roster", "roster"', '"roster"');
  expect(fix(text)).toBe(mended);
  const right = mended.replace("keepalivs", "keepalives");
  expect(fix(right)).toBe(right.replace(`${ignored}c2s`, "c2s"));
});

test("the edits of a fix never overlap, though the table is not closed", () => {
  const bodies = [
    "certificate = 'a';\n",
    "allow_registration = true;\n",
    "key = 'k' allow_registration = true\n",
    "{ admins = {\n",
  ];
  for (const body of bodies) {
    for (const head of ["ssl = {\n", "modules_enabled = {\n", 'VirtualHost "a.example" {\n', "log = { ssl = {\n"]) {
      const text = head + body;
      const offered = check(analyseLua(text), schemaFor()).flatMap(({ fixes }) => fixes?.() ?? []);
      expect([text, offered.filter(({ edits }) => applyEdits(text, edits) === undefined)]).toEqual([text, []]);
    }
  }
});
