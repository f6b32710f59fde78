// The properties of a JSON Schema for severities by rule: each rule with its default, and the names that it had before.

/**
 * @param {readonly import("../rules.mjs").DocumentedRule[]} rules
 * @param {Record<string, unknown>} severity the schema of one
 * @returns {Record<string, Record<string, unknown>>}
 */
export function severityProperties(rules, severity) {
  /** @type {Record<string, Record<string, unknown>>} */
  const properties = {};
  for (const { meta, page, formerly } of rules) {
    properties[meta.id] = { ...severity, default: meta.severity, description: page.summary };
    for (const id of formerly) properties[id] = { ...severity, deprecationMessage: `It is called ${meta.id} now.` };
  }
  return properties;
}
