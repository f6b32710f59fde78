// Writes the files that are made from others. `--check` writes nothing and fails when one is not up to date.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRules } from "../rules.mjs";
import { configSchema } from "./configSchema.mjs";
import { manifest } from "./manifest.mjs";
import { ruleDocs } from "./ruleDocs.mjs";
import { ruleIndexes } from "./ruleIndex.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const check = process.argv.includes("--check");

/** @typedef {{ readonly path: string, readonly text: string }} Made */

let outdated = 0;

/** @param {readonly Made[]} files */
function put(files) {
  for (const { path, text } of files) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
    outdated++;
    if (check) {
      console.error(`${path} is not up to date: npm run generate`);
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      console.log(path);
    }
  }
}

/** Removes what is made no longer. @param {string} folder @param {readonly Made[]} made */
function sweep(folder, made) {
  const paths = made.map(({ path }) => path);
  for (const name of readdirSync(join(root, folder))) {
    const path = `${folder}/${name}`;
    if (paths.includes(path)) continue;
    outdated++;
    if (check) console.error(`${path} belongs to no rule: npm run generate`);
    else rmSync(join(root, path));
  }
}

// The rules are read by way of their lists, which have to be there first.
put(ruleIndexes(root));
const rules = await readRules();
const docs = await ruleDocs(rules, root);
put([...docs, await configSchema(rules, root), manifest(rules, root)]);
sweep("docs/rules", docs);
process.exit(check && outdated > 0 ? 1 : 0);
