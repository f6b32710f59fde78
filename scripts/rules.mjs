// Every rule with its documentation, read from the rules themselves: for the pages, the settings, and the texts that ship beside the
// bundles. What kinds of fixes a rule has is found out from its examples.

import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readKnowledge } from "./knowledge.mjs";
import { importTypeScript } from "./lib/importTypeScript.mjs";
import { rulePage } from "./lib/rulePage.mjs";

const CORE = join(dirname(fileURLToPath(import.meta.url)), "../server/src/core");

/** @typedef {import("../server/src/core/rules/rule.ts").RuleMeta} RuleMeta */
/** @typedef {import("../server/src/core/rules/rule.ts").RuleDocs} RuleDocs */
/** @typedef {import("../server/src/core/rules/rule.ts").Rule["kind"]} RuleKind */
/**
 * @typedef {object} DocumentedRule
 * @property {RuleMeta} meta
 * @property {RuleDocs} docs
 * @property {RuleKind | "all"} kind which files it is for
 * @property {readonly ("safe" | "unsafe")[]} fixes those that its examples show
 */
/**
 * @typedef {object} Modules
 * @property {readonly import("../server/src/core/rules/rule.ts").Rule[]} RULES
 * @property {readonly RuleMeta[]} RULE_METAS
 * @property {Readonly<Record<string, RuleDocs>>} DOCS
 * @property {typeof import("../server/src/core/analyse.ts").analyse} analyse
 * @property {typeof import("../server/src/core/rules/check.ts").check} check
 * @property {typeof import("../server/src/core/schema/schema.ts").Schema} Schema
 */

/** @returns {Promise<readonly DocumentedRule[]>} sorted by id */
export async function readRules() {
  const { RULES, RULE_METAS, DOCS, analyse, check, Schema } = /** @type {Modules} */ (await importTypeScript(entry(), CORE));
  const knowledge = readKnowledge();
  /** @type {Map<string, import("../server/src/core/schema/schema.ts").Schema>} */
  const schemas = new Map();
  /** @param {import("../server/src/core/schema/types.ts").Version} version */
  const schemaFor = (version) => {
    const schema = schemas.get(version) ?? new Schema(knowledge, version);
    schemas.set(version, schema);
    return schema;
  };
  /** @param {string} id @param {RuleDocs} docs @returns {readonly ("safe" | "unsafe")[]} */
  const fixesOf = (id, docs) => {
    const rule = RULES.find(({ meta }) => meta.id === id);
    const kind = rule?.kind ?? "lua";
    if (kind === "container") return [];
    const options = rule === undefined ? {} : { rules: [rule] };
    const found = docs.examples.flatMap(({ text, version = "13.0" }) =>
      check(analyse(kind, text), schemaFor(version), options)
        .filter(({ rule }) => rule === id)
        .flatMap((finding) => finding.fixes?.() ?? []),
    );
    return /** @type {const} */ (["safe", "unsafe"]).filter((how) => found.some(({ safe }) => safe === (how === "safe")));
  };
  return RULE_METAS.map((meta) => {
    const docs = DOCS[meta.id];
    if (docs === undefined) throw new Error(`the rule ${meta.id} has no documentation`);
    const kind = RULES.find((rule) => rule.meta.id === meta.id)?.kind ?? /** @type {const} */ ("all");
    return { meta, docs, kind, fixes: fixesOf(meta.id, docs) };
  }).sort((a, b) => (a.meta.id < b.meta.id ? -1 : 1));
}

/** What ships beside the bundles, by id. @returns {Promise<import("../server/src/protocol.ts").RulePages>} */
export async function readRulePages() {
  const rules = await readRules();
  return Object.fromEntries(
    rules.map((rule) => [rule.meta.id, { summary: rule.meta.summary, severity: rule.meta.severity, page: rulePage(rule) }]),
  );
}

function entry() {
  const files = ["lua", "env", "container"].flatMap((kind) => {
    const folder = join(CORE, "rules", kind);
    const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
    return entries
      .filter((file) => file.isFile() && file.name !== "index.ts" && file.name.endsWith(".ts"))
      .map((file) => ({ id: file.name.slice(0, -3), path: `./rules/${kind}/${file.name}` }));
  });
  const all = [...files, { id: "unused-suppression", path: "./rules/unusedSuppression.ts" }];
  return [
    'export { RULES, RULE_METAS } from "./rules/index.ts";',
    'export { check } from "./rules/check.ts";',
    'export { analyse } from "./analyse.ts";',
    'export { Schema } from "./schema/schema.ts";',
    ...all.map(({ path }, i) => `import { docs as d${i} } from ${JSON.stringify(path)};`),
    `export const DOCS = { ${all.map(({ id }, i) => `${JSON.stringify(id)}: d${i}`).join(", ")} };`,
  ].join("\n");
}
