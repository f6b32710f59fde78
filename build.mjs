// Bundles everything into dist/ (or `--outdir DIR`), with Lua, the knowledge and the pages of the rules beside the bundles, and the licences of
// what they contain. `--watch` builds again on every change.

import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { context } from "esbuild";
import { bundles } from "./scripts/bundles.mjs";
import { readKnowledge } from "./scripts/knowledge.mjs";
import { readJson } from "./scripts/lib/readJson.mjs";
import { notices } from "./scripts/notices.mjs";
import { readRulePages } from "./scripts/rules.mjs";

const { values: options } = parseArgs({ options: { outdir: { type: "string", default: "dist" }, watch: { type: "boolean" } } });
const { version } = /** @type {{ version: string }} */ (readJson("package.json"));

/** @param {string} file */
const out = (file) => `${options.outdir}/${file}`;

/** Starts an ES module by a name that stays, with what Node keeps of compiled code where it can. @param {string} program */
const starter = (program) => `#!/usr/bin/env node\nrequire("node:module").enableCompileCache?.();\nimport("./${program}.mjs");\n`;

rmSync(options.outdir, { recursive: true, force: true });
mkdirSync(options.outdir, { recursive: true });
const { community, ...knowledge } = readKnowledge();
writeFileSync(out("knowledge.json"), JSON.stringify(knowledge));
writeFileSync(out("community.json"), JSON.stringify(community));
mkdirSync(out("rules"));
for (const [id, page] of Object.entries(await readRulePages())) writeFileSync(out(`rules/${id}.md`), page);
copyFileSync("node_modules/wasmoon/dist/glue.wasm", out("lua.wasm"));
for (const program of ["cli", "server"]) writeFileSync(out(`${program}.cjs`), starter(program));

const contexts = await Promise.all(Object.values(bundles(options.outdir, version)).map((bundle) => context(bundle)));
const results = await Promise.all(contexts.map((bundle) => bundle.rebuild()));
writeFileSync(out("THIRD-PARTY-NOTICES.txt"), notices(results.flatMap(({ metafile }) => metafile ?? [])));
await Promise.all(contexts.map((bundle) => (options.watch === true ? bundle.watch() : bundle.dispose())));
