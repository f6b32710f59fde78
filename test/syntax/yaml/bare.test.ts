// Values without quotes in YAML, as the readers of compose files and of Kubernetes manifests take them.

import { expect, test } from "vitest";
import { containersIn } from "../../support/containers.ts";

function bareIn(text: string): unknown {
  const [container] = containersIn(text).file.containers;
  return container?.variables.variables[0]?.bare;
}

function inCompose(value: string): unknown {
  return bareIn(`services:\n  a:\n    image: prosodyim/prosody:13.0\n    environment:\n      PROSODY_X: ${value}\n`);
}

function inManifest(value: string): unknown {
  const env = `      env:\n        - name: PROSODY_X\n          value: ${value}\n`;
  return bareIn(`apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      image: prosodyim/prosody:13.0\n${env}`);
}

test.each([
  ["info", undefined, undefined],
  ['"5"', undefined, undefined],
  ["'yes'", undefined, undefined],
  ["yes", "boolean", "boolean"],
  ["n", "boolean", "boolean"],
  ["True", "boolean", "boolean"],
  ["tRUE", undefined, undefined],
  ["5", "number", "number"],
  ["-1.5", "number", "number"],
  [".5", "unclear", "number"],
  ["0x1F", "unclear", "number"],
  ["0x10000000000000000", "unclear", undefined],
  ["0b101", "unclear", "number"],
  [".inf", "unclear", "number"],
  [".NaN", "unclear", "number"],
  ["1e400", "unclear", undefined],
  ["1_0", "unclear", "number"],
  ["!!str 5", undefined, undefined],
  ["5m", undefined, undefined],
])("%s", (value, compose, manifest) => {
  expect([inCompose(value), inManifest(value)]).toEqual([compose, manifest]);
});
