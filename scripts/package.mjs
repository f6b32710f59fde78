// Builds the VSIX and looks at what is in it: everything that the manifest names and the pages link to, nothing else, and within the size
// that we promise.

import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { deadLinks } from "./lib/deadLinks.mjs";
import { nameInPackage } from "./lib/packageNames.mjs";
import { readJson } from "./lib/readJson.mjs";

const LIMITS = { vsix: 1_000_000, bundle: 400_000 };

/** No editor runs it, so the VSIX goes without; npm takes it all the same, as `bin` names it. */
const COMMAND_LINE = "dist/cli.cjs";

/** The server, what evaluates, and the core that they stand on. */
const BUNDLES = [
  "server.cjs",
  "evaluator.cjs",
  "web/lsp.js",
  "web/server.js",
  "web/evaluator.js",
  "web/engine.js",
  "web/workshop.js",
  "web/dockerfile.js",
].map((file) => `dist/${file}`);

const manifest =
  /** @type {{ name: string, version: string, main: string, browser: string, icon: string, contributes: unknown }} */ (
    readJson("package.json")
  );
const vsix = `${manifest.name}-${manifest.version}.vsix`;

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}

execFileSync(process.execPath, ["build.mjs"], { stdio: "inherit" });

/** @param {readonly string[]} words @returns {string} what it prints */
const vsce = (...words) =>
  execFileSync(process.execPath, ["node_modules/@vscode/vsce/vsce", ...words, "--no-dependencies"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
vsce("package", "--allow-missing-repository", "--no-rewrite-relative-links", "-o", vsix);
const listed = vsce("ls");
const files = listed.split("\n").filter((line) => line !== "");
const allowed =
  /^(?:package\.json|readme\.md|changelog\.md|license|support\.md|dist\/.*|syntaxes\/.*\.json|snippets\/.*\.json|docs\/[\w-]+\.md|images\/(?:screenshots\/)?[\w-]+\.(?:png|svg))$/i;
const strange = files.filter((file) => !allowed.test(file) || file === COMMAND_LINE);
if (strange.length > 0) fail(`Files that do not belong into the VSIX: ${strange.join(", ")}`);

/** What the manifest points at. @param {unknown} value @returns {string[]} */
function paths(value) {
  if (typeof value === "string") return value.startsWith("./") ? [value.slice(2)] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(paths) : [];
}
const { contributes, main, browser, icon } = manifest;
const missing = [
  ...paths([contributes, main, browser]),
  icon,
  ...BUNDLES,
  "dist/knowledge.json",
  "dist/community.json",
  "dist/rules.json",
].filter((file) => !files.includes(file));
if (missing.length > 0) fail(`Files that the VSIX lacks: ${missing.join(", ")}`);

const pages = files.filter((file) => file.endsWith(".md"));
const dead = deadLinks(
  pages.map((file) => ({ path: nameInPackage(file), text: readFileSync(file, "utf8") })),
  files.map(nameInPackage),
);
if (dead.length > 0) fail(`Links that lead nowhere in the VSIX: ${dead.join(", ")}`);

const size = statSync(vsix).size;
console.log(`${vsix}: ${files.length} files, ${size} bytes`);
if (size >= LIMITS.vsix) fail(`The VSIX must be smaller than ${LIMITS.vsix} bytes.`);
for (const bundle of [...BUNDLES, COMMAND_LINE]) {
  console.log(`${bundle}: ${statSync(bundle).size} bytes`);
  if (statSync(bundle).size >= LIMITS.bundle) fail(`${bundle} must be smaller than ${LIMITS.bundle} bytes.`);
}
