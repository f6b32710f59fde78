// Builds the VSIX and looks at what is in it: everything that the manifest names and the pages link to, nothing else, the licences
// of what is bundled, and within the size that we promise. The npm package has the same bundles.

import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { build } from "esbuild";
import { bundles } from "./bundles.mjs";
import { deadLinks } from "./lib/deadLinks.mjs";
import { nameInPackage } from "./lib/packageNames.mjs";
import { readJson } from "./lib/readJson.mjs";
import { withoutNotice } from "./notices.mjs";

const NOTICES = "dist/THIRD-PARTY-NOTICES.txt";

/** What runs, and what it reads. */
const SHIPPED = [
  ...["cli.cjs", "cli.mjs", "server.cjs", "server.mjs", "evaluator.cjs", "languageClient.cjs", "lua.wasm"],
  ...["web/server.js", "web/evaluator.js", "knowledge.json", "community.json", "rules/unknown-option.md"],
].map((file) => `dist/${file}`);

const manifest =
  /** @type {{ name: string, version: string, main: string, browser: string, icon: string, contributes: unknown }} */ (
    readJson("package.json")
  );
const vsix = `${manifest.name}-${manifest.version}.vsix`;

/** In bytes. A browser fetches the server. */
const LIMITS = new Map([
  [vsix, 3_000_000],
  ["dist/web/server.js", 1_250_000],
]);

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
  /^(?:package\.json|readme\.md|changelog\.md|license|security\.md|support\.md|dist\/.*|syntaxes\/.*\.json|snippets\/.*\.json|docs\/[\w-]+\.md|images\/(?:screenshots\/)?[\w-]+\.(?:png|svg))$/i;
const strange = files.filter((file) => !allowed.test(file));
if (strange.length > 0) fail(`Files that do not belong into the VSIX: ${strange.join(", ")}`);

/** What the manifest points at. @param {unknown} value @returns {string[]} */
function paths(value) {
  if (typeof value === "string") return value.startsWith("./") ? [value.slice(2)] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(paths) : [];
}
const { contributes, main, browser, icon } = manifest;
const needed = [...paths([contributes, main, browser]), icon, ...SHIPPED, NOTICES];
const missing = needed.filter((file) => !files.includes(file));
if (missing.length > 0) fail(`Files that the VSIX lacks: ${missing.join(", ")}`);

/** @type {unknown} */
const packed = JSON.parse(
  execFileSync("npm", ["pack", "--dry-run", "--json"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
);
const inPackage = /** @type {{ files: { path: string }[] }[]} */ (packed).flatMap((one) => one.files.map(({ path }) => path));
const absent = [...SHIPPED, NOTICES].filter((file) => !inPackage.includes(file));
if (absent.length > 0) fail(`Files that the npm package lacks: ${absent.join(", ")}`);

const built = await Promise.all(
  Object.values(bundles("dist", manifest.version)).map((bundle) => build({ ...bundle, write: false })),
);
const untold = withoutNotice(
  readFileSync(NOTICES, "utf8"),
  built.flatMap(({ metafile }) => metafile ?? []),
);
if (untold.length > 0) fail(`Packages that ${NOTICES} does not name: ${untold.join(", ")}`);

const pages = files.filter((file) => file.endsWith(".md"));
const dead = deadLinks(
  pages.map((file) => ({ path: nameInPackage(file), text: readFileSync(file, "utf8") })),
  files.map(nameInPackage),
);
if (dead.length > 0) fail(`Links that lead nowhere in the VSIX: ${dead.join(", ")}`);

console.log(`${vsix}: ${files.length} files`);
for (const [file, limit] of LIMITS) {
  const { size } = statSync(file);
  console.log(`${file}: ${size} bytes`);
  if (size >= limit) fail(`${file} must be smaller than ${limit} bytes.`);
}
