// The core is bundled once, as the engine; the server and the command line take it from there instead of each carrying a copy. What
// of the core they import is found by reading them, so that there is no list to keep.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const SERVER = join(dirname(fileURLToPath(import.meta.url)), "../server/src");
const CORE = join(SERVER, "core");

/** An import of something of the core that is there at run time. */
const IMPORT = /^(?:import|export) (?!type )[^;]*? from "([^"]*\/core\/[^"]+)";/gms;

/** How a module of the core is called in the engine. @param {string} path */
const keyOf = (path) => relative(CORE, path);

/** Modules of the core that others import. @param {string} folder @returns {string[]} */
function importedModules(folder = SERVER) {
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path === CORE ? [] : importedModules(path);
    if (!entry.name.endsWith(".ts")) return [];
    const imports = [...readFileSync(path, "utf8").matchAll(IMPORT)];
    return imports.map(([, module = ""]) => resolve(folder, module));
  });
  return [...new Set(found)].sort();
}

/** The engine's entry: each module under its own name. @returns {import("esbuild").StdinOptions} */
export function engineEntry() {
  const modules = importedModules();
  const imports = modules.map((path, i) => `import * as m${i} from ${JSON.stringify(path)};`);
  const names = modules.map((path, i) => `m${i} as ${JSON.stringify(keyOf(path))}`);
  return { contents: `${imports.join("\n")}\nexport { ${names.join(", ")} };`, resolveDir: SERVER };
}

/**
 * An esbuild plugin that takes imports of the core from the engine.
 *
 * @param {string} engine what to write for the engine: `require("./web/engine.js")`, or the name of a global
 * @returns {import("esbuild").Plugin}
 */
export function fromEngine(engine) {
  return {
    name: "from-engine",
    setup(build) {
      build.onResolve({ filter: /^\.\/web\/engine\.js$/ }, ({ path }) => ({ path, external: true }));
      build.onResolve({ filter: /\/core\/.*\.ts$/ }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, path),
        namespace: "from-engine",
      }));
      build.onLoad({ filter: /.*/, namespace: "from-engine" }, ({ path }) => ({
        contents: `module.exports = ${engine}[${JSON.stringify(keyOf(path))}];`,
        resolveDir: SERVER,
      }));
    },
  };
}
