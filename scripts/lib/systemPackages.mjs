// Makes sure that programs of the operating system are there: from Debian's packages, as root or through sudo without a question.
// Where that cannot be done, it says in one sentence what to install.

import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";
import { duration, lastLines, say } from "./say.mjs";

/** A program by one of its names, and the packages that bring it. */
/** @typedef {{ readonly programs: readonly string[], readonly packages: readonly string[] }} SystemProgram */

/** What building the editor's two native modules takes. @type {readonly SystemProgram[]} */
export const compilers = [
  { programs: ["g++"], packages: ["g++"] },
  { programs: ["make"], packages: ["make"] },
  { programs: ["python3"], packages: ["python3"] },
];

/** The browser for the tests, with a font: without any it shows boxes in place of letters. @type {SystemProgram} */
export const browser = { programs: ["chromium", "chromium-browser"], packages: ["chromium", "fonts-dejavu-core"] };

/**
 * Installs what is missing of the given programs.
 *
 * @param {readonly SystemProgram[]} wanted
 * @param {string} purpose for the progress line: "the editor", "the browser tests"
 * @returns {Promise<string | undefined>} nothing when all is there; else the sentence that says what to install
 */
export async function ensurePrograms(wanted, purpose) {
  const packages = wanted.filter(isMissing).flatMap((each) => each.packages);
  if (packages.length === 0) return undefined;
  const names = packages.join(" ");
  const byHand = `Install ${names} by hand (on Debian: apt-get install ${names}) to have ${purpose}`;
  if (findProgram("apt-get") === undefined) return `${byHand}: apt-get is not on this machine.`;
  const prefix = await rootPrefix();
  if (prefix === undefined) return `${byHand}: that needs root, or sudo without a password.`;

  say(`Installing Debian packages for ${purpose}: ${names} …`);
  const begin = Date.now();
  const apt = (/** @type {readonly string[]} */ args) =>
    run(prefix[0] ?? "env", [
      ...prefix.slice(1),
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      "-q",
      "-o",
      "DPkg::Lock::Timeout=300",
      ...args,
    ]);
  const install = () => apt(["install", "-y", "--no-install-recommends", ...packages]);
  // The package lists of a fresh machine are absent or old; on others the first try is enough and is much faster.
  let result = await install();
  if (result.code !== 0) {
    const update = await apt(["update"]);
    result = update.code === 0 ? await install() : update;
  }
  const still = wanted.filter(isMissing);
  if (still.length > 0) {
    say(lastLines(result.output, 10));
    return `${byHand}: apt-get could not install them.`;
  }
  say(`Debian packages installed in ${duration(Date.now() - begin)}.`);
  return undefined;
}

/**
 * The full path of a program, as the shell would find it.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function findProgram(name) {
  for (const folder of (process.env["PATH"] ?? "").split(":")) {
    const path = join(folder || ".", name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** @param {SystemProgram} program */
function isMissing(program) {
  return program.programs.every((name) => findProgram(name) === undefined);
}

/** How to run something as root, ending in `env` so that variables can be set; nothing when we cannot. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return ["env"];
  if (findProgram("sudo") === undefined) return undefined;
  const { code } = await run("sudo", ["-n", "true"], { timeoutMs: 10_000 });
  return code === 0 ? ["sudo", "-n", "env"] : undefined;
}
