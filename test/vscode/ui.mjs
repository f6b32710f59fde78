// Looks at the packaged extension as a person does: installs it, opens a file in the browser, uses it with keyboard and mouse,
// and leaves a screenshot of each step in test-results/.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { addressOf, installExtension, startCodeServer } from "../../scripts/lib/codeServer.mjs";
import { ensureEditor } from "../../scripts/lib/installEditor.mjs";
import { resultsDir, root } from "../../scripts/lib/paths.mjs";
import { copyFolder } from "../../scripts/lib/sampleFolder.mjs";
import { packageExtension } from "../../scripts/lib/stageExtension.mjs";
import { throwAway } from "../../scripts/lib/throwAway.mjs";
import { launchBrowser } from "./runners/browser.mjs";
import { commandSteps } from "./commandSteps.mjs";
import { uiSteps } from "./uiSteps.mjs";

const shots = join(resultsDir, "screenshots");

/** The terminal draws its text as elements and not as a picture, so that it can be read. */
const settings = { "files.autoSave": "off", "terminal.integrated.gpuAcceleration": "off" };

/** @returns {Promise<import("./runners/report.mjs").SuiteResult>} */
export async function runUiTest() {
  const editor = await ensureEditor();
  mkdirSync(shots, { recursive: true });
  const place = throwAway();
  const browser = await launchBrowser(place);
  try {
    const vsix = join(place.dir, "prosody-config.vsix");
    await packageExtension(vsix);
    await installExtension(editor, place, vsix);
    const folder = copyFolder(join(root, "test", "vscode", "workspace"), place, "workspace");
    const server = await startCodeServer(editor, place, { settings });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(20_000);
      await page.goto(addressOf(server, folder, [["openFile", join(folder, "prosody.cfg.lua")]]), { timeout: 30_000 });
      const shown = await walk(page, uiSteps);
      await page.close();
      const empty = join(place.dir, "new-server");
      mkdirSync(empty);
      const second = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      second.setDefaultTimeout(20_000);
      await second.goto(addressOf(server, empty, []), { timeout: 30_000 });
      await second.locator(".monaco-workbench").first().waitFor({ timeout: 30_000 });
      return together(shown, await walk(second, commandSteps));
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
    place.remove();
  }
}

/**
 * @param {import("./runners/report.mjs").SuiteResult} one
 * @param {import("./runners/report.mjs").SuiteResult} other
 */
function together(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    lines: [...one.lines, ...other.lines],
  };
}

/**
 * Each step begins where the last one ended; after a failure the later ones still try, from a closed menu.
 *
 * @param {import("./runners/drivenBrowser.ts").Page} page
 * @param {readonly import("./uiSteps.mjs").UiStep[]} steps
 * @returns {Promise<import("./runners/report.mjs").SuiteResult>}
 */
async function walk(page, steps) {
  let passed = 0;
  let failed = 0;
  const lines = [];
  let inARow = 0;
  for (const { name, shot, act } of steps) {
    // What comes later rests on what came before.
    if (inARow === 3) {
      failed += 1;
      lines.push(`  ✗ ${name} (not tried)`);
      continue;
    }
    const path = join(shots, `${shot}.png`);
    try {
      await act(page, () => page.screenshot({ path }).then(() => undefined));
      passed += 1;
      inARow = 0;
      lines.push(`  ✓ ${name}`);
    } catch (error) {
      failed += 1;
      inARow += 1;
      await page.screenshot({ path }).catch(() => undefined);
      const text = error instanceof Error ? error.message : String(error);
      lines.push(`  ✗ ${name}`, ...text.split("\n").map((line) => `      ${line}`), `      See ${path}`);
      await page.keyboard.press("Escape").catch(() => undefined);
      await page.keyboard.press("Escape").catch(() => undefined);
    }
  }
  return { passed, failed, skipped: 0, lines };
}
