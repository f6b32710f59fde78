// Fixing everything at once in env files: it comes to an end, breaks nothing for the tool that reads the file, and keeps what the image
// makes of it, except where a rule says otherwise.

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "../../server/src/core/analyse.ts";
import type { EnvAnalysis } from "../../server/src/core/analyse.ts";
import { environmentOf } from "../../server/src/core/effective/environment.ts";
import { imageConfig } from "../../server/src/core/effective/image.ts";
import { fixAll } from "../../server/src/core/rules/fixAll.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { schemaFor } from "../support/knowledge.ts";
import { pageOf } from "../support/rulePages.ts";

const schema = schemaFor();

const value = fc.constantFrom("1", "0", "false", "yes", '"quoted"', "plain", "a@example.org, b@example.org", "mod_bosh,mam", "", "info", "warning", "7", "10MB", "example.org", " blank", "x # remark", "rooms.example.org:muc"); // prettier-ignore
const line = fc
  .tuple(fc.constantFrom(...schema.variables.keys(), "PROSODY_LOG_LEVEL", "PROSODY_ADMIN", "OTHER"), value)
  .map(([name, text]) => `${name}=${text}`);
const texts = fc
  .sample(fc.array(line, { minLength: 1, maxLength: 8 }), { seed: 20_241_124, numRuns: 300 })
  .map((lines) => `PROSODY_VIRTUAL_HOSTS=example.org\n${lines.join("\n")}\n`);

const keeping = new Set(RULES.filter((rule) => pageOf(rule).changes.length === 0).map(({ id }) => id));

test.each(["docker", "compose", "podman"] as const)("with %s", (dialect) => {
  const again = (text: string): EnvAnalysis => {
    const analysis = analyse("env", text, { dialect });
    if (analysis.kind !== "env") throw new Error("not analysed as an env file");
    return analysis;
  };
  const made = (text: string): string => {
    const { variables } = environmentOf(again(text).file);
    return JSON.stringify(imageConfig({ version: "13.0", variables, hostname: "box" }));
  };
  const wrong = texts.filter((text) => {
    const all = fixAll(again(text), schema, { analyse: again });
    const unsafe = fixAll(again(text), schema, { analyse: again, unsafe: true });
    const kept = fixAll(again(text), schema, { analyse: again, only: keeping });
    const broken = again(all.text).file.issues.length > again(text).file.issues.length;
    return !all.settled || !unsafe.settled || broken || made(kept.text) !== made(text);
  });
  expect(wrong).toEqual([]);
});
