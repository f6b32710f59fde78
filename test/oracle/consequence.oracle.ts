// Wrong values for every option, in real servers: where one does not start or loses a module, we report an error at that value; where it
// complains, we report something; and what it takes has no error. A part of them, and with `-- --long` all, which takes an hour.

import { describe, expect, test } from "vitest";
import { schemaFor } from "../support/knowledge.ts";
import { differences, falseErrors } from "./compareServers.ts";
import { reals } from "./real.ts";
import type { Real } from "./real.ts";
import { startServers, whyNoServers } from "./serverRuns.ts";
import { caseOf, optionsOf, SHAPES } from "./wrongValues.ts";
import type { WrongCase } from "./wrongValues.ts";

const SEED = Number(process.env["ORACLE_SEED"] ?? 1);
const isLong = process.env["ORACLE_LONG"] !== undefined;
/** Of a short run. */
const OPTIONS = 14;
/** Stands for the folder of a server where only its text is looked at. */
const FOLDER = "/tmp/ps-a/1";

const why = whyNoServers();
if (why !== undefined) console.log(`Skipped what needs servers: ${why}.`);

describe.skipIf(why !== undefined).concurrent.each(reals)("a server of Prosody $version", (real) => {
  test("does what we say of wrong values", { timeout: 7_200_000 }, async () => {
    const rows = casesFor(real);
    const started = await startServers(
      real,
      rows.flatMap((row) => row.map(({ text }) => text)),
    );
    const differ: string[] = [];
    let stopped = 0;
    let at = 0;
    for (const [twinCase, ...wrong] of rows) {
      const twin = started[at++];
      if (twin === undefined || twinCase === undefined) continue;
      const twinText = twinCase.text(FOLDER);
      differ.push(...falseErrors(twinText, real.version));
      for (const { option, value = "", text: textFor } of wrong) {
        const one = started[at++];
        if (one === undefined) continue;
        const text = textFor(FOLDER);
        const line = text.split("\n").indexOf(`${option} = ${value}`);
        if (!one.isUp) stopped++;
        differ.push(...differences({ version: real.version, option, value, text, line, started: one, twin }));
      }
    }
    expect(differ).toEqual([]);
    // Otherwise the values would test little.
    expect(stopped).toBeGreaterThan(isLong ? 20 : 0);
  });
});

/** For each option the text without it, then those with a wrong value. */
function casesFor({ version }: Real): readonly (readonly WrongCase[])[] {
  const schema = schemaFor(version);
  const all = optionsOf(schema);
  const step = isLong ? 1 : Math.floor(all.length / OPTIONS);
  const chosen = all.filter(
    ({ fatal }, index) => index % step === SEED % step || (fatal !== undefined && index % 5 === SEED % 5),
  );
  return chosen.map((option, index) => {
    const values = Object.values(SHAPES).filter((_, shape) => isLong || shape % 3 === index % 3);
    return [undefined, ...values].map((value) => caseOf(option, value, schema));
  });
}
