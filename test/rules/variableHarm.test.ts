// What a fix may change of env files and of what starts containers: the same as of a configuration. And what it may change of other files.

import { describe, expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { Analysis } from "../../server/src/core/analyse.ts";
import { checked } from "../../server/src/core/rules/check.ts";
import { fixAll } from "../../server/src/core/rules/fixAll.ts";
import { judged } from "../../server/src/core/rules/harm.ts";
import type { EnvRule } from "../../server/src/core/rules/rule.ts";
import { containersIn } from "../support/containers.ts";
import { schemaFor } from "../support/knowledge.ts";
import { analyseLua, onlyFile } from "../support/ruleProject.ts";

const ENV = "# for all\nPROSODY_LOGLEVEL=info\nPROSODY_ADMINS=a@example.com\nPROSODY_S2S_SECURE_AUTH=yes\nTZ=UTC\n";
const COMPOSE = "services:\n  xmpp:\n    image: prosodyim/prosody:13.0\n    ports: [5222:5222]\n    environment:\n      PROSODY_LOGLEVEL: info\n      PROSODY_ADMINS: a@example.com\n"; // prettier-ignore

const env = (text: string): Analysis => analyse("env", text);

/** Of a fix that is reported where it changes something, or elsewhere. */
function verdict(text: string, [what, by, elsewhere = what, ...changes]: readonly string[]): string {
  const read = text === ENV ? env : containersIn;
  const spanOf = (words: string): { start: number; end: number } => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  const edits = [{ span: spanOf(what ?? ""), newText: by ?? "" }];
  const fix = { title: "Mend it", edits, changes, safe: true };
  const { fix: allowed, defect } = judged(fix, spanOf(elsewhere ?? ""), read(text), { schema: schemaFor(), analyse: read });
  return defect ?? (allowed?.safe === true ? "safe" : "unsafe");
}

describe("an env file", () => {
  test.each([
    ["a value that nobody notices", ["PROSODY_LOGLEVEL=info", "PROSODY_LOGLEVEL=warn"], "safe"],
    ["an administrator", ["=a@example.com", "=b@example.com"], "unsafe"],
    ["a list with an empty item", ["=a@example.com", "=a@example.com,"], "safe"],
    ["a switch that stays on", ["=yes", "=1"], "safe"],
    ["a switch", ["=yes", "=0"], "unsafe"],
    ["a misspelling that opens something", ["TZ=UTC", "PROSODY_VIRTUAL_HOSTS=example.com"], "unsafe"],
    ["a line that is not reported", ["TZ=UTC\n", "", "PROSODY_LOGLEVEL"], '"Mend it" changes TZ without saying so'],
    ["a line that is declared", ["TZ=UTC\n", "", "PROSODY_LOGLEVEL", "TZ"], "safe"],
    ["a quote that swallows lines", ["=info", '="info'], /"Mend it" (?:breaks the file|changes .* without saying so)/],
    ["a line that becomes two, as it is written", ["=info", "=info\nMORE=1"], "safe"],
  ])("%s", (_, how, wanted) => {
    expect(verdict(ENV, how)).toMatch(wanted);
  });

  test("a variable that takes another one's value is noticed", () => {
    const text = "LEVEL=a@example.com\nPROSODY_ADMINS=${LEVEL}\n";
    const read = (of: string): Analysis => analyse("env", of, { dialect: "compose" });
    const at = { start: 6, end: 19 };
    const fix = { title: "Mend it", edits: [{ span: at, newText: "b@example.com" }], safe: true };
    expect(judged(fix, at, read(text), { schema: schemaFor(), analyse: read }).fix?.safe).toBe(false);
  });
});

describe("a compose file", () => {
  test.each([
    ["a value that nobody notices", ["LEVEL: info", "LEVEL: warn"], "safe"],
    ["an administrator", [": a@example.com", ": b@example.com"], "unsafe"],
    ["the image", ["prosody:13.0", "prosody:0.12"], "unsafe"],
    ["a port that is not reported", ["5222:5222", "5223:5222", "PROSODY_LOGLEVEL"], '"Mend it" changes ports without saying so'],
    [
      "a variable that is not reported",
      ["      PROSODY_LOGLEVEL: info\n", "", "PROSODY_ADMINS"],
      "changes PROSODY_LOGLEVEL without",
    ],
    ["what is no YAML any more", ["LEVEL: info", 'LEVEL: "info'], "without saying so"],
    ["a service that is gone", ["    image: prosodyim/prosody:13.0\n", "", "PROSODY_LOGLEVEL"], "without saying so"],
  ])("%s", (_, how, wanted) => {
    expect(verdict(COMPOSE, how)).toContain(wanted);
  });
});

test("a fix that does more than it says is offered nowhere, and told once", () => {
  const rule: EnvRule = {
    kind: "env",
    id: "unknown-variable",
    severity: "warning",
    check({ file, report }) {
      const [first, second] = file.variables;
      if (first?.name !== "PROSODY_LOGLEVEL" || second === undefined) return;
      const edits = [{ span: second.span, newText: "" }];
      report({ span: first.nameSpan, message: "Wrong.", fixes: () => [{ title: "Mend it", edits, safe: true }] });
    },
  };
  const told = ['unknown-variable: "Mend it" changes PROSODY_ADMINS without saying so'];
  const found = checked(env(ENV), schemaFor(), { rules: [rule], analyse: env });
  expect(found.findings.map(({ fixes }) => fixes?.())).toEqual([[]]);
  expect(found.defects).toEqual(told);
  expect(fixAll(env(ENV), schemaFor(), { rules: [rule], analyse: env })).toMatchObject({
    text: ENV,
    settled: true,
    defects: told,
  });
});

describe("another file of the project", () => {
  const main = 'log = "a"\nadmins = { "a@example.com" }\n';
  const part = 'VirtualHost "a.example"\n  c2s_ports = { 5222 }\n';
  const project = onlyFile(analyseLua(main));
  const verdictOf = (start: number, end: number, newText: string): string => {
    const others = [{ path: project.files[0]?.path ?? "", edits: [{ span: { start, end }, newText }] }];
    const fix = { title: "Move it", edits: [], others, safe: false };
    return judged(fix, { start: 0, end: 1 }, analyse("lua", part), { schema: schemaFor(), project }).defect ?? "fine";
  };

  test("may get what is written", () => {
    expect(verdictOf(0, 0, "c2s_ports = { 5222 }\n")).toBe("fine");
  });

  test("loses nothing, and stays whole", () => {
    expect(verdictOf(0, 10, "")).toBe('"Move it" changes log without saying so');
    expect(verdictOf(0, 0, "c2s_ports = {\n")).toBe('"Move it" breaks the file');
    expect(verdictOf(0, 9_000, "")).toBe('"Move it" has edits that overlap or lie outside the text');
  });
});
