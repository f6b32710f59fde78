// What package.json says of settings that the code knows: the severity of each rule, and the values that there are lists of.

import { join } from "node:path";
import { importTypeScript } from "../lib/importTypeScript.mjs";
import { readJson } from "../lib/readJson.mjs";
import { severityProperties } from "./severityProperties.mjs";

const SETTING = "prosody.rules";

const LISTS = `
  export { ENGINES } from "./generate/engines.ts";
  export { SHELL_CHOICES } from "./generate/shell/shells.ts";
  export { CURRENT_VERSION, VERSION_CHOICES } from "./schema/versions.ts";
  export { ENV_DIALECT_CHOICES } from "./syntax/env/dialects.ts";`;

/**
 * @typedef {object} Lists
 * @property {readonly string[]} ENGINES
 * @property {readonly string[]} SHELL_CHOICES
 * @property {readonly string[]} VERSION_CHOICES
 * @property {string} CURRENT_VERSION
 * @property {readonly string[]} ENV_DIALECT_CHOICES
 */

/** @typedef {Record<string, unknown> & { enumDescriptions?: readonly string[] }} Setting */
/** @typedef {{ contributes: { configuration: { properties: Record<string, Setting> } } }} Manifest */

/** @param {readonly import("../rules.mjs").DocumentedRule[]} rules @param {string} root */
export async function manifest(rules, root) {
  const whole = /** @type {Manifest} */ (readJson(join(root, "package.json")));
  const settings = whole.contributes.configuration.properties;
  settings[SETTING] = severities(rules, settings[SETTING]);
  const lists = /** @type {Lists} */ (await importTypeScript(LISTS, join(root, "server/src/core")));
  const { VERSION_CHOICES, CURRENT_VERSION, ENV_DIALECT_CHOICES, ENGINES, SHELL_CHOICES } = lists;
  Object.assign(settings["prosody.version"] ?? {}, {
    ...choice("prosody.version", VERSION_CHOICES, VERSION_CHOICES[0]),
    enumDescriptions: VERSION_CHOICES.map((version) => described(version, CURRENT_VERSION)),
  });
  for (const [name, values] of Object.entries({
    "prosody.env.dialect": ENV_DIALECT_CHOICES,
    "prosody.docker.engine": ENGINES,
    "prosody.docker.shell": SHELL_CHOICES,
  }))
    Object.assign(settings[name] ?? {}, choice(name, values, values[0], settings[name]?.enumDescriptions));
  return { path: "package.json", text: `${JSON.stringify(whole, undefined, 2)}\n` };
}

/** @param {string} name @param {readonly string[]} values @param {string | undefined} usual @param {readonly string[]} [descriptions] */
function choice(name, values, usual, descriptions) {
  if (descriptions !== undefined && descriptions.length !== values.length)
    throw new Error(`package.json describes other values of ${name} than there are: ${values.join(", ")}`);
  return { enum: values, default: usual };
}

/** @param {string} version @param {string} current */
function described(version, current) {
  if (version === "auto")
    return `The version that the image or the server installed for the configuration has; if neither is known, ${current} is assumed`;
  if (version === current) return "The current release";
  return version === "trunk" ? "The development branch" : `The ${version} series`;
}

/** @param {readonly import("../rules.mjs").DocumentedRule[]} rules @param {Setting | undefined} setting */
function severities(rules, setting) {
  if (setting === undefined) throw new Error(`package.json has no setting ${SETTING}`);
  const { type, additionalProperties, properties: _old, ...rest } = setting;
  const known = /** @type {{ enum: readonly string[] }} */ (additionalProperties).enum;
  const properties = severityProperties(rules, { type: "string", enum: known });
  return {
    type,
    properties,
    additionalProperties: {
      ...(typeof additionalProperties === "object" ? additionalProperties : {}),
      deprecationMessage: "There is no such rule.",
    },
    ...rest,
  };
}
