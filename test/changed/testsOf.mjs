// Which tests are about a file: of the tests that reach it by imports, those in the folder that mirrors its own. Lists of everything, such
// as the one of all rules, are not passed through, as behind them every test would be about every file.

import { execFileSync } from "node:child_process";
import { posix } from "node:path";
import { build } from "esbuild";
import { root } from "../../scripts/lib/paths.mjs";

/** Files by who imports them. @typedef {ReadonlyMap<string, ReadonlySet<string>>} Importers */

const RULE_LISTS = /^server\/src\/core\/rules\/(?:lua|env|container)\/index\.ts$/;
const SERVER = "server/src/lsp/server.ts";

/** Folders of tests for what is not code, by its path. */
const OF_OTHERS = /** @type {const} */ ([
  [/^server\/src\/core\/schema\/data\//, "test/schema"],
  [/^syntaxes\//, "test/grammar"],
  [/^snippets\//, "test/snippets"],
  [/^docs\/rules\//, "test/rules"],
]);

/** Files of the checkout that git knows or would know. @param {...string} patterns */
export function trackedFiles(...patterns) {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", ...patterns];
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);
}

/** @returns {Promise<Importers>} */
export async function importers() {
  const code = trackedFiles("*.ts", "*.mjs").filter((path) => !path.startsWith("test/vscode/"));
  const { metafile } = await build({
    stdin: { contents: code.map((path) => `import "./${path}";`).join("\n"), resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    outdir: "nowhere",
    logLevel: "silent",
  });
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const [path, { imports }] of Object.entries(metafile.inputs)) {
    if (path === "<stdin>") continue;
    for (const { path: imported, external } of imports) {
      if (external !== true) found.set(imported, (found.get(imported) ?? new Set()).add(path));
    }
  }
  return found;
}

/**
 * All tests that reach a file.
 *
 * @param {Importers} importers
 * @param {string} path
 */
export function reaching(importers, path) {
  const seen = new Set([path]);
  for (const one of seen) {
    const list = RULE_LISTS.test(one) || (one === SERVER && !path.startsWith("server/src/lsp/"));
    if (!list) for (const importer of importers.get(one) ?? []) seen.add(importer);
  }
  return [...seen].filter(isTest).sort();
}

/**
 * @param {Importers} importers
 * @param {string} path from the root of the checkout
 * @returns {readonly string[]} files and folders
 */
export function testsOf(importers, path) {
  if (isTest(path)) return [path];
  const reached = reaching(importers, path);
  if (path.startsWith("test/")) return reached;
  const other = OF_OTHERS.find(([pattern]) => pattern.test(path));
  if (other !== undefined) return [other[1]];
  const existing = trackedFiles("test/*.test.ts");
  for (let folder = mirrored(path); folder !== "test" && folder !== "."; folder = posix.dirname(folder)) {
    const near = reached.filter((test) => test.startsWith(`${folder}/`));
    if (near.length > 0) return near;
    if (reached.length > 0) continue;
    // What is only tested as it is built: by name, or else everything of its part.
    const named = `${folder}/${posix.basename(path).replace(/\..*$/, "")}.test.ts`;
    if (existing.includes(named)) return [named];
    if (existing.some((test) => test.startsWith(`${folder}/`))) return [folder];
  }
  return reached.length > 0 ? reached : ["test/tidy"];
}

/** `test/rules/lua` for `server/src/core/rules/lua/x.ts`. @param {string} path */
function mirrored(path) {
  return posix.dirname(
    path.replace(/^(?:server\/src\/core|server\/src|(?=client\/))/, "test").replace(/^testclient\/src/, "test/client"),
  );
}

/** @param {string} path */
function isTest(path) {
  return path.startsWith("test/") && path.endsWith(".test.ts");
}
