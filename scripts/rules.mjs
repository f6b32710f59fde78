// Every rule with its page: for the index of pages, the settings, and the texts that ship beside the bundles. What kinds of fixes a
// rule has is found out from its examples.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readKnowledge } from "./knowledge.mjs";
import { importTypeScript } from "./lib/importTypeScript.mjs";
import { readRulePage, shownPage } from "./lib/rulePage.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

const ENTRY = `
  export { RULES, RULE_METAS } from "./rules/index.ts";
  export { check } from "./rules/check.ts";
  export { analyse } from "./analyse.ts";
  export { Schema } from "./schema/schema.ts";`;

/** @typedef {import("../server/src/core/rules/rule.ts").RuleMeta} RuleMeta */
/** @typedef {import("../server/src/core/rules/rule.ts").Rule["kind"]} RuleKind */
/** @typedef {import("./lib/rulePage.mjs").Example} Example */
/**
 * @typedef {object} DocumentedRule
 * @property {RuleMeta} meta
 * @property {import("./lib/rulePage.mjs").RulePage} page
 * @property {RuleKind | "all"} kind which files it is for
 * @property {readonly ("safe" | "unsafe")[]} fixes those that its examples show
 */
/**
 * @typedef {object} Modules
 * @property {readonly import("../server/src/core/rules/rule.ts").Rule[]} RULES
 * @property {readonly RuleMeta[]} RULE_METAS
 * @property {typeof import("../server/src/core/analyse.ts").analyse} analyse
 * @property {typeof import("../server/src/core/rules/check.ts").check} check
 * @property {typeof import("../server/src/core/schema/schema.ts").Schema} Schema
 */

/** @returns {Promise<readonly DocumentedRule[]>} sorted by id */
export async function readRules() {
  const modules = /** @type {Modules} */ (await importTypeScript(ENTRY, join(ROOT, "server/src/core")));
  const { RULES, RULE_METAS, analyse, check, Schema } = modules;
  const knowledge = readKnowledge();
  /** @type {Map<string, import("../server/src/core/schema/schema.ts").Schema>} */
  const schemas = new Map();
  /** @param {import("../server/src/core/schema/types.ts").Version} version */
  const schemaFor = (version) => {
    const schema = schemas.get(version) ?? new Schema(knowledge, version);
    schemas.set(version, schema);
    return schema;
  };
  /** @param {string} id @param {readonly Example[]} examples @returns {readonly ("safe" | "unsafe")[]} */
  const fixesOf = (id, examples) => {
    const rule = RULES.find(({ meta }) => meta.id === id);
    const kind = rule?.kind ?? "lua";
    if (kind === "container") return [];
    const options = rule === undefined ? {} : { rules: [rule] };
    const found = examples.flatMap(({ text, version = "13.0" }) =>
      check(analyse(kind, text), schemaFor(version), options)
        .filter(({ rule }) => rule === id)
        .flatMap((finding) => finding.fixes?.() ?? []),
    );
    return /** @type {const} */ (["safe", "unsafe"]).filter((how) => found.some(({ safe }) => safe === (how === "safe")));
  };
  return RULE_METAS.map((meta) => {
    const page = readRulePage(meta.id, ROOT);
    const kind = RULES.find((rule) => rule.meta.id === meta.id)?.kind ?? /** @type {const} */ ("all");
    return { meta, page, kind, fixes: fixesOf(meta.id, page.examples) };
  }).sort((a, b) => (a.meta.id < b.meta.id ? -1 : 1));
}

/** What ships beside the bundles, by id. @returns {Promise<import("../server/src/protocol.ts").RulePages>} */
export async function readRulePages() {
  const rules = await readRules();
  return Object.fromEntries(
    rules.map((rule) => [rule.meta.id, { summary: rule.meta.summary, severity: rule.meta.severity, page: shownPage(rule) }]),
  );
}
