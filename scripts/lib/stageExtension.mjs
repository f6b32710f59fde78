// Puts the built extension where an editor finds it: either its files as they would be packaged, or the package itself.
// Editors never load it from the checkout, so that a build that goes on there does not disturb them.

import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { withDist } from "./build.mjs";
import { root } from "./paths.mjs";
import { readJson } from "./readJson.mjs";
import { run } from "./run.mjs";
import { lastLines } from "./say.mjs";

/**
 * Copies the files that a package would hold; quicker than packaging and installing.
 *
 * @param {string} parent an editor's folder of extensions, or any other
 * @returns {Promise<string>} the extension's own folder in it
 */
export async function stageExtension(parent) {
  const { publisher, name, version } = /** @type {{ publisher: string, name: string, version: string }} */ (
    readJson(join(root, "package.json"))
  );
  const target = join(parent, `${publisher}.${name}-${version}`);
  await withDist(async () => {
    const listed = await vsce(["ls", "--no-dependencies"]);
    for (const file of listed.split("\n").filter((line) => line !== "" && existsSync(join(root, line)))) {
      mkdirSync(dirname(join(target, file)), { recursive: true });
      cpSync(join(root, file), join(target, file));
    }
  });
  return target;
}

/**
 * Packages the extension.
 *
 * @param {string} vsix the file to write
 */
export async function packageExtension(vsix) {
  await withDist(() =>
    vsce(["package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", vsix]),
  );
}

/** @param {readonly string[]} args */
async function vsce(args) {
  const entry = join(root, "node_modules", "@vscode", "vsce", "vsce");
  const { code, output } = await run(process.execPath, [entry, ...args], { cwd: root, timeoutMs: 120_000 });
  if (code !== 0) throw new Error(`vsce ${args.join(" ")} failed:\n${lastLines(output, 20)}`);
  return output;
}
