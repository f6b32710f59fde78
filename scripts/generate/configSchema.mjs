// The JSON Schema of .prosody-config.json, from its spec and the rules.

import { join } from "node:path";
import { format } from "prettier";
import { importTypeScript } from "../lib/importTypeScript.mjs";
import { severityProperties } from "./severityProperties.mjs";

const PATH = "syntaxes/prosody-config.schema.json";

/** @typedef {{ properties: { rules: Record<string, unknown> } & Record<string, unknown> }} ConfigSchema */

/** @param {readonly import("../rules.mjs").DocumentedRule[]} rules @param {string} root */
export async function configSchema(rules, root) {
  const entry = `import { z } from "zod"; import { configFile } from "./configSpec.ts";
    export const schema = z.toJSONSchema(configFile, { target: "draft-7", io: "input" });`;
  const { schema } = /** @type {{ schema: ConfigSchema }} */ (await importTypeScript(entry, join(root, "server/src/core/rules")));
  const { additionalProperties: severity, description } = schema.properties.rules;
  const whole = {
    ...schema,
    title: "Shared settings of a Prosody configuration project",
    properties: {
      ...schema.properties,
      rules: {
        description,
        type: "object",
        properties: severityProperties(rules, { allOf: [{ $ref: "#/definitions/severity" }] }),
        additionalProperties: false,
      },
    },
    definitions: { severity },
  };
  return { path: PATH, text: await format(JSON.stringify(whole), { parser: "json", printWidth: 130 }) };
}
