// Our Kubernetes manifests against the schemas of Kubernetes' own API: the type of each field, and what must be there. Of fields that they
// do not know they say nothing.

import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { kubernetes } from "../../server/src/core/generate/kubernetes.ts";
import { EVERY_PRESET } from "../generate/everyPreset.ts";
import { realFile } from "../support/tools.ts";
import { sampleAnswers } from "./composeTexts.ts";

const SEED = Number(process.env["ORACLE_SEED"] ?? 20_261_128);
const folder = realFile("kubernetes-models");

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

type Model = new (data: unknown) => { readonly validate: () => void };

describe.skipIf(folder === undefined)("Kubernetes' schemas", () => {
  const load = createRequire(join(folder ?? "/", "package.json"));

  /** Throws where the schema of its kind refuses it. */
  function validate(manifest: Manifest): void {
    const models = load(`./${manifest.apiVersion}`) as Readonly<Record<string, Model>>;
    const model = models[manifest.kind];
    if (model === undefined) throw new Error(`there is no ${manifest.kind}`);
    new model(manifest).validate();
  }

  const check = (texts: readonly string[]): void => {
    for (const text of texts) {
      for (const document of parseAllDocuments(text)) {
        expect(() => {
          validate(document.toJS() as Manifest);
        }, text).not.toThrow();
      }
    }
  };

  test("take each preset with each wish", () => {
    check(EVERY_PRESET.map((one) => kubernetes(one).text));
  });

  test("take any other answers", () => {
    check(sampleAnswers(SEED + 4, 500).map((one) => kubernetes(one).text));
  });

  test.each([
    ["a number as the value of a variable", { env: [{ name: "A", value: 1 }] }],
    ["a port that is a text", { ports: [{ containerPort: "5222" }] }],
  ])("refuse %s", (_, fields) => {
    const containers = [{ name: "c", image: "i", ...fields }];
    const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "p" }, spec: { containers } };
    expect(() => {
      validate(pod);
    }).toThrow();
  });
});
