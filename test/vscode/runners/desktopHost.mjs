// Runs the suite in desktop VS Code, where there is one: named by VSCODE_PATH, or downloaded if its host can be reached.

import { existsSync, readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { CannotRun } from "../../../scripts/lib/cannotRun.mjs";
import { cacheDir } from "../../../scripts/lib/paths.mjs";
import { run } from "../../../scripts/lib/run.mjs";
import { stageExtension } from "../../../scripts/lib/stageExtension.mjs";
import { findProgram } from "../../../scripts/lib/systemPackages.mjs";
import { throwAway } from "../../../scripts/lib/throwAway.mjs";
import { bundleSuite } from "./bundle.mjs";
import { readReport } from "./report.mjs";
import { testWorkspace } from "./testWorkspace.mjs";

const downloads = "https://update.code.visualstudio.com/api/releases/stable";

/** @returns {Promise<import("./report.mjs").SuiteResult>} */
export async function runInDesktop() {
  const find = await desktopFinder();
  const display = displayPrefix();
  const program = await find();
  const tests = await bundleSuite("node");
  const place = throwAway();
  try {
    const folder = testWorkspace(place);
    const reportFile = join(place.dir, "report.jsonl");
    const args = [
      ...[folder, `--extensionDevelopmentPath=${await stageExtension(place.dir)}`, `--extensionTestsPath=${tests}`],
      ...["--user-data-dir", join(place.dir, "user-data"), "--extensions-dir", join(place.dir, "extensions")],
      ...[
        "--no-sandbox",
        "--disable-gpu",
        "--disable-updates",
        "--disable-workspace-trust",
        "--skip-welcome",
        "--skip-release-notes",
      ],
      ...["--disable-telemetry", "--disable-extensions"],
    ];
    const [command = program, ...rest] = [...display, program, ...args];
    const env = { ...place.env, ...screenAccess(), PROSODY_TEST_REPORT: reportFile };
    const { output } = await run(command, rest, { cwd: place.dir, env, timeoutMs: 240_000 });
    return readReport(existsSync(reportFile) ? readFileSync(reportFile, "utf8") : "", output);
  } finally {
    place.remove();
  }
}

/**
 * How to get at the program; a download begins only when it is sure that the tests can run.
 *
 * @returns {Promise<() => Promise<string>>}
 */
async function desktopFinder() {
  const named = process.env["VSCODE_PATH"];
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new CannotRun(`VSCODE_PATH names ${named}, which does not exist.`);
    return () => Promise.resolve(withoutLauncher(named));
  }
  const reachable = await fetch(downloads, { signal: AbortSignal.timeout(3000) }).then(
    (answer) => answer.ok,
    () => false,
  );
  if (!reachable)
    throw new CannotRun("No desktop VS Code: set VSCODE_PATH to one; its download host cannot be reached from here.");
  return () => downloadAndUnzipVSCode({ version: "stable", cachePath: join(cacheDir(), "desktop"), timeout: 30_000 });
}

/** The `code` in PATH is a launcher that returns at once; the program itself lies beside its folder. @param {string} path */
function withoutLauncher(path) {
  const real = realpathSync(path);
  const program = join(dirname(real), "..", basename(real));
  return basename(dirname(real)) === "bin" && existsSync(program) ? program : real;
}

/** Linux without a screen needs a virtual one. */
function displayPrefix() {
  if (process.platform !== "linux" || process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]) return [];
  const xvfb = findProgram("xvfb-run");
  if (xvfb === undefined) throw new CannotRun("Desktop VS Code needs a screen: install xvfb to run its tests without one.");
  return [xvfb, "-a"];
}

/** What lets a program with another home still draw on the user's screen. @returns {NodeJS.ProcessEnv} */
function screenAccess() {
  const xauthority = process.env["XAUTHORITY"] ?? join(homedir(), ".Xauthority");
  const runtime = process.env["XDG_RUNTIME_DIR"];
  return {
    ...(existsSync(xauthority) ? { XAUTHORITY: xauthority } : {}),
    ...(runtime === undefined ? {} : { XDG_RUNTIME_DIR: runtime }),
  };
}
