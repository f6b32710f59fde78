// The core is bundled once, in three files; whatever else is bundled takes it from there instead of carrying a copy. The engine is what
// every key stroke may need. The workshop is what one asks for now and then: it is loaded when it is first used, and stands on the
// engine. One library of the workshop's is a file of its own, as only Dockerfiles need it. What is imported is found by reading the
// sources, so that there is no list to keep but the one of the workshop.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";

const SERVER = join(dirname(fileURLToPath(import.meta.url)), "../server/src");
const CORE = join(SERVER, "core");

/** What of the core the workshop holds: folders, with a slash at the end, and files. The rest is the engine. */
const WORKSHOP = [
  "analyseContainers.ts",
  "convert/",
  "dns/",
  "effective/",
  "features/effectiveHover.ts",
  "generate/",
  "graphFiles.ts",
  "graphNeighbours.ts",
  "migrate/",
  "model/containerNeighbours.ts",
  "model/environment/",
  "model/lowerContainers.ts",
  "model/wholeConfiguration.ts",
  "scaffold/",
  "syntax/containers/",
  "syntax/yaml/",
  // JSON that people write: few projects have any.
  "rules/configFile.ts",
  "rules/configSpec.ts",
  "schema/extension.ts",
  "schema/extensionProblems.ts",
  "schema/extensionSpec.ts",
  "schema/jsonText.ts",
  "schema/spec.ts",
];

/** The module of the workshop that is a bundle of its own, with the library that it hides. */
const DOCKERFILE = "syntax/containers/dockerfileLines.ts";

/** How a module of the core is called in its bundle: `text/span.ts`. @param {string} path */
const keyOf = (path) => relative(CORE, path).split(sep).join("/");

/** @param {string} key */
export const inWorkshop = (key) => WORKSHOP.some((part) => (part.endsWith("/") ? key.startsWith(part) : key === part));

/** An import of a file of ours that is there at run time. */
const IMPORT = /^(?:import|export) (?!type )[^;]*? from "(\.[^"]+\.ts)";|\bimport\("(\.[^"]+\.ts)"\)/gms;

/** @param {string} folder @returns {string[]} */
function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}

/** @param {string} path */
const isCore = (path) => path.startsWith(CORE + sep);

/**
 * What others take from the engine and from the workshop: the outside from both, and the workshop from the engine.
 *
 * @returns {{ readonly engine: string[], readonly workshop: string[] }}
 */
function takenModules() {
  /** @type {Set<string>} */
  const engine = new Set();
  /** @type {Set<string>} */
  const workshop = new Set();
  for (const source of sourcesIn(SERVER)) {
    const outside = !isCore(source);
    if (!outside && !inWorkshop(keyOf(source))) continue;
    for (const [, statement, call] of readFileSync(source, "utf8").matchAll(IMPORT)) {
      const path = resolve(dirname(source), statement ?? call ?? "");
      if (!isCore(path)) continue;
      if (!inWorkshop(keyOf(path))) engine.add(path);
      else if (outside) workshop.add(path);
    }
  }
  return { engine: [...engine].sort(), workshop: [...workshop].sort() };
}

/** Each module under its own name. @param {readonly string[]} modules @returns {import("esbuild").StdinOptions} */
function entryOf(modules) {
  const imports = modules.map((path, i) => `import * as m${i} from ${JSON.stringify(path)};`);
  const names = modules.map((path, i) => `m${i} as ${JSON.stringify(keyOf(path))}`);
  return { contents: `${imports.join("\n")}\nexport { ${names.join(", ")} };`, resolveDir: SERVER };
}

/** Files for Node, which requires them, and for workers, to which they are globals. @param {string} name */
export const global = (name) => ({
  format: /** @type {const} */ ("iife"),
  globalName: name,
  footer: { js: `if (typeof module === "object") module.exports = ${name};` },
});

/** @returns {import("esbuild").BuildOptions} */
export function engineOptions() {
  return { ...global("prosodyEngine"), stdin: entryOf(takenModules().engine), plugins: [engineAlone()] };
}

/** @returns {import("esbuild").BuildOptions} */
export function workshopOptions() {
  const plugin = standingOnEngine((key) => inWorkshop(key) && key !== DOCKERFILE);
  return { ...global("prosodyWorkshop"), stdin: entryOf(takenModules().workshop), plugins: [plugin] };
}

/** @returns {import("esbuild").BuildOptions} */
export function dockerfileOptions() {
  const plugins = [standingOnEngine((key) => key === DOCKERFILE), withoutProtocol];
  return {
    ...global("prosodyDockerfile"),
    stdin: entryOf([join(CORE, DOCKERFILE)]),
    plugins,
    // The library counts on Node.
    define: { "Buffer.from": "encodeText" },
    inject: [join(SERVER, "../../scripts/lib/encodeText.mjs")],
  };
}

/**
 * Refuses what would make the engine carry a part of the workshop.
 *
 * @param {(key: string) => boolean} later
 * @returns {import("esbuild").Plugin}
 */
export function engineAlone(later = inWorkshop) {
  return {
    name: "engine-alone",
    setup(build) {
      build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, importer, resolveDir }) => {
        const [from, to] = [keyOf(importer), keyOf(resolve(resolveDir, path))];
        if (later(from) || !later(to)) return undefined;
        const text =
          `core/${from} imports core/${to}, which is part of the workshop: what every key stroke needs must not wait for what is ` +
          `loaded later. Import its types only, move the shared part out of the workshop, or change the table in scripts/engineBundle.mjs.`;
        return { errors: [{ text }] };
      });
    },
  };
}

/**
 * Takes what is not its own from the engine, and what reads Dockerfiles from there.
 *
 * @param {(key: string) => boolean} own
 * @returns {import("esbuild").Plugin}
 */
function standingOnEngine(own) {
  return {
    name: "standing-on-engine",
    setup(build) {
      build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir }) => {
        const found = resolve(resolveDir, path);
        const key = keyOf(found);
        if (own(key)) return undefined;
        if (key === DOCKERFILE) return { path: found, namespace: "dockerfile" };
        if (!inWorkshop(key)) return { path: found, namespace: "engine" };
        return {
          errors: [{ text: `core/${DOCKERFILE} is a bundle of its own and must not import core/${key} of the workshop.` }],
        };
      });
      build.onResolve({ filter: BESIDE }, ({ path }) => ({ path, external: true }));
      build.onLoad({ filter: /.*/, namespace: "engine" }, ({ path }) => ({
        contents: `module.exports = ${taken(HOSTS.both.engine, path)};`,
        resolveDir: SERVER,
      }));
      build.onLoad({ filter: /.*/, namespace: "dockerfile" }, async ({ path }) => ({
        contents: await lazily(taken(HOSTS.both.dockerfile, path), path),
        resolveDir: SERVER,
        watchFiles: [path],
      }));
    },
  };
}

/**
 * The library for Dockerfiles makes places and ranges by the types of the language server protocol, of which half is not needed: it
 * would be as large as the library's own code.
 *
 * @type {import("esbuild").Plugin}
 */
const withoutProtocol = {
  name: "without-protocol",
  setup(build) {
    build.onResolve({ filter: /^vscode-languageserver-types$/ }, ({ path }) => ({ path, namespace: "protocol" }));
    build.onLoad({ filter: /.*/, namespace: "protocol" }, () => ({
      contents:
        "export const Position = { create: (line, character) => ({ line, character }) };\n" +
        "export const Range = { create: (start, end) => ({ start, end }) };",
    }));
  },
};

/** @param {string} bundle @param {string} path */
const taken = (bundle, path) => `(${bundle})[${JSON.stringify(keyOf(path))}]`;

/** A bundle that stays one. */
const BESIDE = /^\.\/(?:web\/)?(?:engine|workshop|dockerfile)\.js$/;

const WEB_WORKSHOP = 'typeof prosodyWorkshop === "undefined" ? (prosodyLoad("workshop"), prosodyWorkshop) : prosodyWorkshop';

/** How each host gets them. In a worker the client has loaded the engine, and left a function that loads the others. */
const HOSTS = {
  node: { engine: 'require("./web/engine.js")', workshop: 'require("./web/workshop.js")' },
  web: { engine: "prosodyEngine", workshop: WEB_WORKSHOP },
  // For a bundle that lies beside them and runs in either.
  both: {
    engine: 'typeof prosodyEngine === "undefined" ? require("./engine.js") : prosodyEngine',
    workshop: `typeof prosodyLoad === "undefined" ? require("./workshop.js") : ${WEB_WORKSHOP}`,
    dockerfile:
      'typeof prosodyLoad === "undefined" ? require("./dockerfile.js") : (prosodyLoad("dockerfile"), prosodyDockerfile)',
  },
};

/**
 * An esbuild plugin that takes imports of the core from engine and workshop.
 *
 * @param {keyof typeof HOSTS} host
 * @returns {import("esbuild").Plugin}
 */
export function fromEngine(host) {
  return {
    name: "from-engine",
    setup(build) {
      build.onResolve({ filter: BESIDE }, ({ path }) => ({ path, external: true }));
      build.onResolve({ filter: /\/core\/.*\.ts$/ }, ({ path, resolveDir }) => {
        const found = resolve(resolveDir, path);
        return { path: found, namespace: inWorkshop(keyOf(found)) ? "workshop" : "engine" };
      });
      build.onLoad({ filter: /.*/, namespace: "engine" }, ({ path }) => ({
        contents: `module.exports = ${taken(HOSTS[host].engine, path)};`,
        resolveDir: SERVER,
      }));
      build.onLoad({ filter: /.*/, namespace: "workshop" }, async ({ path }) => ({
        contents: await lazily(taken(HOSTS[host].workshop, path), path),
        resolveDir: SERVER,
        watchFiles: [path],
      }));
    },
  };
}

/** An exported text or number: the same wherever it stands. */
const CONSTANT = /^export const (\w+) = ("(?:[^"\\]|\\.)*"|\d+);$/gm;

/** A module whose exports are fetched when one of them is first used. @param {string} module @param {string} path */
async function lazily(module, path) {
  const constants = new Map([...readFileSync(path, "utf8").matchAll(CONSTANT)].map(([, name = "", value = ""]) => [name, value]));
  const members = (await exportsOf(path)).map((name) => {
    const value = constants.get(name);
    return value === undefined ? `get ${name}() { return load().${name}; }` : `${name}: ${value}`;
  });
  return `let loaded;\nconst load = () => loaded ??= ${module};\nmodule.exports = { ${members.join(", ")} };`;
}

/** The values that a module exports, without its types. @param {string} path @returns {Promise<readonly string[]>} */
async function exportsOf(path) {
  if (/^export \*/m.test(readFileSync(path, "utf8"))) {
    throw new Error(`core/${keyOf(path)} is part of the workshop, and must name what it exports: \`export *\` does not say it.`);
  }
  const { metafile } = await bundle({ entryPoints: [path], format: "esm", write: false, metafile: true, logLevel: "silent" });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}
