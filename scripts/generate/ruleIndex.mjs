// The lists of rules, made from the files of their folders, so that nobody keeps them by hand.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const RULES = "server/src/core/rules";

/** What the rules of each folder are for. */
const KINDS = {
  lua: "prosody.cfg.lua",
  env: "the variables of the container image",
  container: "containers of the image",
};

/** @param {string} id */
const camel = (id) => id.replace(/-[a-z]/g, (match) => match.charAt(1).toUpperCase());

/** Paths and texts. @param {string} root @returns {{ path: string, text: string }[]} */
export function ruleIndexes(root) {
  return Object.entries(KINDS).map(([kind, title]) => {
    const folder = join(root, RULES, kind);
    const files = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
    const ids = files
      .filter((file) => file.isFile() && file.name !== "index.ts" && file.name.endsWith(".ts"))
      .map((file) => file.name.slice(0, -3))
      .sort();
    const lines = [
      `// The rules for ${title}. Generated from the files of this folder by \`npm run generate\`.`,
      "",
      ...ids.map((id) => `export { ${camel(id)} } from "./${id}.ts";`),
      "",
    ];
    return { path: `${RULES}/${kind}/index.ts`, text: lines.join("\n") };
  });
}
