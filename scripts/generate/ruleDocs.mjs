// What leads to the pages of the rules: an index by chapter, and the comparison with what Prosody itself says.

import { join } from "node:path";
import { importTypeScript } from "../lib/importTypeScript.mjs";
import { readJson } from "../lib/readJson.mjs";
import { PAGES, fixWords } from "../lib/rulePage.mjs";

/** @typedef {import("../rules.mjs").DocumentedRule} DocumentedRule */
/** @typedef {import("../../test/rules/parity.ts").Parity} Parity */

const MADE = "<!-- Made from the rules by `npm run generate`. -->\n\n";

/** By the category that each page begins with. @type {Readonly<Record<string, string>>} */
const CHAPTERS = {
  names: "Names",
  values: "Values",
  places: "Places",
  combinations: "Combinations",
  versions: "Versions",
  structure: "Structure",
  security: "Security",
  variables: "Variables of the container image",
  containers: "Containers",
};

/** @param {readonly DocumentedRule[]} rules @param {string} root @returns {Promise<{ path: string, text: string }[]>} */
export async function ruleDocs(rules, root) {
  return [
    { path: `${PAGES}/README.md`, text: MADE + index(rules) },
    { path: `${PAGES}/parity.md`, text: MADE + (await parity(rules, root)) },
  ];
}

/** @param {readonly DocumentedRule[]} rules */
function index(rules) {
  const lost = rules.find(({ page }) => !Object.hasOwn(CHAPTERS, page.category));
  if (lost !== undefined)
    throw new Error(`${PAGES}/${lost.meta.id}.md is of the category ${lost.page.category}, which has no chapter`);
  const chapters = Object.entries(CHAPTERS).flatMap(([category, title]) => {
    const own = rules.filter(({ page }) => page.category === category);
    if (own.length === 0) return [];
    const rows = own.map((rule) => {
      const { id, severity } = rule.meta;
      return `| [${id}](${id}.md) | ${cell(rule.page.summary)} | ${severity} | ${fixWords(rule)} |`;
    });
    return [`## ${title}`, ["| rule | what it finds | severity | fix |", "| --- | --- | --- | --- |", ...rows].join("\n")];
  });
  return (
    [
      "# Rules",
      `${rules.length} rules. A fix is safe when it keeps what the server does, or restores what was plainly meant where no user and no other server notices: registration, encryption, authentication, hosts, storage and ports never change without asking. An unsafe one changes what the server does, or is a guess: look at it first.`,
      "What a parser says (`syntax/…`) is no rule: Prosody, or the tool that reads the env file, refuses such a file. It is always an error.",
      "[What of Prosody's own checks is found](parity.md)",
      ...chapters,
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}

/** @param {readonly DocumentedRule[]} rules @param {string} root */
async function parity(rules, root) {
  const module = await importTypeScript('export { PARITY } from "./parity.ts";', join(root, "test/rules"));
  const { PARITY } = /** @type {{ PARITY: Readonly<Record<string, Parity>> }} */ (module);
  const upstream = /** @type {readonly { id: string, versions: readonly string[] }[]} */ (
    readJson(join(root, "test/rules/upstreamRules.json"))
  );
  const known = new Set(rules.map(({ meta }) => meta.id));
  /** @param {string} id */
  const link = (id) => (known.has(id) ? `[${id}](${id}.md)` : `\`${id}\``);
  const rows = upstream.map(({ id, versions }) => {
    const line = PARITY[id];
    const ours = line !== undefined && "rules" in line ? line.rules.map(link).join(", ") : "none";
    const note = line === undefined ? "A text alone does not tell." : "rules" in line ? (line.note ?? "") : line.reason;
    return `| ${id} | ${versions.join(", ")} | ${ours} | ${cell(note)} |`;
  });
  const found = Object.values(PARITY).filter((line) => "rules" in line).length;
  return (
    [
      "# What of Prosody's own checks is found",
      `Prosody's \`prosodyctl check\` and its log can say ${upstream.length} things about a configuration. ${found} of them are found here while you type; for the others it says why not.`,
      ["| of Prosody | in versions | here | |", "| --- | --- | --- | --- |", ...rows].join("\n"),
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}

/** @param {string} text */
function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
