// Bundles everything into dist/ (or `--outdir DIR`): the core once, as engine and workshop, with what reads Dockerfiles apart; the client, the server and the command line
// on top of it, for the desktop and for the web; Lua; and the knowledge as JSON beside them. `--watch` builds again on every change.

import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { context } from "esbuild";
import { readKnowledge } from "./scripts/knowledge.mjs";
import { readRulePages } from "./scripts/rules.mjs";
import { extensionBundles, serverBundles } from "./scripts/commonParts.mjs";
import { dockerfileOptions, engineOptions, fromEngine, workshopOptions } from "./scripts/engineBundle.mjs";
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

/** For a program in Node that takes Lua, and what asks it, from the file that browsers get. @type {import("esbuild").Plugin} */
const luaFromEvaluator = {
  name: "lua-from-evaluator",
  setup(build) {
    build.onResolve({ filter: /\/answerQuestions\.ts$/ }, () => ({ path: "./web/evaluator.js", external: true }));
  },
};

const extension = await extensionBundles(
  { ...node, entryPoints: ["client/src/extension.node.ts"], outfile: out("extension.cjs"), external: ["vscode"] },
  { ...web, entryPoints: ["client/src/extension.web.ts"], outfile: out("web/extension.js"), format: "cjs", external: ["vscode"] },
);

const server = await serverBundles(
  { ...node, entryPoints: ["server/src/node.ts"], outfile: out("server.cjs"), plugins: [fromEngine("node")] },
  { ...web, entryPoints: ["server/src/worker.ts"], outfile: out("web/server.js"), format: "iife", plugins: [fromEngine("web")] },
);

/** @type {readonly import("esbuild").BuildOptions[]} */
const bundles = [
  { ...web, ...engineOptions(), outfile: out("web/engine.js") },
  { ...web, ...workshopOptions(), outfile: out("web/workshop.js") },
  { ...web, ...dockerfileOptions(), outfile: out("web/dockerfile.js") },
  extension.node,
  extension.web,
  { ...web, ...server.common, outfile: out("web/lsp.js") },
  server.node,
  server.web,
  {
    ...node,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: out("cli.cjs"),
    banner: { js: "#!/usr/bin/env node" },
    plugins: [fromEngine("node")],
  },
  // The thread that evaluates configurations, with Lua: begins at once in a worker, and is taken by the process that Node starts.
  {
    ...web,
    entryPoints: ["server/src/effective/worker.web.ts"],
    outfile: out("web/evaluator.js"),
    format: "iife",
    globalName: "prosodyEvaluator",
    footer: {
      js: 'if (typeof module === "object") module.exports = prosodyEvaluator; else prosodyEvaluator.listen(globalThis);',
    },
    external: ["module", "url"],
  },
  { ...node, entryPoints: ["server/src/effective/worker.node.ts"], outfile: out("evaluator.cjs"), plugins: [luaFromEvaluator] },
];

rmSync(options.outdir, { recursive: true, force: true });
mkdirSync(options.outdir, { recursive: true });
const { community, ...knowledge } = readKnowledge();
writeFileSync(out("knowledge.json"), JSON.stringify(knowledge));
writeFileSync(out("community.json"), JSON.stringify(community));
writeFileSync(out("rules.json"), JSON.stringify(await readRulePages()));
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
