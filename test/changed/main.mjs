// `npm run test:changed`: runs the tests that are about what changed since the branch left main, in seconds. `-- --wide` runs all that
// reach it by imports, `-- --since REF` compares with something else. `npm test` stays the judge.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../scripts/lib/paths.mjs";
import { say } from "../../scripts/lib/say.mjs";
import { importers, reaching, testsOf, trackedFiles } from "./testsOf.mjs";

/** @param {...string} args */
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();

/** Where the branch left main; on main itself, or without it, the last commit. */
function base() {
  try {
    return git("merge-base", "HEAD", "main");
  } catch {
    return "HEAD";
  }
}

const { values } = parseArgs({ options: { wide: { type: "boolean" }, since: { type: "string" } } });
const since = values.since ?? base();
const changed = [
  ...new Set([
    ...git("diff", "--name-only", since).split("\n"),
    ...git("ls-files", "--others", "--exclude-standard").split("\n"),
  ]),
].filter((path) => path !== "" && !path.startsWith("test/vscode/"));
const known = await importers();
const tests = new Set(
  changed.flatMap((path) => (values.wide === true ? [...testsOf(known, path), ...reaching(known, path)] : testsOf(known, path))),
);
const there = [...tests].filter((path) => existsSync(join(root, path)));

if (there.length === 0) {
  say("Nothing has changed that a test is about.");
} else {
  say(`Changed files: ${changed.length}. Running ${there.length} of ${trackedFiles("test/*.test.ts").length} test files.`);
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  process.exitCode = spawnSync(process.execPath, [vitest, "run", ...there], { cwd: root, stdio: "inherit" }).status ?? 1;
}
