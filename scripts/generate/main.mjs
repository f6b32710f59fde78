// Writes the files that are made from others. `--check` writes nothing and fails when one is not up to date.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PAGES } from "../lib/rulePage.mjs";
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

/** Pages are written by hand, so that one too many is no file to remove. @param {readonly string[]} paths */
function complainOfOthers(paths) {
  const others = readdirSync(join(root, PAGES)).filter((name) => !paths.includes(`${PAGES}/${name}`));
  for (const name of others) console.error(`${PAGES}/${name} belongs to no rule`);
  return others.length > 0;
}

// The rules are read by way of their lists, which have to be there first.
put(ruleIndexes(root));
const rules = await readRules();
const docs = await ruleDocs(rules, root);
put([...docs, await configSchema(rules, root), await manifest(rules, root)]);
const hasOthers = complainOfOthers([...docs.map(({ path }) => path), ...rules.map(({ meta }) => `${PAGES}/${meta.id}.md`)]);
process.exit(hasOthers || (check && outdated > 0) ? 1 : 0);
