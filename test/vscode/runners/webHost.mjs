// Runs the suite in the extension host of VS Code for the Web: a web worker in the browser, with no Node behind it.

import { once } from "node:events";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../../scripts/lib/freePort.mjs";
import { ensureBrowserPackages, webBuildsIn } from "../../../scripts/lib/installEditor.mjs";
import { endGroup, startGroup } from "../../../scripts/lib/run.mjs";
import { stageExtension } from "../../../scripts/lib/stageExtension.mjs";
import { throwAway } from "../../../scripts/lib/throwAway.mjs";
import { waitForServer } from "../../../scripts/lib/waitForServer.mjs";
import { launchBrowser, runAutomatedPage } from "./browser.mjs";
import { bundleSuite } from "./bundle.mjs";
import { readReport } from "./report.mjs";
import { testWorkspace } from "./testWorkspace.mjs";
import { windowLog } from "./windowLog.mjs";

const serverScript = fileURLToPath(new URL("webServer.mjs", import.meta.url));

/** What the suite's reporter puts before each of its lines in the console. */
const mark = "PROSODY_TEST ";

/** @returns {Promise<import("./report.mjs").SuiteResult>} */
export async function runInWebHost() {
  const packages = await ensureBrowserPackages();
  const tests = await bundleSuite("web");
  const place = throwAway();
  const browser = await launchBrowser(place);
  const port = await freePort();
  const extension = await stageExtension(place.dir);
  // The server serves nothing outside the extension's folder.
  const suite = join(extension, "suite.js");
  copyFileSync(tests, suite);
  const options = {
    ...{ browserType: "none", quality: "stable", commit: "local", testRunnerDataDir: webBuildsIn(packages) },
    ...{ extensionDevelopmentPath: extension, extensionTestsPath: suite, host: "127.0.0.1", port },
    folderPath: testWorkspace(place),
  };
  const server = startGroup(process.execPath, [serverScript, packages, JSON.stringify(options)], {
    cwd: place.dir,
    env: place.env,
  });
  try {
    /** @type {Set<string>} */
    const results = new Set();
    const log = windowLog("web-host");
    const onLog = (/** @type {string} */ text) => {
      const at = text.indexOf(mark);
      if (at < 0) log.add(text);
      else results.add(text.slice(at + mark.length).split("\n")[0] ?? "");
    };
    const url = `http://127.0.0.1:${port}/`;
    await waitForServer(url, server);
    const end = await runAutomatedPage(browser, url, { timeoutMs: 240_000, onLog, serverGone: once(server, "exit") });
    return readReport([...results].join("\n"), `${end}\n${log.finish()}`);
  } finally {
    await endGroup(server);
    await browser.close();
    place.remove();
  }
}
