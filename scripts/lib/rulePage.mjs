// The page of one rule, as Markdown: for docs/rules and, the same text, for the editor and the command line.

/** @typedef {import("../rules.mjs").DocumentedRule} DocumentedRule */

/** @type {Readonly<Record<DocumentedRule["kind"], { files: string, sign: string, language: string }>>} */
const KINDS = {
  lua: { files: "prosody.cfg.lua", sign: "--", language: "lua" },
  env: { files: "env files of the container image", sign: "#", language: "dotenv" },
  container: { files: "files that describe containers", sign: "#", language: "yaml" },
  all: { files: "every file", sign: "--", language: "lua" },
};

/** @param {DocumentedRule} rule */
export function rulePage(rule) {
  const { meta, docs, kind } = rule;
  const { files } = KINDS[kind];
  return (
    [
      `# ${meta.id}`,
      meta.summary,
      [`- Severity: ${meta.severity}`, `- For: ${files}`, `- Fix: ${fixWords(rule)}`].join("\n"),
      docs.description,
      ...(docs.fixChanges === undefined ? [] : [`What the fix changes: ${docs.fixChanges}`]),
      ...examples(rule, true),
      ...examples(rule, false),
      "## Another severity, or none",
      silence(rule),
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}

/** @param {DocumentedRule} rule */
export function fixWords({ meta, docs, fixes }) {
  if (!meta.fixable) return "none";
  const safe = docs.fixChanges === undefined ? "safe" : "safe, with a change of what the server does";
  const [first, ...more] = fixes.map((how) => (how === "safe" ? safe : "unsafe"));
  if (first === undefined) return "for some findings";
  return [first, ...more].join(" or ");
}

/** @param {DocumentedRule} rule @param {boolean} reports */
function examples({ docs, kind }, reports) {
  const some = docs.examples.filter((example) => example.reports === reports);
  if (some.length === 0) return [];
  return [
    reports ? "## Reported" : "## Not reported",
    ...some.flatMap(({ title, text, version }) => [
      `${title.charAt(0).toUpperCase()}${title.slice(1)}${version === undefined ? "" : ` (Prosody ${version})`}:`,
      ...filesIn(text).flatMap(({ name, content }) => [
        ...(name === undefined ? [] : [name]),
        fenced(languageOf(name) ?? KINDS[kind].language, content),
      ]),
    ]),
  ];
}

/** Of a file that is not of the rule's own kind. @param {string | undefined} name */
function languageOf(name) {
  if (name === undefined) return undefined;
  const [, ending = ""] = /\.(\w+)`?:?$/.exec(name) ?? [];
  return { yaml: "yaml", yml: "yaml", env: "dotenv", lua: "lua" }[ending];
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

/** An example may have several files, each under a line `--- PATH`. @param {string} text */
function filesIn(text) {
  const parts = text.split(/^--- (\S+)(.*)\n/m);
  if (parts.length === 1) return [{ name: undefined, content: text }];
  const files = [];
  for (let i = 1; i < parts.length; i += 3) {
    const words = (parts[i + 1] ?? "")
      .trim()
      .split(/\s+/)
      .filter((word) => word !== "")
      .join(", ");
    const content = (parts[i + 2] ?? "").trim() === "" ? "-- empty" : (parts[i + 2] ?? "");
    files.push({ name: `\`${parts[i] ?? ""}\`${words === "" ? "" : ` (${words})`}:`, content });
  }
  return files;
}

/** @param {string} language @param {string} text */
function fenced(language, text) {
  const fence = text.includes("```") ? "````" : "```";
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
