// What the bundles for Node and for browsers have in common is shipped once. It is found by bundling both and comparing: a module that
// both need is common, and what the rest imports of it is offered under its path by the one bundle that holds it.

import { relative, sep } from "node:path";
import { build as bundle } from "esbuild";
import { fromEngine, global } from "./engineBundle.mjs";

/**
 * @typedef {object} CommonParts paths as in a metafile: from the working folder, with slashes
 * @property {ReadonlySet<string>} modules all that is common
 * @property {readonly string[]} taken those of them that something else imports
 */

const PACKAGES = "node_modules/";

/**
 * Compares two bundles.
 *
 * @param {readonly [import("esbuild").BuildOptions, import("esbuild").BuildOptions]} bundles
 * @param {(path: string) => boolean} wanted
 * @returns {Promise<CommonParts>}
 */
async function findCommonParts(bundles, wanted) {
  const [one, other] = await Promise.all([importsIn(bundles[0]), importsIn(bundles[1])]);
  const modules = new Set([...one.keys()].filter((path) => other.has(path) && wanted(path)));
  const rest = [one, other].flatMap((imports) => [...imports].filter(([path]) => !modules.has(path)));
  const taken = new Set(rest.flatMap(([, imported]) => imported.filter((path) => modules.has(path))));
  return { modules, taken: [...taken].sort() };
}

/** The files that a bundle is made of, and what each imports. @param {import("esbuild").BuildOptions} options */
async function importsIn(options) {
  const { metafile } = await bundle({ ...options, metafile: true, write: false });
  const files = Object.entries(metafile.inputs).filter(([path]) => !/^[\w-]{2,}:/.test(path));
  return new Map(files.map(([path, { imports }]) => [path, imports.map((imported) => imported.path)]));
}

/** How a module is called where it is offered. @param {string} path */
const nameOf = (path) => JSON.stringify(path.startsWith(PACKAGES) ? path.slice(PACKAGES.length) : path);

/** How a module is written in an import. @param {string} path */
const addressOf = (path) => JSON.stringify(`./${path}`);

/**
 * Takes the common modules from the bundle that holds them.
 *
 * @param {CommonParts} parts
 * @param {string} holder an expression
 * @returns {import("esbuild").Plugin}
 */
function fromHolder({ modules, taken }, holder) {
  const asking = {};
  return {
    name: "from-holder",
    setup(build) {
      build.onResolve({ filter: /^\.\/web\/\w+\.js$/ }, ({ path }) => ({ path, external: true }));
      build.onResolve({ filter: /./ }, async ({ path, pluginData, importer, namespace, resolveDir, kind }) => {
        if (pluginData === asking || kind === "entry-point" || namespace !== "file") return undefined;
        const found = await build.resolve(path, { importer, namespace, resolveDir, kind, pluginData: asking });
        if (found.errors.length > 0 || found.external || found.namespace !== "file") return undefined;
        const module = relative(process.cwd(), found.path).split(sep).join("/");
        if (!modules.has(module)) return undefined;
        if (taken.includes(module)) return { path: module, namespace: "common" };
        return { errors: [{ text: `${module} was not offered when this build began: start it again.` }] };
      });
      build.onLoad({ filter: /./, namespace: "common" }, ({ path }) => ({
        contents: `module.exports = (${holder})[${nameOf(path)}];`,
        resolveDir: process.cwd(),
      }));
    },
  };
}

/** @param {import("esbuild").BuildOptions} options @param {import("esbuild").Plugin} plugin @returns {import("esbuild").BuildOptions} */
const withPlugin = (options, plugin) => ({ ...options, plugins: [...(options.plugins ?? []), plugin] });

/**
 * The language server as three bundles: what both hosts run, and a thin main for each, which brings the host's way to talk.
 * A worker loads the common one first.
 *
 * @param {import("esbuild").BuildOptions} node
 * @param {import("esbuild").BuildOptions} web
 */
export async function serverBundles(node, web) {
  const parts = await findCommonParts([node, web], () => true);
  const ours = parts.taken.filter((path) => path.endsWith(".ts"));
  const packages = parts.taken.filter((path) => !path.endsWith(".ts"));
  const contents = [
    ...ours.map((path, i) => `import * as m${i} from ${addressOf(path)};`),
    ...packages.map((path, i) => `const p${i} = require(${addressOf(path)});`),
    "export {",
    ...ours.map((path, i) => `m${i} as ${nameOf(path)},`),
    ...packages.map((path, i) => `p${i} as ${nameOf(path)},`),
    "};",
  ].join("\n");
  return {
    /** @type {import("esbuild").BuildOptions} */
    common: { ...global("prosodyLsp"), stdin: { contents, resolveDir: process.cwd() }, plugins: [fromEngine("both")] },
    node: withPlugin(node, fromHolder(parts, 'require("./web/lsp.js")')),
    web: withPlugin(web, fromHolder(parts, "prosodyLsp")),
  };
}

/**
 * The extension as two bundles. A browser's extension host loads one file only, so that one holds what both need of packages: the
 * language client. The one for Node takes it from there, module by module, when a server is started.
 *
 * @param {import("esbuild").BuildOptions} node
 * @param {import("esbuild").BuildOptions & { readonly entryPoints: readonly [string] }} web
 */
export async function extensionBundles(node, web) {
  const parts = await findCommonParts([node, web], (path) => path.startsWith(PACKAGES));
  const { entryPoints, ...options } = web;
  const members = parts.taken.map((path) => `  get ${nameOf(path)}() { return require(${addressOf(path)}); },`);
  const contents = [`export * from ${addressOf(entryPoints[0])};`, "export const common = {", ...members, "};"].join("\n");
  return {
    node: withPlugin(node, fromHolder(parts, 'require("./web/extension.js").common')),
    /** @type {import("esbuild").BuildOptions} */
    web: { ...options, stdin: { contents, resolveDir: process.cwd() } },
  };
}
