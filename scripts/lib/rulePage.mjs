// The page of one rule, docs/rules/ID.md: read for its examples, which the tests run, and shown in the editor and on the command line
// together with what the rule itself says of its severity and its fixes.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const PAGES = "docs/rules";

/** @typedef {import("../rules.mjs").DocumentedRule} DocumentedRule */
/** @typedef {import("../../server/src/core/schema/types.ts").Version} Version */

/**
 * @typedef {object} Example
 * @property {string} title
 * @property {string} text several files stand each under a line `--- PATH`
 * @property {boolean} reports
 * @property {import("../../server/src/core/rules/rule.ts").Severity} [severity] where it is another than the rule's own
 * @property {string[]} fixes of all findings one after the other: `Change to \`true\` (safe)`
 * @property {Version} [version] of Prosody, where it is for another than the current one
 */
/**
 * @typedef {object} RulePage
 * @property {string} category the chapter of the index that it belongs to
 * @property {string} summary one sentence for lists and settings
 * @property {string} body what follows
 * @property {readonly string[]} changes what safe fixes change of the effective configuration, by the words of `CHANGES`; else nothing
 * @property {readonly Example[]} examples
 */

/**
 * What a safe fix may change of the effective configuration. Everything else it has to leave as it is.
 * @type {Readonly<Record<string, string>>}
 */
export const CHANGES = {
  values: "sets the value that was meant",
  names: "renames the option",
  options: "removes an option without effect",
  items: "removes a list item without effect",
  loading: "lets the file load",
};

/** @type {Readonly<Record<string, boolean | undefined>>} */
const SECTIONS = { Reported: true, "Not reported": false };

const BEGINNING = /^---\ncategory: (\w+)\n(?:changes: (.+)\n)?---\n\n# (\S+)\n\n(.+)\n\n([\s\S]+)$/;

/** - Fix: Change to `true` (safe) */
const FACT = /^- (Severity|Fix): (.+)$/;

/** What is a fenced block, a heading, or a line of prose. */
const PIECES = /^(`{3,})\w*\n([\s\S]*?)^\1$|^## (.+)$|^(\S.*)$/gm;

/** As diff says it. */
const UNENDED = "\n\\ No newline at end of file\n";

/** `prosody.cfg.lua` (versioned): */
const FILE = /^`(\S+)`(?: \((.+)\))?:$/;

/** Open to all (Prosody 0.12): */
const TITLE = /^(.+?)(?: \(Prosody (\S+)\))?:$/;

/** @param {string} id @param {string} root @returns {RulePage} */
export function readRulePage(id, root) {
  const path = `${PAGES}/${id}.md`;
  const file = join(root, path);
  if (!existsSync(file)) throw new Error(`the rule ${id} has no page ${path}`);
  const [, category, changed, title, summary, body] = BEGINNING.exec(readFileSync(file, "utf8")) ?? [];
  if (category === undefined || summary === undefined || body === undefined || title !== id)
    throw new Error(
      `${path} has to begin with its category between two lines \`---\`, the heading \`# ${id}\`, and one sentence that says what it finds`,
    );
  const changes = changed?.split(", ") ?? [];
  const other = changes.find((one) => !Object.hasOwn(CHANGES, one));
  if (other !== undefined) throw new Error(`${path}: fixes cannot change "${other}", only ${Object.keys(CHANGES).join(", ")}`);
  if (changes.length > 0 !== /^What the fix changes: /m.test(body))
    throw new Error(`${path} has to have both \`changes\` at its beginning and a line "What the fix changes: …", or neither`);
  return { category, summary, body, changes, examples: examplesIn(path, body) };
}

/** @param {string} path @param {string} body */
function examplesIn(path, body) {
  /** @type {Example[]} */
  const examples = [];
  /** @type {boolean | undefined} */
  let reports;
  for (const [piece, , code, heading, line = ""] of body.matchAll(PIECES)) {
    const last = examples.at(-1);
    if (heading !== undefined) {
      reports = SECTIONS[heading];
      if (reports === undefined) throw new Error(`${path}: there are no examples under "${heading}"`);
    } else if (reports === undefined) {
      // What comes before the examples is for people alone.
    } else if (code !== undefined) {
      if (last?.reports !== reports) throw new Error(`${path}: an example has no title:\n${piece}`);
      last.text += code.endsWith(UNENDED) ? code.slice(0, -UNENDED.length) : code;
    } else if (FILE.test(line) && last !== undefined) {
      const [, name, words] = FILE.exec(line) ?? [];
      last.text += ["---", name, ...(words?.split(", ") ?? [])].join(" ") + "\n";
    } else if (FACT.test(line) && last !== undefined) {
      const [, name, fact = ""] = FACT.exec(line) ?? [];
      if (name === "Fix") last.fixes.push(fact);
      else last.severity = /** @type {import("../../server/src/core/rules/rule.ts").Severity} */ (fact);
    } else {
      const [, title, version] = TITLE.exec(line) ?? [];
      if (title === undefined) throw new Error(`${path}: what is "${line}" among the examples?`);
      examples.push({
        title,
        text: "",
        reports,
        fixes: [],
        ...(version === undefined ? {} : { version: /** @type {Version} */ (version) }),
      });
    }
  }
  return examples;
}

/** @type {Readonly<Record<DocumentedRule["kind"], { files: string, sign: string, language: string }>>} */
const KINDS = {
  lua: { files: "prosody.cfg.lua", sign: "--", language: "lua" },
  env: { files: "env files of the container image", sign: "#", language: "dotenv" },
  container: { files: "files that describe containers", sign: "#", language: "yaml" },
  all: { files: "every file", sign: "--", language: "lua" },
};

/** The page as people get to see it. @param {DocumentedRule} rule */
export function shownPage(rule) {
  const { meta, page, kind } = rule;
  const facts = [`- Severity: ${meta.severity}`, `- For: ${KINDS[kind].files}`, `- Fix: ${fixWords(rule)}`].join("\n");
  return (
    [`# ${meta.id}`, page.summary, facts, page.body, "## Another severity, or none", silence(rule), ""].join("\n\n").trimEnd() +
    "\n"
  );
}

/** @param {DocumentedRule} rule */
export function fixWords({ page }) {
  const fixes = page.examples.flatMap((example) => example.fixes);
  const safe = page.changes.length === 0 ? "safe" : `safe, ${page.changes.map((one) => CHANGES[one]).join(" or ")}`;
  const words = [
    ...(fixes.some((fix) => fix.endsWith(" (safe)")) ? [safe] : []),
    ...(fixes.some((fix) => fix.endsWith(" (unsafe)")) ? ["unsafe"] : []),
  ];
  return words.length === 0 ? "none" : words.join(" or ");
}

/** @param {DocumentedRule} rule */
function silence({ meta: { id }, kind }) {
  const { sign, language } = KINDS[kind];
  return [
    "For one line, by a comment above it:",
    fenced(language, `${sign} prosody-ignore-next-line ${id}`),
    "For a file, by a comment anywhere in it:",
    fenced(language, `${sign} prosody-ignore-file ${id}`),
    "For a project, in `.prosody-config.json`:",
    fenced("json", `{ "rules": { "${id}": "off" } }`),
    "For yourself, in the settings of VS Code:",
    fenced("json", `"prosody.rules": { "${id}": "off" }`),
    "In place of `off` stands the severity that you want: `hint`, `information`, `warning` or `error`.",
  ].join("\n\n");
}

/** @param {string} language @param {string} text */
function fenced(language, text) {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
