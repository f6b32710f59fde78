// What esbuild makes: the programs for Node as ES modules that share their parts, and one file each for whatever loads one file only.

/**
 * esbuild splits ES modules only, and an extension is none. It is activated for many a file that is not ours, so that what talks to a
 * server stays a file of its own.
 *
 * @type {import("esbuild").Plugin}
 */
const languageClientApart = {
  name: "language-client-apart",
  setup(build) {
    build.onResolve({ filter: /\/languageClient\.node\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./languageClient.cjs", external: true } : undefined,
    );
  },
};

/**
 * @param {string} folder
 * @param {string} version of this package
 * @returns {Readonly<Record<"programs" | "evaluator" | "extension" | "webExtension" | "webServer" | "webEvaluator", import("esbuild").BuildOptions>>}
 */
export function bundles(folder, version) {
  /** @type {import("esbuild").BuildOptions} */
  const common = {
    bundle: true,
    minify: true,
    metafile: true,
    define: { PROSODY_CONFIG_VERSION: JSON.stringify(version) },
    logLevel: "warning",
    legalComments: "none",
  };
  /** @type {import("esbuild").BuildOptions} */
  const node = { ...common, platform: "node", target: "node20", mainFields: ["module", "main"] };
  /** @type {import("esbuild").BuildOptions} */
  const web = { ...common, platform: "browser", target: "es2022", mainFields: ["browser", "module", "main"] };
  return {
    // What is reached by `import()` alone is a file of its own, and so is what several of them need.
    programs: {
      ...node,
      entryPoints: { server: "server/src/node.ts", cli: "server/src/cli/main.ts" },
      format: "esm",
      splitting: true,
      outdir: folder,
      outExtension: { ".js": ".mjs" },
      // Packages that are no ES modules ask for Node's own by `require`.
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    },
    // Lua's package is no ES module, and asks where it is.
    evaluator: {
      ...node,
      entryPoints: ["server/src/sandbox/worker.node.ts"],
      outfile: `${folder}/evaluator.cjs`,
      format: "cjs",
    },
    extension: {
      ...node,
      entryPoints: { extension: "client/src/extension.node.ts", languageClient: "client/src/languageClient.node.ts" },
      format: "cjs",
      outdir: folder,
      outExtension: { ".js": ".cjs" },
      external: ["vscode"],
      // Only modules that Node requires get the editor's API.
      supported: { "dynamic-import": false },
      plugins: [languageClientApart],
    },
    webExtension: {
      ...web,
      entryPoints: ["client/src/extension.web.ts"],
      outfile: `${folder}/web/extension.js`,
      format: "cjs",
      external: ["vscode"],
    },
    webServer: {
      ...web,
      entryPoints: ["server/src/worker.ts"],
      outfile: `${folder}/web/server.js`,
      format: "iife",
      // What reads Dockerfiles counts on Node.
      define: { ...common.define, "Buffer.from": "encodeText" },
      inject: ["scripts/lib/encodeText.mjs"],
    },
    // Lua, for the worker that evaluates configurations. The package asks for these in Node only.
    webEvaluator: {
      ...web,
      entryPoints: ["server/src/sandbox/worker.web.ts"],
      outfile: `${folder}/web/evaluator.js`,
      format: "iife",
      external: ["module", "url"],
    },
  };
}
