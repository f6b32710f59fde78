// Generated configurations through a real Prosody and through ours: the same hosts, the same values, errors and warnings on the same
// lines. The seed is fixed; other ones can be tried with ORACLE_SEED and ORACLE_COUNT.

import { describe, expect, test } from "vitest";
import { evaluateFiles } from "../effective/evaluateFiles.ts";
import { ENVIRONMENT, generate } from "./generate.ts";
import { askReal, difference, ours, reals } from "./real.ts";

const SEED = Number(process.env["ORACLE_SEED"] ?? 20_240_613);
const COUNT = Number(process.env["ORACLE_COUNT"] ?? 600);

describe.each(reals)("Prosody $version", (real) => {
  test(`${COUNT} generated configurations give the same`, async () => {
    const projects = generate(SEED, COUNT);
    const answers = askReal(real, projects, ENVIRONMENT);
    const differences: string[] = [];
    for (const [index, files] of projects.entries()) {
      const theirs = answers[index];
      if (theirs === undefined) continue;
      const result = await evaluateFiles(files, {
        version: real.version,
        environment: ENVIRONMENT,
        missingFolders: "error",
      });
      const found = difference(theirs, ours(result));
      if (found !== undefined) differences.push(`${found}\n${Object.values(files)[0] as string}`);
    }
    expect(differences.slice(0, 3)).toEqual([]);
    expect(differences).toHaveLength(0);
    // Otherwise the generator would test little but errors.
    expect(answers.filter((answer) => "config" in answer).length).toBeGreaterThan(COUNT / 4);
  });
});
