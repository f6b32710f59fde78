// The licences of what is bundled, as they ask for: every package from which a bundle holds something, with its licence's text.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "./lib/readJson.mjs";

/**
 * What the files of a package hold of others without saying so: Lua, compiled with a compiler's runtime and C library.
 *
 * @type {ReadonlyMap<string, Readonly<Record<string, string>>>}
 */
const WITHIN = new Map([
  ["wasmoon", { "Lua 5.4": "lua.txt", "Emscripten's runtime": "emscripten.txt", "musl libc": "musl.txt" }],
]);

const OURS = new URL("licences/", import.meta.url);

/** @param {readonly import("esbuild").Metafile[]} metafiles @returns {string} */
export function notices(metafiles) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const folder of bundledPackages(metafiles)) {
    const title = titleOf(folder);
    texts.set(title, licenceOf(folder));
    for (const [part, file] of Object.entries(WITHIN.get(title.split(" ")[0] ?? "") ?? {}))
      texts.set(`${part}, in ${title}`, readFileSync(new URL(file, OURS), "utf8"));
  }
  const sections = [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, text]) => `${RULE}\n${title}\n\n${text.trim()}\n`);
  return ["Prosody Configuration contains the following, under these licences.\n", ...sections].join("\n");
}

const RULE = "=".repeat(80);

/** What is bundled and has no section in a text. @param {string} text @param {readonly import("esbuild").Metafile[]} metafiles */
export const withoutNotice = (text, metafiles) =>
  bundledPackages(metafiles)
    .map(titleOf)
    .filter((title) => !text.includes(`${RULE}\n${title}\n`));

/** Folders of the packages of which something is left in a bundle. @param {readonly import("esbuild").Metafile[]} metafiles */
function bundledPackages(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs)).flatMap((output) => Object.entries(output.inputs));
  const folders = inputs.flatMap(([path, { bytesInOutput }]) => {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
    return bytesInOutput === 0 || folder === undefined ? [] : [folder];
  });
  return [...new Set(folders)].sort();
}

/** @param {string} folder @returns {string} name and version */
function titleOf(folder) {
  const { name, version } = /** @type {{ name: string, version: string }} */ (readJson(join(folder, "package.json")));
  return `${name} ${version}`;
}

/** @param {string} folder */
function licenceOf(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e\b/i.test(name));
  if (file === undefined) throw new Error(`${folder} is bundled, and has no file with its licence.`);
  return readFileSync(join(folder, file), "utf8");
}
