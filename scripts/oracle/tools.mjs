// Real programs that what we write is put to: shells, and a checker of zone files. From Debian, in the user's cache; nothing is installed.

import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../lib/fileLock.mjs";
import { cacheDir, shortPath } from "../lib/paths.mjs";
import { duration, say } from "../lib/say.mjs";
import { CannotRun } from "../lib/cannotRun.mjs";
import { unpackDebian } from "./debianPackages.mjs";

const release = "bookworm";

/** By the name that tests call them: the package, and where the program lies in it. */
const programs = {
  dash: { package: "dash", path: "bin/dash" },
  bash: { package: "bash", path: "bin/bash" },
  zsh: { package: "zsh", path: "bin/zsh" },
  ksh: { package: "ksh93u+m", path: "bin/ksh93" },
  mksh: { package: "mksh", path: "bin/mksh" },
  busybox: { package: "busybox", path: "bin/busybox" },
  fish: { package: "fish", path: "usr/bin/fish" },
  "named-checkzone": { package: "bind9-utils", path: "usr/bin/named-checkzone" },
};

/** Raise when the way of installing changes. */
const recipe = 1;

/** How to start each: program and first arguments. @returns {Promise<Readonly<Record<string, readonly string[]>>>} */
export async function realTools() {
  if (process.platform !== "linux" || process.arch !== "x64") throw new CannotRun("that takes Linux on a 64-bit PC");
  const target = join(cacheDir(), `tools-${release}-${recipe}`);
  await withLock(`${target}.lock`, async () => {
    if (existsSync(target)) return;
    say(`Getting shells and tools from Debian ${release} (into ${shortPath(target)}) …`);
    const begin = Date.now();
    mkdirSync(cacheDir(), { recursive: true });
    const unfinished = mkdtempSync(join(cacheDir(), "unfinished-"));
    try {
      await unpackDebian({ release, packages: Object.values(programs).map((program) => program.package), folder: unfinished });
      for (const name of ["cache", "lists"]) rmSync(join(unfinished, name), { recursive: true, force: true });
      renameSync(unfinished, target);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
    say(`Got them in ${duration(Date.now() - begin)}.`);
  });
  const root = join(target, "root");
  const loader = ["lib64", "usr/lib64"].map((name) => join(root, name, "ld-linux-x86-64.so.2")).find((path) => existsSync(path));
  if (loader === undefined) throw new CannotRun(`the packages in ${shortPath(target)} are not complete; delete that folder`);
  const libraries = ["lib", "usr/lib"].map((name) => join(root, name, "x86_64-linux-gnu"));
  const paths = [...libraries, join(root, "usr/lib/x86_64-linux-gnu/bind9")].join(":");
  return Object.fromEntries(
    Object.entries(programs).map(([name, { path }]) => [name, [loader, "--library-path", paths, join(root, path)]]),
  );
}
