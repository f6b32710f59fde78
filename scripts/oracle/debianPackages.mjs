// Gets packages of another Debian release, with all that they need, into a folder of their own: nothing is installed and nothing runs
// as root. Programs from there run with that release's own C library.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotRun } from "../lib/cannotRun.mjs";
import { run } from "../lib/run.mjs";
import { lastLines } from "../lib/say.mjs";
import { findProgram } from "../lib/systemPackages.mjs";

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/**
 * @param {object} what
 * @param {string} what.release Debian's code name: "bookworm"
 * @param {readonly string[]} what.packages
 * @param {string} what.folder gets the packages' files in `root`
 * @param {boolean} [what.alone] without what they depend on
 */
export async function unpackDebian({ release, packages, folder, alone = false }) {
  for (const program of ["apt-get", "dpkg"]) {
    if (findProgram(program) === undefined) throw new CannotRun(`${program} is not on this machine`);
  }
  if (!existsSync(keyring)) throw new CannotRun(`${keyring} is not on this machine`);
  const mirror = await debianMirror();
  for (const name of ["lists/partial", "cache/archives/partial", "root"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "status"), "");
  writeFileSync(join(folder, "sources.list"), `deb [signed-by=${keyring}] ${mirror} ${release} main\n`);
  // An empty status means that nothing is there yet, so that the C library comes along, too.
  const settings = {
    "Dir::Etc::sourcelist": join(folder, "sources.list"),
    "Dir::Etc::sourceparts": "/dev/null",
    "Dir::Etc::preferencesparts": "/dev/null",
    "Dir::State::lists": join(folder, "lists"),
    "Dir::State::status": join(folder, "status"),
    "Dir::Cache": join(folder, "cache"),
    "APT::Install-Recommends": "false",
    "Acquire::Languages": "none",
    "Debug::NoLocking": "1",
    // Else a list that cannot be fetched is a warning, and what comes of it is said later and in other words.
    "APT::Update::Error-Mode": "any",
    "Acquire::Retries": "3",
    "Acquire::http::Timeout": "30",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  // Where we are root, apt would fetch as a user that may not enter the folder.
  if (process.getuid?.() === 0) options.push("-o", "APT::Sandbox::User=root");
  await must("apt-get", [...options, "-q", "update"]);
  const archives = join(folder, "cache/archives");
  if (alone) await must("apt-get", [...options, "-q", "download", ...packages], archives);
  else await must("apt-get", [...options, "-q", "-y", "--download-only", "install", ...packages]);
  for (const file of readdirSync(archives).filter((name) => name.endsWith(".deb"))) {
    await must("dpkg", ["-x", join(archives, file), join(folder, "root")]);
  }
}

/** The first that this machine takes packages of Debian from. */
async function debianMirror() {
  const { code, output } = await run("apt-get", ["indextargets", "--format", "$(ORIGIN) $(REPO_URI)", "Created-By: Packages"]);
  const found = code === 0 ? /^Debian (\S+)$/m.exec(output)?.[1] : undefined;
  if (found === undefined) throw new CannotRun("apt-get takes no packages from Debian on this machine");
  return found;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} [cwd]
 */
async function must(program, args, cwd) {
  const { code, output } = await run(program, args, { timeoutMs: 300_000, ...(cwd === undefined ? {} : { cwd }) });
  if (code === 0) return;
  const errors = output.split("\n").filter((line) => line.startsWith("E: "));
  throw new CannotRun(`${program} failed: ${errors[0]?.slice("E: ".length) ?? lastLines(output.trim(), 3)}`);
}
