// Values without quotes, as real programs read them: Kubernetes' own decoder (api 0.32, strict) and Docker Compose 2.40. `false` is
// refused; `null` is taken from outside. What we say must agree with both, and where we are not sure we say nothing.

import { expect, test } from "vitest";
import { readCompose } from "../../../server/src/core/analyseContainers.ts";
import { unquotedValue } from "../../../server/src/core/rules/container/unquoted-value.ts";
import { findingsOf } from "../../support/rules.ts";
import answers from "./bareValues.json";

interface Answer {
  readonly kubernetes: string | false;
  readonly compose: string | null | false;
}

const cases = Object.entries(answers as Readonly<Record<string, Answer>>);

test("Kubernetes refuses what the rule says it refuses, and nothing else", () => {
  const differing = cases.filter(([value, { kubernetes }]) => {
    const pod = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: p\n      image: prosodyim/prosody:13.0\n";
    const text = `${pod}      env:\n        - name: PROSODY_RETENTION_DAYS\n          value: ${value}\n`;
    // A tag says what the value is, so that somebody wanted it so.
    if (value.startsWith("!!int")) return false;
    return findingsOf(unquotedValue, text).length > 0 !== (kubernetes === false);
  });
  expect(differing).toEqual([]);
});

test("a value that we are sure of is the one that Compose gives to the container", () => {
  let known = 0;
  for (const [value, { compose }] of cases) {
    const text = `services:\n  s:\n    image: i\n    environment:\n      A: ${value}\n`;
    const ours = readCompose(text).services[0]?.environment["A"];
    if (ours === undefined) continue;
    known++;
    expect([value, ours]).toEqual([value, compose]);
  }
  expect(known).toBeGreaterThan(20);
});
