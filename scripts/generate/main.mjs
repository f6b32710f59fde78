// Writes the files that are made from others. `--check` writes nothing and fails when one is not up to date.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ruleIndexes } from "./ruleIndex.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const check = process.argv.includes("--check");

let outdated = 0;
for (const { path, text } of [...ruleIndexes(root)]) {
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
process.exit(check && outdated > 0 ? 1 : 0);
