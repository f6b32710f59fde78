// Configurations of our own against what a real Prosody made of them: hosts, values, warnings, and the lines of errors.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Version } from "../../server/src/core/schema/types.ts";
import { difference, ours } from "../oracle/real.ts";
import type { Loaded } from "../oracle/real.ts";
import { CASES, CASE_ENVIRONMENT, EXPECTATIONS } from "./cases.ts";
import { evaluateFiles } from "./evaluateFiles.ts";

const expectations = JSON.parse(readFileSync(EXPECTATIONS, "utf8")) as Readonly<Record<string, Readonly<Record<string, Loaded>>>>;

test("every case has an expectation, and every expectation a case", () => {
  expect(CASES.map(({ name }) => name).sort()).toEqual(Object.keys(expectations).sort());
});

describe.each(["0.12", "13.0"] satisfies Version[])("as in Prosody %s", (version) => {
  test.each(CASES)("$name", async ({ name, files }) => {
    const theirs = expectations[name]?.[version];
    if (theirs === undefined) throw new Error("run npm run test:oracle -- --update");
    const result = await evaluateFiles(files, { version, environment: CASE_ENVIRONMENT, missingFolders: "error" });
    expect(difference(theirs, ours(result))).toBeUndefined();
  });
});
