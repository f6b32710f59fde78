// Installs a folder of npm packages into the user's cache, once for all clones: keyed by its lock file, complete or not there at all,
// and safe when two processes want it at the same time.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CannotRun } from "./cannotRun.mjs";
import { withLock } from "./fileLock.mjs";
import { npmTrouble } from "./npmTrouble.mjs";
import { cacheDir, root, shortPath } from "./paths.mjs";
import { run } from "./run.mjs";
import { duration, say } from "./say.mjs";

/** Raise when the way of installing changes, so that older installations are left aside. */
const recipe = 2;

/**
 * @param {object} what
 * @param {"server" | "browser"} what.name a folder below scripts/editor
 * @param {string} what.announce the progress line before it starts
 * @param {(folder: string) => void | Promise<void>} [what.finish] further steps after `npm ci`
 * @returns {Promise<string>} the folder with node_modules in it
 */
export async function cachedInstall({ name, announce, finish }) {
  const target = targetOf(name);
  if (existsSync(target)) return target;
  return await withLock(
    `${target}.lock`,
    async () => {
      if (!existsSync(target)) await install(name, target, announce, finish);
      return target;
    },
    {
      onWait: () => {
        say("Another process is installing the same; waiting for it …");
      },
    },
  );
}

/**
 * @param {string} name
 * @param {string} target
 * @param {string} announce
 * @param {((folder: string) => void | Promise<void>) | undefined} finish
 */
async function install(name, target, announce, finish) {
  say(`${announce} (into ${shortPath(target)}) …`);
  const begin = Date.now();
  mkdirSync(cacheDir(), { recursive: true });
  const unfinished = mkdtempSync(join(cacheDir(), "unfinished-"));
  const remove = () => {
    rmSync(unfinished, { recursive: true, force: true });
  };
  process.once("exit", remove);
  try {
    for (const file of ["package.json", "package-lock.json", ".npmrc"]) {
      copyFileSync(join(root, "scripts", "editor", name, file), join(unfinished, file));
    }
    await npm(unfinished, ["ci", "--ignore-scripts", "--omit=dev"]);
    await finish?.(unfinished);
    renameSync(unfinished, target);
  } finally {
    process.off("exit", remove);
    remove();
  }
  say(`Installed in ${duration(Date.now() - begin)}.`);
}

/**
 * Runs npm quietly; its output is only shown when it fails.
 *
 * @param {string} cwd
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] variables besides the present ones
 */
export async function npm(cwd, args, env) {
  const result = await run("npm", [...args, "--no-fund", "--no-audit"], {
    cwd,
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1", ...env },
  });
  if (result.code !== 0) throw new CannotRun(npmTrouble(`npm ${args.join(" ")}`, cwd, result.output));
}

/** @param {string} name */
function targetOf(name) {
  const hash = createHash("sha256").update(`${recipe} ${process.platform} ${process.arch}\n`);
  for (const file of ["package.json", "package-lock.json"])
    hash.update(readFileSync(join(root, "scripts", "editor", name, file)));
  return join(cacheDir(), `${name}-${hash.digest("hex").slice(0, 12)}`);
}
