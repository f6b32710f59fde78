// `prosodyctl check config` of real Prosodys over configurations like those that people write, over ours, and over the examples of the
// parity table: whatever it reports, a rule of ours reports too, at what it names, or the parity table has a reason.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../server/src/core/rules/check.ts";
import type { Span } from "../../server/src/core/text/span.ts";
import { PARITY } from "../rules/parity.ts";
import { analyseLua, onlyFile } from "../support/ruleProject.ts";
import { schemaFor } from "../support/knowledge.ts";
import { MESSAGE_IDS, readReport } from "./messages.ts";
import type { Said } from "./messages.ts";
import { checkConfigs } from "./prosodyctl.ts";
import { reals } from "./real.ts";
import type { Real } from "./real.ts";
import { serverConfigs } from "../support/serverConfigs.ts";

const SEED = Number(process.env["ORACLE_SEED"] ?? 20_240_613);
const COUNT = Number(process.env["ORACLE_COUNT"] ?? 600) / 5;

/** Needs something that no generated configuration has, or that the packages here lack. */
const NEVER_SAID = [
  "config.encryption-without-luasec",
  "config.tls-profile-unknown",
  "config.no-global-options",
  "config.no-hosts",
];

const examples = Object.values(PARITY).flatMap((line) => ("rules" in line ? (line.example ?? []) : []));
const samples = readdirSync("examples", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("prosody.cfg.lua"))
  .map((path) => readFileSync(join("examples", path), "utf8"))
  .filter((text) => !/^Include/m.test(text));

describe.each(reals)("prosodyctl check config of Prosody $version", (real) => {
  test("says nothing that our rules miss", async () => {
    const texts = [...serverConfigs(SEED, COUNT), ...examples, ...samples];
    const reports = (
      await checkConfigs(
        real,
        texts.map((text) => ({ files: { "prosody.cfg.lua": text } })),
      )
    ).map(({ output }) => output);
    const missed = texts.flatMap((text, index) => compare(text, reports[index] ?? "", real));
    expect(missed.slice(0, 3)).toEqual([]);
    expect(missed).toHaveLength(0);
    const said = new Set(reports.flatMap((report) => readReport(report).said.map(({ id }) => id)));
    // Otherwise the configurations would test little.
    if (real.version === "13.0") expect(MESSAGE_IDS.filter((id) => !said.has(id) && !NEVER_SAID.includes(id))).toEqual([]);
  });
});

function compare(text: string, output: string, { version }: Real): readonly string[] {
  // A crash of prosodyctl itself, or a configuration that Prosody does not load: the comparison of loading is another test's.
  if (!output.includes("Done.")) return [];
  const analysis = analyseLua(text);
  const findings = check(analysis, schemaFor(version), { project: onlyFile(analysis) });
  const { said, unknown } = readReport(output);
  const isFound = ({ id, names }: Said): boolean => {
    const line = PARITY[id];
    if (line === undefined) return false;
    if ("reason" in line || findings.some(({ rule }) => line.instead?.includes(rule))) return true;
    const ours = findings.filter(({ rule }) => line.rules.includes(rule));
    const places = ours.map(({ span }) => linesOf(text, span).toLowerCase());
    return ours.length > 0 && names.every((name) => places.some((place) => place.includes(name.toLowerCase())));
  };
  const missed = said.filter((one) => !isFound(one)).map(({ id, names }) => `missed: ${id} ${names.join(", ")}`);
  return [...missed, ...(unknown === "" ? [] : [`not understood: ${unknown}`])].map((line) => `${line}\n${text}`);
}

function linesOf(text: string, { start, end }: Span): string {
  const to = text.indexOf("\n", end);
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, to < 0 ? text.length : to);
}
