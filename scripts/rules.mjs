// Every rule with its page: for the index of pages, the settings, and the texts that ship beside the bundles.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { importTypeScript } from "./lib/importTypeScript.mjs";
import { readRulePage, shownPage } from "./lib/rulePage.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

const FOLDER = join(ROOT, "server/src/core/rules");

/** @typedef {import("../server/src/core/rules/rule.ts").RuleMeta} RuleMeta */
/** @typedef {import("../server/src/core/rules/rule.ts").Rule} Rule */
/**
 * @typedef {object} DocumentedRule
 * @property {RuleMeta} meta
 * @property {import("./lib/rulePage.mjs").RulePage} page
 * @property {Rule["kind"] | "all"} kind which files it is for
 * @property {readonly string[]} formerly other ids that it had
 */
/** @typedef {{ RULES: readonly Rule[], RULE_METAS: readonly RuleMeta[], RULE_ALIASES: Readonly<Record<string, string>> }} Modules */

/** @returns {Promise<readonly DocumentedRule[]>} sorted by id */
export async function readRules() {
  const entry = 'export * from "./index.ts"; export * from "./aliases.ts";';
  const { RULES, RULE_METAS, RULE_ALIASES } = /** @type {Modules} */ (await importTypeScript(entry, FOLDER));
  return RULE_METAS.map((meta) => {
    const kind = RULES.find((rule) => rule.id === meta.id)?.kind ?? /** @type {const} */ ("all");
    const formerly = Object.keys(RULE_ALIASES).filter((id) => RULE_ALIASES[id] === meta.id);
    return { meta, page: readRulePage(meta.id, ROOT), kind, formerly };
  }).sort((a, b) => (a.meta.id < b.meta.id ? -1 : 1));
}

/** What ships beside the bundles, by id. @returns {Promise<Readonly<Record<string, string>>>} */
export async function readRulePages() {
  const rules = await readRules();
  return Object.fromEntries(rules.map((rule) => [rule.meta.id, shownPage(rule)]));
}
