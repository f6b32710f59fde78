// Every command that writes, from the palette to its result, in one go: a folder without anything becomes a server, grows, and is written in
// all the forms that there are.

/** @typedef {import("./runners/drivenBrowser.ts").Page} Page */
/** @typedef {import("./uiSteps.mjs").UiStep} UiStep */

/**
 * @param {string} name what the step shows
 * @param {string} shot
 * @param {(page: Page) => Promise<void>} act
 * @returns {UiStep}
 */
const step = (name, shot, act) => ({
  name,
  shot,
  async act(page, shoot) {
    await act(page);
    await shoot();
    await dismiss(page);
  },
});

/** @type {readonly UiStep[]} */
export const commandSteps = [
  step("a new server is asked for and made", "new-server", async (page) => {
    await command(page, "New Server Configuration");
    await answer(page, "example.org");
    await answer(page, undefined);
    await choose(page, "Package");
    await choose(page, "Files");
    await page.keyboard.press("Enter");
    await choose(page, "30 days");
    await tab(page, "prosody.cfg.lua");
    await hasSymbol(page, "groups.example.org");
  }),
  step("a host is added", "add-host", async (page) => {
    await command(page, "Add VirtualHost");
    await answer(page, "example.net");
    await hasSymbol(page, "example.net");
  }),
  step("a wrong name is refused while it is typed", "wrong-name", async (page) => {
    await command(page, "Add VirtualHost");
    await page.keyboard.type("https://example.org", { delay: 5 });
    await page.locator(".quick-input-message").filter({ hasText: "web address" }).first().waitFor();
  }),
  step("a component is added", "add-component", async (page) => {
    await command(page, "Add Component");
    await choose(page, "pubsub");
    await answer(page, undefined);
    await hasSymbol(page, "pubsub.example.org");
  }),
  step("an external component is added, with its secret in a file", "add-external-component", async (page) => {
    await command(page, "Add External Component");
    await answer(page, "irc.example.org");
    await hasSymbol(page, "irc.example.org");
    await isFile(page, "irc-example-org");
  }),
  step("a module is enabled", "enable-module", async (page) => {
    await command(page, "Enable Module");
    await choose(page, "announce");
    await choose(page, "Whole server");
    await says(page, "announce");
  }),
  step("TURN is set up", "set-up-turn", async (page) => {
    await command(page, "Set Up TURN");
    await answer(page, undefined);
    await hasSymbol(page, "turn_external_secret");
  }),
  step("certificates are set up", "set-up-certificates", async (page) => {
    await command(page, "Set Up Certificates");
    await answer(page, undefined);
    await notified(page, "Prosody looks in certs");
  }),
  step("a reverse proxy is set up", "set-up-reverse-proxy", async (page) => {
    await command(page, "Set Up Reverse Proxy");
    await answer(page, undefined);
    await hasSymbol(page, "trusted_proxies");
  }),
  step("OpenMetrics is set up", "set-up-openmetrics", async (page) => {
    await command(page, "Set Up OpenMetrics");
    await hasSymbol(page, "statistics");
  }),
  step("SQL storage is set up, and what is set already is kept", "set-up-sql", async (page) => {
    await command(page, "Set Up SQL Storage");
    await choose(page, "PostgreSQL");
    await hasSymbol(page, "sql");
  }),
  step("DNS records and ports are shown", "dns", async (page) => {
    await save(page);
    await command(page, "Show DNS Records");
    await says(page, "_xmpp-client._tcp");
  }),
  step("the configuration becomes an env file", "convert-to-env", async (page) => {
    await open(page, "prosody.cfg.lua");
    await command(page, "Convert prosody.cfg.lua to Env File");
    await says(page, "PROSODY_VIRTUAL_HOSTS");
  }),
  step("the upgrade to another version is checked", "check-upgrade", async (page) => {
    await open(page, "prosody.cfg.lua");
    await command(page, "Check Upgrade to");
    await choose(page, "Prosody trunk");
    await says(page, "trunk");
  }),
];

/** @param {Page} page @param {string} title */
async function command(page, title) {
  const row = page.locator(".quick-input-list .monaco-list-row").filter({ hasText: `Prosody: ${title}` }).first();
  // In a window that has just opened, the extension may not be there yet.
  for (let attempt = 0; attempt < 10 && !(await row.isVisible()); attempt += 1) {
    await page.keyboard.press("Escape");
    await page.keyboard.press("F1");
    await page.locator(".quick-input-widget input").first().waitFor();
    await page.keyboard.type(`Prosody: ${title}`, { delay: 5 });
    await row.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  await page.keyboard.press("Enter");
  // The palette makes way for the command's own questions.
  await row.waitFor({ state: "detached" });
}

/** Types an answer; undefined takes what is proposed. @param {Page} page @param {string | undefined} text */
async function answer(page, text) {
  await page.locator(".quick-input-widget input").first().waitFor();
  if (text !== undefined) {
    await page.keyboard.press("Control+A");
    await page.keyboard.type(text, { delay: 5 });
  }
  await page.keyboard.press("Enter");
}

/** @param {Page} page @param {string} label */
async function choose(page, label) {
  const row = page.locator(".quick-input-list .monaco-list-row").filter({ hasText: label }).first();
  await page.keyboard.type(label, { delay: 5 });
  await row.waitFor();
  await row.click();
}

/** @param {Page} page @param {string} name */
async function tab(page, name) {
  await page.locator(".tab").filter({ hasText: name }).first().waitFor();
}

/** The outline of the file in front has it. @param {Page} page @param {string} name */
async function hasSymbol(page, name) {
  await page.keyboard.press("Control+Shift+O");
  await page.keyboard.type(name, { delay: 5 });
  await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: name }).first().waitFor();
  await page.keyboard.press("Escape");
}

/** There is a file of that name. @param {Page} page @param {string} name */
async function isFile(page, name) {
  await page.keyboard.press("Control+P");
  await page.keyboard.type(name, { delay: 5 });
  await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: name }).first().waitFor();
  await page.keyboard.press("Escape");
}

/** @param {Page} page @param {string} name */
async function open(page, name) {
  await page.keyboard.press("Control+P");
  await page.keyboard.type(name, { delay: 5 });
  await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: name }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-list .monaco-list-row").first().waitFor({ state: "hidden" });
}

/** An editor shows the text. @param {Page} page @param {string} text */
async function says(page, text) {
  await page.locator(".view-line").filter({ hasText: text }).first().waitFor();
}

/** @param {Page} page @param {string} text */
async function notified(page, text) {
  await page.locator(".notification-toast").filter({ hasText: text }).first().waitFor();
}

/** @param {Page} page */
async function save(page) {
  await page.keyboard.press("Control+S");
}

/** Questions and notifications go. @param {Page} page */
async function dismiss(page) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
}
