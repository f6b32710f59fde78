// Runs npm quietly; its output is only shown when it fails, and then in short: it prints the reason first, and then its usage or a long log.

import { CannotRun } from "./cannotRun.mjs";
import { run } from "./run.mjs";

const shownLines = 20;

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] variables besides the present ones
 */
export async function npm(cwd, args, env) {
  const { code, output } = await run("npm", [...args, "--no-fund", "--no-audit"], {
    cwd,
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1", ...env },
  });
  if (code === 0) return;
  const lines = output.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("npm warn"));
  throw new CannotRun([`npm ${args.join(" ")} failed in ${cwd}:`, ...lines.slice(0, shownLines)].join("\n"));
}
