// Bundles everything into dist/ (or `--outdir DIR`): the core once, as the engine; the client, the server and the command line on top
// of it, for the desktop and for the web; and the knowledge as one JSON file beside them. `--watch` builds again on every change.

import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { context } from "esbuild";
import { readKnowledge } from "./scripts/knowledge.mjs";
import { engineEntry, fromEngine } from "./scripts/engineBundle.mjs";
import { readJson } from "./scripts/lib/readJson.mjs";

const { values: options } = parseArgs({ options: { outdir: { type: "string", default: "dist" }, watch: { type: "boolean" } } });
const { version } = /** @type {{ version: string }} */ (readJson("package.json"));

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  target: "es2022",
  define: { PROSODY_CONFIG_VERSION: JSON.stringify(version) },
  logLevel: "warning",
  legalComments: "none",
};

/** @type {import("esbuild").BuildOptions} */
const node = { ...common, platform: "node", format: "cjs", target: "node20", mainFields: ["module", "main"] };

/** @type {import("esbuild").BuildOptions} */
const web = { ...common, platform: "browser", mainFields: ["browser", "module", "main"] };

/** @param {string} file */
const out = (file) => `${options.outdir}/${file}`;

const nodeEngine = fromEngine('require("./web/engine.js")');
const webEngine = fromEngine("prosodyEngine");

/** One file for Node, which requires it, and for workers, to which it is a global. @type {import("esbuild").BuildOptions} */
const engine = {
  ...web,
  stdin: engineEntry(),
  outfile: out("web/engine.js"),
  format: "iife",
  globalName: "prosodyEngine",
  footer: { js: 'if (typeof module === "object") module.exports = prosodyEngine;' },
};

/** @type {readonly import("esbuild").BuildOptions[]} */
const bundles = [
  engine,
  { ...node, entryPoints: ["client/src/extension.node.ts"], outfile: out("extension.cjs"), external: ["vscode"] },
  { ...node, entryPoints: ["server/src/node.ts"], outfile: out("server.cjs"), plugins: [nodeEngine] },
  {
    ...node,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: out("cli.cjs"),
    banner: { js: "#!/usr/bin/env node" },
    plugins: [nodeEngine],
  },
  { ...web, entryPoints: ["client/src/extension.web.ts"], outfile: out("web/extension.js"), format: "cjs", external: ["vscode"] },
  { ...web, entryPoints: ["server/src/worker.ts"], outfile: out("web/server.js"), format: "iife", plugins: [webEngine] },
  // The thread that evaluates configurations, and Lua for it.
  { ...node, entryPoints: ["server/src/effective/worker.node.ts"], outfile: out("evaluator.cjs"), plugins: [nodeEngine] },
  {
    ...web,
    entryPoints: ["server/src/effective/worker.web.ts"],
    outfile: out("web/evaluator.js"),
    format: "iife",
    external: ["module", "url"],
  },
];

rmSync(options.outdir, { recursive: true, force: true });
mkdirSync(options.outdir, { recursive: true });
const { community, ...knowledge } = readKnowledge();
writeFileSync(out("knowledge.json"), JSON.stringify(knowledge));
writeFileSync(out("community.json"), JSON.stringify(community));
mkdirSync(out("web"));
// For Node, which else would take a .js file here for a module of the other kind.
writeFileSync(out("web/package.json"), JSON.stringify({ type: "commonjs" }));
copyFileSync("node_modules/wasmoon/dist/glue.wasm", out("lua.wasm"));

const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
if (options.watch === true) {
  await Promise.all(contexts.map((bundle) => bundle.watch()));
} else {
  await Promise.all(contexts.map((bundle) => bundle.rebuild()));
  await Promise.all(contexts.map((bundle) => bundle.dispose()));
}
