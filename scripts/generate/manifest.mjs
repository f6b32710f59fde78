// What package.json says of the rules: the setting that gives each a severity.

import { join } from "node:path";
import { readJson } from "../lib/readJson.mjs";
import { severityProperties } from "./severityProperties.mjs";

const SETTING = "prosody.rules";

/** @typedef {{ contributes: { configuration: { properties: Record<string, Record<string, unknown>> } } }} Manifest */

/** @param {readonly import("../rules.mjs").DocumentedRule[]} rules @param {string} root */
export function manifest(rules, root) {
  const whole = /** @type {Manifest} */ (readJson(join(root, "package.json")));
  const setting = whole.contributes.configuration.properties[SETTING];
  if (setting === undefined) throw new Error(`package.json has no setting ${SETTING}`);
  const { type, additionalProperties, properties: _old, ...rest } = setting;
  const severities = /** @type {{ enum: readonly string[] }} */ (additionalProperties).enum;
  const properties = severityProperties(rules, { type: "string", enum: severities });
  whole.contributes.configuration.properties[SETTING] = {
    type,
    properties,
    additionalProperties: {
      ...(typeof additionalProperties === "object" ? additionalProperties : {}),
      deprecationMessage: "There is no such rule.",
    },
    ...rest,
  };
  return { path: "package.json", text: `${JSON.stringify(whole, undefined, 2)}\n` };
}
