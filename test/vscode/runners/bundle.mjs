// Bundles the suite, once for extension hosts on Node and once for the one in a browser.

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { resultsDir, root } from "../../../scripts/lib/paths.mjs";

const suite = join(root, "test", "vscode", "suite");

/**
 * @param {"node" | "web"} host
 * @returns {Promise<string>} the path for `extensionTestsPath`
 */
export async function bundleSuite(host) {
  // A web extension host only loads files that end in .js; in this checkout Node takes those for ES modules, which the bundle is not.
  const outfile = join(resultsDir, "suite", host === "web" ? "web.js" : "node.cjs");
  const result = await build({
    entryPoints: [join(suite, `main.${host}.ts`)],
    outfile,
    write: false,
    bundle: true,
    format: "cjs",
    sourcemap: "inline",
    logLevel: "warning",
    ...(host === "node" ? nodeOptions() : webOptions()),
  });
  // Two test runs at once may write the same file: each puts it in place complete.
  const unfinished = `${outfile}.${process.pid}`;
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(unfinished, result.outputFiles?.[0]?.contents ?? "");
  renameSync(unfinished, outfile);
  return outfile;
}

/** mocha itself stays outside: the bundle lies in the checkout, and finds it there. @returns {import("esbuild").BuildOptions} */
function nodeOptions() {
  return { platform: "node", target: "node20", external: ["vscode", "mocha"] };
}

/** @returns {import("esbuild").BuildOptions} */
function webOptions() {
  return {
    platform: "browser",
    target: "es2022",
    external: ["vscode"],
    define: { global: "globalThis" },
    plugins: [
      {
        name: "mocha-in-a-browser",
        setup(plugin) {
          plugin.onResolve({ filter: /^mocha$/ }, () => ({ path: join(suite, "support", "mochaGlobals.ts") }));
        },
      },
    ],
  };
}
