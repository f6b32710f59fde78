// Comments that silence findings, what is said of those that silence nothing, and the fixes that write them.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { Analysis } from "../../server/src/core/analyse.ts";
import type { Project } from "../../server/src/core/model/project.ts";
import { check } from "../../server/src/core/rules/check.ts";
import type { RuleSettings } from "../../server/src/core/rules/check.ts";
import type { Finding } from "../../server/src/core/rules/rule.ts";
import { silencings } from "../../server/src/core/rules/silence.ts";
import { unusedSuppression } from "../../server/src/core/rules/unusedSuppression.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { schemaFor } from "../support/knowledge.ts";
import { pageOf } from "../support/rulePages.ts";
import { printedFixes } from "../support/rules.ts";

type Kind = "lua" | "env";

/** With a host in another file, so that rules on the whole have nothing to say. */
function findingsIn(kind: Kind, text: string, severities: RuleSettings = {}): readonly Finding[] {
  const analysis = analyse(kind, text);
  return check(analysis, schemaFor(), { severities, project: projectOf(analysis) });
}

function projectOf(analysis: Analysis): Project | undefined {
  const main = analyse("lua", 'VirtualHost "main.example"\nInclude "part.cfg.lua"\n');
  if (analysis.kind !== "lua" || main.kind !== "lua") return undefined;
  const files = [main, analysis].map(({ text, file }, i) => {
    const name = i === 0 ? "prosody.cfg.lua" : "part.cfg.lua";
    return { path: `/etc/prosody/${name}`, name, text, file };
  });
  return { path: "/etc/prosody/part.cfg.lua", files, complete: true, matches: () => undefined };
}

function checkSilence(kind: Kind, text: string, rules: readonly string[]): void {
  const found = findingsIn(kind, text, { "unused-suppression": "off" });
  expect(found.map((finding) => finding.rule)).toEqual(rules);
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
  ["nothing by the name of a mistake in the syntax", "-- prosody-ignore-file syntax/unclosed\nxyz_own = 1", ["unknown-option"]],
];
test.each(cases)("silences %s", (_, text, rules) => {
  checkSilence("lua", text, rules);
});

test("works in env files", () => {
  checkSilence("env", "PROSODY_LOG_LEVEL=info\n", ["unknown-variable"]);
  checkSilence("env", "# prosody-ignore-next-line unknown-variable\nPROSODY_LOG_LEVEL=info\n", []);
});

describe("unused-suppression", () => {
  const unusedIn = (kind: Kind, text: string, severities?: RuleSettings): readonly Finding[] =>
    findingsIn(kind, text, severities).filter(({ rule }) => rule === "unused-suppression");

  /** What is marked, in which words, and what is left after the fix. */
  function checkUnused(kind: Kind, text: string, wanted: readonly (readonly [string, string])[], fixed?: string): void {
    const found = unusedIn(kind, text);
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(wanted.map(([at]) => at));
    for (const [i, [, words]] of wanted.entries()) expect(found[i]?.message).toContain(words);
    if (fixed === undefined) return;
    const [fix] = found[0]?.fixes?.() ?? [];
    const after = applyEdits(text, fix?.edits ?? []) ?? "";
    expect(after).toBe(fixed);
    expect(unusedIn(kind, after).length).toBeLessThan(found.length);
  }

  test("says nothing of what is of use", () => {
    for (const [name, text] of cases.slice(1, 4)) expect(unusedIn("lua", text), name).toEqual([]);
    expect(unusedIn("lua", "-- prosody-ignore-next-line\nxyz_own = 1\n")).toEqual([]);
    expect(unusedIn("env", "# prosody-ignore-file unknown-variable\nPROSODY_LOG_LEVEL=info\n")).toEqual([]);
  });

  test("a comment on a line of its own goes with its line", () => {
    checkUnused(
      "lua",
      "admins = {}\r\n  -- prosody-ignore-next-line unknown-option\r\nallow_registration = false\r\n",
      [["-- prosody-ignore-next-line unknown-option", "not reported on the next line"]],
      "admins = {}\r\nallow_registration = false\r\n",
    );
  });

  test("a comment behind something leaves that alone", () => {
    checkUnused(
      "lua",
      "admins = {}  -- prosody-ignore unknown-option as ever\n",
      [["-- prosody-ignore unknown-option as ever", "on this line"]],
      "admins = {}\n",
    );
  });

  test.each([
    ["-- prosody-ignore-next-line unknown-option\nadmins = {}\n", "Remove the comment (safe)"],
    ["-- prosody-ignore-next-line wrong-type, unknown-option\nxyz_own = 1\n", "Remove the name (safe)"],
    ["xyz_own = 1 -- prosody-ignore unknown-optoin\n", "Change to `unknown-option` (safe)"],
    ["-- prosody-ignore-file syntax/unclosed\nadmins = {}\n", "Remove the comment (safe)"],
  ])("%j: fix", (text, fix) => {
    expect(printedFixes(unusedIn("lua", text))).toEqual([fix]);
  });

  test("one name of several", () => {
    const first = "-- prosody-ignore-next-line wrong-type, unknown-option\nxyz_own = 1\n";
    checkUnused("lua", first, [["wrong-type", "not reported"]], "-- prosody-ignore-next-line unknown-option\nxyz_own = 1\n");
    const last = "-- prosody-ignore-next-line unknown-option, wrong-type why\nxyz_own = 1\n";
    checkUnused("lua", last, [["wrong-type", "not reported"]], "-- prosody-ignore-next-line unknown-option why\nxyz_own = 1\n");
  });

  test("a name that is misspelt", () => {
    checkUnused(
      "lua",
      "xyz_own = 1 -- prosody-ignore unknown-optoin\n",
      [["unknown-optoin", "Did you mean `unknown-option`?"]],
      "xyz_own = 1 -- prosody-ignore unknown-option\n",
    );
    checkUnused("lua", "xyz_own = 1 -- prosody-ignore well-known trouble\n", [["well-known", "There is no rule `well-known`"]]);
  });

  test("what a parser says", () => {
    checkUnused(
      "lua",
      "-- prosody-ignore-file syntax/unclosed\nadmins = {}\n",
      [["syntax/unclosed", "cannot be silenced"]],
      "admins = {}\n",
    );
  });

  test("a comment for every rule, where all of them spoke", () => {
    checkUnused("lua", "-- prosody-ignore-next-line\nadmins = {}\n", [["-- prosody-ignore-next-line", "Nothing is reported"]]);
    const analysis = analyse("lua", "-- prosody-ignore-next-line\nadmins = {}\n");
    expect(check(analysis, schemaFor()), "some rules want to see other files").toEqual([]);
  });

  test.each([true, false])("a rule about variables spoke where all that is given is known: %s", (certain) => {
    const analysis = analyse("lua", "-- prosody-ignore-file undefined-variable\nlog = ENV_CHAT_LOG\n");
    const project = projectOf(analysis);
    if (project === undefined) throw new Error("there is no project");
    const environment = { certain, names: new Set(["CHAT_LOG"]) };
    const found = check(analysis, schemaFor(), { project: { ...project, environment } }).map(({ rule }) => rule);
    expect(found.includes("unused-suppression")).toBe(certain);
    expect(found).not.toContain("undefined-variable");
  });

  test("in env files", () => {
    checkUnused(
      "env",
      "# prosody-ignore-next-line unknown-variable\nPROSODY_LOGLEVEL=info\n",
      [["# prosody-ignore-next-line unknown-variable", "not reported"]],
      "PROSODY_LOGLEVEL=info\n",
    );
  });

  test.each([
    ["where a rule is switched off", "-- prosody-ignore-file unknown-option\nadmins = {}\n", { "unknown-option": "off" }],
    ["where it is switched off itself", "-- prosody-ignore-file unknown-option\nadmins = {}\n", { "unused-suppression": "off" }],
    ["where it is silenced by its name", "-- prosody-ignore-file unused-suppression\n-- prosody-ignore-file wrong-type\n", {}],
    ["where something is not understood", "-- prosody-ignore-next-line unknown-option\nxyz_own = \n", {}],
  ] as const)("says nothing %s", (_, text, severities) => {
    expect(unusedIn("lua", text, severities)).toEqual([]);
  });

  test.each(pageOf(unusedSuppression).examples.map((one) => ({ ...one })))("example: $title", ({ text, reports, fixes }) => {
    const findings = unusedIn("lua", text);
    expect(findings.length > 0).toBe(reports);
    for (const { severity } of findings) expect(severity).toBe(unusedSuppression.severity);
    expect(printedFixes(findings)).toEqual(fixes);
  });
});

describe("comments written by a fix", () => {
  /** The texts after silencing the first finding, and whether it is silent then. */
  function silenced(kind: Kind, text: string): readonly (string | undefined)[] {
    const [finding] = findingsIn(kind, text);
    if (finding === undefined) throw new Error("nothing is found");
    const again = (changed: string): Analysis => analyse(kind, changed);
    const texts = silencings(again(text), finding, again).map(({ edits }) => applyEdits(text, edits) ?? "");
    for (const after of texts) {
      const left = findingsIn(kind, after);
      expect(left.filter(({ rule, message }) => rule === finding.rule && message === finding.message)).toEqual([]);
      expect(left.map(({ rule }) => rule)).not.toContain("unused-suppression");
    }
    return texts;
  }

  test.each<readonly [string, Kind, string, readonly string[]]>([
    [
      "Lua, with tabs",
      "lua",
      'VirtualHost "a.example"\n\txyz_own = 1\n',
      [
        'VirtualHost "a.example"\n\t-- prosody-ignore-next-line unknown-option\n\txyz_own = 1\n',
        '-- prosody-ignore-file unknown-option\nVirtualHost "a.example"\n\txyz_own = 1\n',
      ],
    ],
    [
      "a statement over several lines",
      "lua",
      'modules_enabled = {\n  "roster";\n  "saslauthh";\n}\n',
      [
        'modules_enabled = {\n  "roster";\n  -- prosody-ignore-next-line unknown-module\n  "saslauthh";\n}\n',
        '-- prosody-ignore-file unknown-module\nmodules_enabled = {\n  "roster";\n  "saslauthh";\n}\n',
      ],
    ],
    [
      "a comment above that names another rule",
      "lua",
      "-- prosody-ignore-next-line weak-tls (mine)\n-- prosody-ignore-file wrong-type\nxyz_own = 1 -- prosody-ignore wrong-type: mine\n",
      [
        "-- prosody-ignore-next-line weak-tls (mine)\n-- prosody-ignore-file wrong-type\nxyz_own = 1 -- prosody-ignore wrong-type, unknown-option: mine\n",
        "-- prosody-ignore-next-line weak-tls (mine)\n-- prosody-ignore-file wrong-type, unknown-option\nxyz_own = 1 -- prosody-ignore wrong-type: mine\n",
      ],
    ],
    [
      "a line that begins inside a text",
      "lua",
      "motd_text = [[\nhello ]]; xyz_own = 1\n",
      [
        "motd_text = [[\nhello ]]; xyz_own = 1 -- prosody-ignore unknown-option\n",
        "-- prosody-ignore-file unknown-option\nmotd_text = [[\nhello ]]; xyz_own = 1\n",
      ],
    ],
    [
      "an env file with CRLF",
      "env",
      "# one\r\nPROSODY_LOG_LEVEL=info\r\n",
      [
        "# one\r\n# prosody-ignore-next-line unknown-variable\r\nPROSODY_LOG_LEVEL=info\r\n",
        "# prosody-ignore-file unknown-variable\r\n# one\r\nPROSODY_LOG_LEVEL=info\r\n",
      ],
    ],
  ])("%s", (_, kind, text, wanted) => {
    const unused = { "unused-suppression": "off" } as const;
    const [finding] = findingsIn(kind, text, unused);
    if (finding === undefined) throw new Error("nothing is found");
    const again = (changed: string): Analysis => analyse(kind, changed);
    const texts = silencings(again(text), finding, again).map(({ edits }) => applyEdits(text, edits) ?? "");
    expect(texts).toEqual(wanted);
    for (const after of texts) {
      const left = findingsIn(kind, after, unused).filter((one) => one.rule === finding.rule && one.message === finding.message);
      expect(left).toEqual([]);
    }
  });

  test("are of use", () => {
    expect(silenced("lua", "xyz_own = 1\n")).toHaveLength(2);
    expect(silenced("env", "PROSODY_LOG_LEVEL=info\n")).toHaveLength(2);
  });
});
