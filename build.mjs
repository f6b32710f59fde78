// Bundles everything into dist/ (or `--outdir DIR`): the client and the server for the desktop and for the web, the CLI, and the
// knowledge as one JSON file beside them. `--watch` builds again on every change.

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { context } from "esbuild";
import { minify } from "terser";
import { readKnowledge } from "./scripts/knowledge.mjs";
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

/** @type {readonly import("esbuild").BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: ["client/src/extension.node.ts"], outfile: out("extension.cjs"), external: ["vscode"] },
  { ...node, entryPoints: ["server/src/node.ts"], outfile: out("server.cjs") },
  { ...node, entryPoints: ["server/src/cli/main.ts"], outfile: out("cli.cjs"), banner: { js: "#!/usr/bin/env node" } },
  { ...web, entryPoints: ["client/src/extension.web.ts"], outfile: out("web/extension.js"), format: "cjs", external: ["vscode"] },
  { ...web, entryPoints: ["server/src/worker.ts"], outfile: out("web/server.js"), format: "iife" },
  // The thread that evaluates configurations, and Lua for it.
  { ...node, entryPoints: ["server/src/effective/worker.node.ts"], outfile: out("evaluator.cjs") },
  {
    ...web,
    entryPoints: ["server/src/effective/worker.web.ts"],
    outfile: out("web/evaluator.js"),
    format: "iife",
    external: ["module", "url"],
  },
];

/**
 * A second pass over the servers: the protocol's libraries are written in a style that esbuild leaves longer than it need be. It is
 * what keeps them below the size that scripts/package.mjs allows.
 *
 * @param {string} file
 */
async function shrink(file) {
  const { code } = await minify(readFileSync(file, "utf8"), {
    ecma: 2020,
    toplevel: true,
    compress: { passes: 3, keep_fargs: false, unsafe_arrows: true },
  });
  if (code === undefined) throw new Error(`${file} could not be shrunk`);
  writeFileSync(file, code);
}

rmSync(options.outdir, { recursive: true, force: true });
mkdirSync(options.outdir, { recursive: true });
writeFileSync(out("knowledge.json"), JSON.stringify(readKnowledge()));
copyFileSync("node_modules/wasmoon/dist/glue.wasm", out("lua.wasm"));

const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
if (options.watch === true) {
  await Promise.all(contexts.map((bundle) => bundle.watch()));
} else {
  await Promise.all(contexts.map((bundle) => bundle.rebuild()));
  await Promise.all(contexts.map((bundle) => bundle.dispose()));
  await Promise.all([out("server.cjs"), out("web/server.js")].map(shrink));
}
