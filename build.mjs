// Bundles everything into dist/: the client and the server for the desktop and for the web, the CLI, and the knowledge as one
// JSON file beside them. `--watch` builds again on every change.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { context } from "esbuild";
import { minify } from "terser";
import { readKnowledge } from "./scripts/knowledge.mjs";
import { readJson } from "./scripts/lib/readJson.mjs";

const { version } = /** @type {{ version: string }} */ (readJson("package.json"));

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  sourcemap: false,
  target: "es2022",
  define: { PROSODY_CONFIG_VERSION: JSON.stringify(version) },
  logLevel: "warning",
  legalComments: "none",
};

/** @type {import("esbuild").BuildOptions} */
const node = { ...common, platform: "node", format: "cjs", target: "node20", mainFields: ["module", "main"] };

/** @type {import("esbuild").BuildOptions} */
const web = { ...common, platform: "browser", mainFields: ["browser", "module", "main"] };

/** @type {readonly import("esbuild").BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: ["client/src/extension.node.ts"], outfile: "dist/extension.cjs", external: ["vscode"] },
  { ...node, entryPoints: ["server/src/node.ts"], outfile: "dist/server.cjs" },
  { ...node, entryPoints: ["server/src/cli/main.ts"], outfile: "dist/cli.cjs", banner: { js: "#!/usr/bin/env node" } },
  { ...web, entryPoints: ["client/src/extension.web.ts"], outfile: "dist/web/extension.js", format: "cjs", external: ["vscode"] },
  { ...web, entryPoints: ["server/src/worker.ts"], outfile: "dist/web/server.js", format: "iife" },
];

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist", { recursive: true });
writeFileSync("dist/knowledge.json", JSON.stringify(readKnowledge()));

const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
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

if (process.argv.includes("--watch")) {
  await Promise.all(contexts.map((bundle) => bundle.watch()));
} else {
  await Promise.all(contexts.map((bundle) => bundle.rebuild()));
  await Promise.all(contexts.map((bundle) => bundle.dispose()));
  await Promise.all(["dist/server.cjs", "dist/web/server.js"].map(shrink));
}
