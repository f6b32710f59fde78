// The vendored expectations of the ordinary tests are what a real Prosody says. With ORACLE_UPDATE they are written anew.

import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { expect, test } from "vitest";
import { CASES, CASE_ENVIRONMENT, EXPECTATIONS } from "../effective/cases.ts";
import { askReal, reals, sorted } from "./real.ts";
import type { Loaded } from "./real.ts";

test.skipIf(reals.length === 0)("vendored expectations are those of a real Prosody", async () => {
  const all: Record<string, Record<string, Loaded>> = {};
  for (const real of reals) {
    const answers = askReal(
      real,
      CASES.map(({ files }) => files),
      CASE_ENVIRONMENT,
    );
    for (const [index, { name }] of CASES.entries()) {
      const answer = answers[index];
      if (answer !== undefined) (all[name] ??= {})[real.version] = JSON.parse(sorted(answer)) as Loaded;
    }
  }
  if (process.env["ORACLE_UPDATE"] !== undefined) {
    const style = await resolveConfig(EXPECTATIONS);
    writeFileSync(EXPECTATIONS, await format(JSON.stringify(all, undefined, 2), { ...style, filepath: EXPECTATIONS }));
  }
  expect(JSON.parse(readFileSync(EXPECTATIONS, "utf8"))).toEqual(all);
});
