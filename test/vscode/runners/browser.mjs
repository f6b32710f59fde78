// Drives Debian's Chromium: a browser that reaches this machine and nothing else.

import { createRequire } from "node:module";
import { join } from "node:path";
import { CannotRun } from "../../../scripts/lib/cannotRun.mjs";
import { ensureBrowserPackages } from "../../../scripts/lib/installEditor.mjs";
import { browser, ensurePrograms, findProgram } from "../../../scripts/lib/systemPackages.mjs";

/** @typedef {import("./drivenBrowser.ts").Browser} Browser */

const flags = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost",
];

/**
 * Starts the browser, installing it if need be.
 *
 * @param {import("../../../scripts/lib/throwAway.mjs").ThrowAway} place
 * @returns {Promise<Browser>}
 */
export async function launchBrowser(place) {
  const missing = await ensurePrograms([browser], "the browser tests");
  if (missing !== undefined) throw new CannotRun(missing);
  const executablePath = browser.programs.map(findProgram).find((path) => path !== undefined);
  const require = createRequire(join(await ensureBrowserPackages(), "package.json"));
  /** @type {unknown} */
  const loaded = require("playwright-core");
  const { chromium } = /** @type {import("./drivenBrowser.ts").Playwright} */ (loaded);
  return await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: flags,
    env: definedOnly(place.env),
    timeout: 30_000,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * Opens a page in which the editor runs a test suite, and waits for the suite's end.
 *
 * @param {Browser} driven
 * @param {string} url
 * @param {object} options
 * @param {number} options.timeoutMs
 * @param {(text: string) => void} options.onLog
 * @param {Promise<unknown>} options.serverGone when the server behind the page has ended
 * @returns {Promise<string>} "exit 0", "exit 1", or what went wrong
 */
export async function runAutomatedPage(driven, url, { timeoutMs, onLog, serverGone }) {
  const page = await driven.newPage({ viewport: { width: 1280, height: 800 } });
  /** @type {(end: string) => void} */
  let finish = () => undefined;
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => (finish = resolve));
  const timer = setTimeout(() => {
    finish(`no end after ${timeoutMs / 1000} s`);
  }, timeoutMs);
  page.once("crash", () => {
    finish("the page crashed");
  });
  driven.once("disconnected", () => {
    finish("the browser ended");
  });
  void serverGone.then(() => {
    finish("the server ended");
  });
  page.on("console", (message) => {
    onLog(message.text());
  });
  page.on("pageerror", (error) => {
    onLog(`pageerror ${error.message}`);
  });
  try {
    // The two functions that the editor's test driver calls.
    await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => {
      finish(`exit ${code}`);
    });
    await page.exposeFunction("codeAutomationLog", (/** @type {string} */ type, /** @type {readonly unknown[]} */ args) => {
      onLog([type, ...args.map((each) => (typeof each === "string" ? each : JSON.stringify(each)))].join(" "));
    });
    await page.goto(url, { timeout: 30_000, waitUntil: "domcontentloaded" });
    return await ended;
  } finally {
    clearTimeout(timer);
    await page.close().catch(() => undefined);
  }
}

/** @param {NodeJS.ProcessEnv} env @returns {Record<string, string>} */
function definedOnly(env) {
  /** @type {Record<string, string>} */
  const defined = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined) defined[name] = value;
  return defined;
}
