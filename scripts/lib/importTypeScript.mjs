// Runs TypeScript of the checkout inside a script: bundled in memory and imported, so that generators read the same code that ships.

import { build } from "esbuild";

/**
 * @param {string} contents an entry, whose relative imports start at `folder`
 * @param {string} folder
 * @returns {Promise<unknown>} what it exports
 */
export async function importTypeScript(contents, folder) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    logLevel: "silent",
  });
  const [file] = outputFiles;
  /** @type {unknown} */
  const module = await import(`data:text/javascript;base64,${Buffer.from(file?.contents ?? []).toString("base64")}`);
  return module;
}
