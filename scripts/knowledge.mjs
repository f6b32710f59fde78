// Puts the knowledge in server/src/core/schema/data together into one object: the build writes it beside the bundles, the tests
// read it from here, so that there is one way from the data files to the schema.

import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readJson } from "./lib/readJson.mjs";

const DATA = join(dirname(fileURLToPath(import.meta.url)), "../server/src/core/schema/data");

/** A folder of JSON objects, merged. A name in two files is a mistake of ours. @param {string} folder */
function readFolder(folder) {
  /** @type {Record<string, unknown>} */
  const merged = {};
  for (const file of readdirSync(join(DATA, folder)).sort()) {
    const entries = /** @type {Record<string, unknown>} */ (readJson(join(DATA, folder, file)));
    for (const [name, entry] of Object.entries(entries)) {
      if (name in merged) throw new Error(`${name} stands in two files of ${folder}`);
      merged[name] = entry;
    }
  }
  return merged;
}

/** A type `{ "as": NAME }` is the one of that option. @param {Record<string, unknown>} options */
function withSharedTypes(options) {
  const entries = /** @type {Record<string, { type: { as?: string } }>} */ (options);
  const typeOf = (/** @type {{ as?: string }} */ type) => (type.as === undefined ? type : entries[type.as]?.type);
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, { ...entry, type: typeOf(entry.type) }]));
}

/** All of it. @returns {import("../server/src/core/schema/knowledge.ts").Knowledge} */
export function readKnowledge() {
  const knowledge = {
    options: withSharedTypes(readFolder("options")),
    modules: readFolder("modules"),
    variables: readJson(join(DATA, "variables.json")),
    services: readJson(join(DATA, "services.json")),
    directives: readJson(join(DATA, "directives.json")),
    providers: readJson(join(DATA, "providers.json")),
    upgrades: readJson(join(DATA, "upgrades.json")),
    moduleGroups: readJson(join(DATA, "moduleGroups.json")),
    community: readFolder("community"),
  };
  return /** @type {import("../server/src/core/schema/knowledge.ts").Knowledge} */ (/** @type {unknown} */ (knowledge));
}
