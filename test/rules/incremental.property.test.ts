// A text checked with what was found in the text before it has the findings and fixes that it has alone, whatever was typed where. EDITS
// says how many edits are tried; the usual number is for every day.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { LuaAnalysis } from "../../server/src/core/analyse.ts";
import type { Project } from "../../server/src/core/model/project.ts";
import { checked } from "../../server/src/core/rules/check.ts";
import type { Checked } from "../../server/src/core/rules/check.ts";
import type { Finding } from "../../server/src/core/rules/rule.ts";
import type { Span } from "../../server/src/core/text/span.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { EDITED_MAIN, EDITED_TEXTS, HOSTS } from "../support/editedTexts.ts";
import { schemaFor } from "../support/knowledge.ts";
import { textEdits } from "../support/textEdits.ts";

const EDITS = Number(process.env["EDITS"] ?? 240);
const EDITS_OF_A_RUN = 10;

/** The file as the second of two. */
function projectOf(analysis: LuaAnalysis, main: LuaAnalysis): Project {
  const file = (path: string, { text, file: model }: LuaAnalysis): Project["files"][number] => ({
    path,
    name: path,
    text,
    file: model,
  });
  return {
    path: "/b.cfg.lua",
    files: [file("/prosody.cfg.lua", main), file("/b.cfg.lua", analysis)],
    complete: true,
    matches: () => [],
  };
}

const MAIN = analyse("lua", EDITED_MAIN) as LuaAnalysis;

function said({ findings }: Checked): unknown {
  return findings.map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes?.() ?? [] }));
}

test("what was found before can be asked for twice", () => {
  const analysed = (text: string, previous?: LuaAnalysis): LuaAnalysis => analyse("lua", text, { previous }) as LuaAnalysis;
  const schema = schemaFor();
  const hosts = Array.from({ length: 60 }, (_, i) => `VirtualHost "h${i}.example"\n  authentication = "internal_plain"\n`);
  const first = analysed(hosts.join(""));
  const previous = checked(first, schema);
  for (const global of ["", 'authentication = "internal_plain"\n', "authentication = 1\n", ""]) {
    const text = global + hosts.join("");
    expect(said(checked(analysed(text, first), schema, {}, previous))).toEqual(said(checked(analysed(text), schema)));
  }
});

function placeOf({ rule, span }: Finding): string {
  return `${span.start} ${span.end} ${rule}`;
}

function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && one.end >= other.start;
}

describe.each(Object.entries(EDITED_TEXTS).flatMap(([what, text]) => [false, true].map((isPart) => ({ what, text, isPart }))))(
  "$what, part of another: $isPart",
  ({ text: base, isPart }) => {
    test("says the same after every edit", { timeout: 600_000 }, async () => {
      const schema = schemaFor();
      const check = (analysis: LuaAnalysis, previous?: Checked): Checked =>
        checked(analysis, schema, isPart ? { project: projectOf(analysis, MAIN) } : {}, previous);
      await fc.assert(
        fc.asyncProperty(textEdits({ minLength: EDITS_OF_A_RUN, maxLength: EDITS_OF_A_RUN }), async (edits) => {
          // Lets the test runner say that it is alive.
          await new Promise((resolve) => setImmediate(resolve));
          let text: string = base;
          let analysis = analyse("lua", text) as LuaAnalysis;
          let last = check(analysis);
          for (const makeEdit of edits) {
            text = applyEdits(text, [makeEdit(text)]) ?? text;
            analysis = analyse("lua", text, { previous: analysis }) as LuaAnalysis;
            last = check(analysis, last);
            const alone = check(analyse("lua", text) as LuaAnalysis);
            const { findings } = alone;
            // Asked before all of them are put together.
            expect(last.first(5).map(placeOf), text).toEqual(findings.slice(0, 5).map(placeOf));
            for (const { span } of findings.slice(0, 3)) {
              expect(last.at(span).map(placeOf), text).toEqual(findings.filter((one) => touches(one.span, span)).map(placeOf));
            }
            expect(said(last), text).toEqual(said(alone));
          }
        }),
        { seed: 20261130, numRuns: Math.ceil(EDITS / EDITS_OF_A_RUN / 6), endOnFailure: true },
      );
    });
  },
);

test("what was found with other files goes when a computed name makes them be left alone", () => {
  const schema = schemaFor();
  const check = (analysis: LuaAnalysis, previous?: Checked): Checked =>
    checked(analysis, schema, { project: projectOf(analysis, MAIN) }, previous);
  const before = analyse("lua", HOSTS) as LuaAnalysis;
  const text = `${HOSTS}VirtualHost(elsewhere)\n`;
  const after = analyse("lua", text, { previous: before }) as LuaAnalysis;
  const alone = said(check(analyse("lua", text) as LuaAnalysis));
  const rulesOf = ({ findings }: Checked): readonly string[] => findings.map(({ rule }) => rule);
  // It needs the list of modules, which is in the other file.
  expect(rulesOf(check(before))).toContain("unused-option");
  expect(alone).not.toContainEqual(expect.objectContaining({ rule: "unused-option" }));
  expect(said(check(after, check(before)))).toEqual(alone);
});

describe("what was found goes with what it was found for", () => {
  const analysis = analyse("lua", 'turn_external_secret = "f7Gk29xQpL0sVbN4"\nlog = ENV_CHAT_LOG\n') as LuaAnalysis;
  const known = projectOf(analysis, MAIN);
  const [main, part] = known.files;
  if (main === undefined || part === undefined) throw new Error("there are two files");
  const environment = { certain: true, names: new Set<string>() };

  test.each<[string, Project]>([
    ["the file is in a repository", { ...known, files: [main, { ...part, versioned: true }] }],
    ["others may read the file", { ...known, files: [main, { ...part, worldReadable: true }] }],
    ["the environment is known", { ...known, environment }],
  ])("%s", (_, other) => {
    const schema = schemaFor();
    const [before, after] = [known, other].map((project) => said(checked(analysis, schema, { project })));
    expect(after).not.toEqual(before);
    expect(said(checked(analysis, schema, { project: other }, checked(analysis, schema, { project: known })))).toEqual(after);
    expect(said(checked(analysis, schema, { project: known }, checked(analysis, schema, { project: other })))).toEqual(before);
  });
});

test("what is wrong inside a variable is found where the variable is set", () => {
  const text = `local mods = { "tls", "tls" }\n${"admins = { }\n".repeat(60)}modules_enabled = mods\n`;
  const place = { start: text.indexOf('"tls" }'), end: text.indexOf('"tls" }') + 3 };
  expect(
    checked(analyse("lua", text), schemaFor())
      .at(place)
      .map(({ rule }) => rule),
  ).toContain("duplicate-module");
});
