// Runs the suite in the Node extension host of the editor that `npm start` opens.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addressOf, startCodeServer } from "../../../scripts/lib/codeServer.mjs";
import { ensureEditor } from "../../../scripts/lib/installEditor.mjs";
import { stageExtension } from "../../../scripts/lib/stageExtension.mjs";
import { throwAway } from "../../../scripts/lib/throwAway.mjs";
import { launchBrowser, runAutomatedPage } from "./browser.mjs";
import { bundleSuite } from "./bundle.mjs";
import { readReport } from "./report.mjs";
import { testWorkspace } from "./testWorkspace.mjs";
import { windowLog } from "./windowLog.mjs";

/** @returns {Promise<import("./report.mjs").SuiteResult>} */
export async function runInNodeHost() {
  const editor = await ensureEditor();
  const tests = await bundleSuite("node");
  const place = throwAway();
  const browser = await launchBrowser(place);
  try {
    const folder = testWorkspace(place);
    const reportFile = join(place.dir, "report.jsonl");
    const server = await startCodeServer(editor, place, { testDriver: true, env: { PROSODY_TEST_REPORT: reportFile } });
    try {
      const url = addressOf(server, folder, [
        ["extensionDevelopmentPath", await stageExtension(place.dir)],
        ["extensionTestsPath", tests],
      ]);
      const log = windowLog("node-host");
      const end = await runAutomatedPage(browser, url, { timeoutMs: 240_000, onLog: log.add, serverGone: server.exited });
      const report = existsSync(reportFile) ? readFileSync(reportFile, "utf8") : "";
      return readReport(report, `${end}\n${log.finish()}`);
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
    place.remove();
  }
}
