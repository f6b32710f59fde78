// A package of the npm registry, with all that it needs, in the user's cache: for what is too heavy to come along with every checkout.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cached } from "../lib/cached.mjs";
import { CannotRun } from "../lib/cannotRun.mjs";
import { run } from "../lib/run.mjs";
import { lastLines } from "../lib/say.mjs";

/**
 * @param {string} name
 * @param {string} version
 * @returns {Promise<string>} its folder
 */
export async function npmPackage(name, version) {
  const folder = await cached(`npm-${name}-${version}`, `Getting ${name} from the npm registry`, async (unfinished) => {
    writeFileSync(join(unfinished, "package.json"), '{ "private": true }\n');
    const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
    const { code, output } = await run("npm", ["install", ...options, `${name}@${version}`], {
      cwd: unfinished,
      timeoutMs: 300_000,
    });
    if (code !== 0) {
      const reason = output.split("\n").find((line) => line.includes("reason:")) ?? lastLines(output.trim(), 1);
      throw new CannotRun(`npm failed: ${reason.replace(/^npm error /, "")}`);
    }
  });
  return join(folder, "node_modules", name);
}
