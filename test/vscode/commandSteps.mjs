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
    await answer(page, 1, "example.org");
    await answer(page, 2);
    await choose(page, 3, "Package");
    await choose(page, 4, "Files");
    await takeAll(page, 5);
    await choose(page, 6, "30 days");
    await tab(page, "prosody.cfg.lua");
    await hasSymbol(page, "groups.example.org");
  }),
  step("a host is added", "add-host", async (page) => {
    await command(page, "Add VirtualHost");
    await answer(page, 1, "example.net");
    await hasSymbol(page, "example.net");
  }),
  step("a wrong name is refused while it is typed", "wrong-name", async (page) => {
    await command(page, "Add VirtualHost");
    await question(page, 1);
    await page.keyboard.type("https://example.org", { delay: 5 });
    await page.locator(".quick-input-message").filter({ hasText: "web address" }).first().waitFor();
  }),
  step("a component is added", "add-component", async (page) => {
    await command(page, "Add Component");
    await choose(page, 1, "pubsub");
    await answer(page, 2);
    await hasSymbol(page, "pubsub.example.org");
  }),
  step("an external component is added, with its secret in a file", "add-external-component", async (page) => {
    await command(page, "Add External Component");
    await answer(page, 1, "irc.example.org");
    await hasSymbol(page, "irc.example.org");
    await isFile(page, "irc-example-org");
  }),
  step("a module is enabled", "enable-module", async (page) => {
    await command(page, "Enable Module");
    await choose(page, 1, "announce");
    await choose(page, 2, "Whole server");
    await holds(page, '"announce"');
  }),
  step("TURN is set up", "set-up-turn", async (page) => {
    await command(page, "Set Up TURN");
    await answer(page, 1);
    await hasSymbol(page, "turn_external_secret");
  }),
  step("certificates are set up", "set-up-certificates", async (page) => {
    await command(page, "Set Up Certificates");
    await answer(page, 1);
    await notified(page, "nothing was changed");
  }),
  step("a reverse proxy is set up", "set-up-reverse-proxy", async (page) => {
    await command(page, "Set Up Reverse Proxy");
    await answer(page, 1);
    await hasSymbol(page, "trusted_proxies");
  }),
  step("OpenMetrics is set up", "set-up-openmetrics", async (page) => {
    await command(page, "Set Up OpenMetrics");
    await hasSymbol(page, "statistics");
  }),
  step("SQL storage is set up, and what is set already is kept", "set-up-sql", async (page) => {
    await command(page, "Set Up SQL Storage");
    await choose(page, 1, "PostgreSQL");
    await hasSymbol(page, "sql");
  }),
  step("DNS records and ports are shown", "dns", async (page) => {
    await save(page);
    await command(page, "Show DNS Records");
    await notified(page, "The records can be copied");
    await tab(page, "DNS Records and Ports");
  }),
  step("the configuration becomes an env file", "convert-to-env", async (page) => {
    await front(page);
    await command(page, "Convert prosody.cfg.lua to Env File");
    await says(page, "PROSODY_VIRTUAL_HOSTS");
  }),
  step("a compose file is written beside it", "generate-compose", async (page) => {
    await front(page);
    await command(page, "Generate compose.yaml");
    await takeThrough(page, "Write beside the file");
    await tab(page, "compose.yaml");
    await says(page, "prosodyim/prosody");
  }),
  step("a Quadlet unit", "generate-quadlet", async (page) => {
    await front(page);
    await command(page, "Generate Quadlet Unit");
    await takeThrough(page, "untitled document");
    await says(page, "[Container]");
  }),
  step("a Kubernetes manifest", "generate-kubernetes", async (page) => {
    await front(page);
    await command(page, "Generate Kubernetes Manifest");
    await takeThrough(page, "untitled document");
    await says(page, "apiVersion");
  }),
  step("the upgrade to another version is checked", "check-upgrade", async (page) => {
    await front(page);
    await command(page, "Check Upgrade to");
    // The compose file beside it says which version the server has.
    await pick(page, "Prosody trunk");
    await says(page, "trunk");
  }),
  step("the version of the server is chosen", "choose-version", async (page) => {
    await front(page);
    await command(page, "Choose the Version of Your Server");
    await pick(page, "image prosodyim/prosody:13.0 in compose.yaml");
    await asked(page);
  }),
  step("what Prosody will really do is shown", "effective-configuration", async (page) => {
    await front(page);
    await command(page, "Show Effective Configuration");
    await tab(page, "(effective)");
  }),
  step("an environment is chosen for it", "choose-environment", async (page) => {
    await front(page);
    await command(page, "Choose Environment for the Effective Configuration");
    await pick(page, "No variables");
    await asked(page);
  }),
  step("it is compared with another version", "compare-effective", async (page) => {
    await front(page);
    await command(page, "Compare Effective Configuration");
    await pick(page, "Another version of Prosody");
    await pick(page, "0.12");
    await tab(page, "Prosody 0.12");
  }),
  step("a command for a running container is written", "administer-container", async (page) => {
    await front(page);
    await command(page, "Administer Container");
    await choose(page, 1, "Follow the log");
    await answer(page, 2, "xmpp");
    await pick(page, "Open as Script");
    await says(page, "docker logs --follow xmpp");
  }),
  step("what is safe is fixed", "fix-all", async (page) => {
    await front(page);
    await page.keyboard.press("Control+End");
    await page.keyboard.type('\nregistration_notification = "x"\nc2s_tcp_keepalives = "no"', { delay: 5 });
    await page.keyboard.press("Escape");
    await command(page, "Fix All Auto-fixable Problems");
    // Beside others the editor is too narrow for the search to say what it found.
    await says(page, "c2s_tcp_keepalives = false");
  }),
  step("a rule is explained", "explain-rule", async (page) => {
    await command(page, "Explain Rule");
    // What is typed before the list is there goes into the file.
    await page.locator(".quick-input-title").filter({ hasText: "Explain Rule" }).first().waitFor();
    await page.keyboard.type("unknown-option", { delay: 5 });
    await pick(page, "unknown-option");
    await tab(page, "unknown-option");
  }),
  step("the documentation is opened", "documentation", async (page) => {
    await command(page, "Open Documentation");
    await pick(page, "Env files");
    await tab(page, "env-files");
  }),
];

/** @param {Page} page @param {string} title */
export async function command(page, title) {
  const row = page
    .locator(".quick-input-list .monaco-list-row")
    .filter({ hasText: `Prosody: ${title}` })
    .first();
  // In a window that has just opened, the extension may not be there yet.
  for (let attempt = 0; attempt < 10 && !(await row.isVisible()); attempt += 1) {
    await page.keyboard.press("Escape");
    await page.keyboard.press("F1");
    const input = page.locator(".quick-input-widget input").first();
    await input.waitFor({ timeout: 3000 }).catch(() => undefined);
    // Otherwise it would be typed into the file.
    if (!(await input.isVisible())) continue;
    await page.keyboard.type(`Prosody: ${title}`, { delay: 5 });
    await row.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  await page.keyboard.press("Enter");
  // The palette makes way for the command's own questions.
  await row.waitFor({ state: "hidden" });
}

/** Types an answer to a question; undefined takes what is proposed. @param {Page} page @param {number} step @param {string} [text] */
async function answer(page, step, text) {
  await question(page, step);
  if (text !== undefined) {
    await page.keyboard.press("Control+A");
    await page.keyboard.type(text, { delay: 5 });
  }
  await page.keyboard.press("Enter");
}

/** Takes one of several answers. @param {Page} page @param {number} step @param {string} label */
async function choose(page, step, label) {
  await question(page, step);
  await page.keyboard.type(label, { delay: 5 });
  const row = page.locator(".quick-input-list .monaco-list-row").filter({ hasText: label }).first();
  await row.waitFor();
  await row.click();
}

/** Takes the answers that are chosen already. @param {Page} page @param {number} step */
async function takeAll(page, step) {
  await question(page, step);
  await page.keyboard.press("Enter");
}

/** Takes one of a list that is no walk. @param {Page} page @param {string} label */
async function pick(page, label) {
  const row = page.locator(".quick-input-list .monaco-list-row").filter({ hasText: label }).first();
  await row.waitFor();
  await row.click();
}

/** Takes what is proposed for every question up to the last, and there the answer with the label. @param {Page} page @param {string} label */
async function takeThrough(page, label) {
  for (let step = 1; step < 20; step += 1) {
    await question(page, step);
    const row = page.locator(".quick-input-list .monaco-list-row").filter({ hasText: label }).first();
    if (await row.isVisible()) {
      await row.click();
      return;
    }
    await page.keyboard.press("Enter");
  }
}

/** Waits for the question: its number stands in the title. @param {Page} page @param {number} step */
async function question(page, step) {
  await page
    .locator(".quick-input-title")
    .filter({ hasText: `(${step}/` })
    .first()
    .waitFor();
}

/** @param {Page} page @param {string} name */
async function tab(page, name) {
  await page.locator(".tab").filter({ hasText: name }).first().waitFor();
}

/** The first editor comes to the front: a preview keeps the keys for itself. @param {Page} page */
async function front(page) {
  await page.locator(".editor-group-container .tab").filter({ hasText: "prosody.cfg.lua" }).first().click();
}

/** The last question is answered. @param {Page} page */
async function asked(page) {
  await page.locator(".quick-input-widget").first().waitFor({ state: "hidden" });
}

/** The outline of the file in front has it, at the latest after a moment. @param {Page} page @param {string} name */
async function hasSymbol(page, name) {
  await asked(page);
  const row = page.locator(".quick-input-list .monaco-list-row").filter({ hasText: name }).first();
  for (let attempt = 0; attempt < 5 && !(await row.isVisible()); attempt += 1) {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Shift+O");
    await page.keyboard.type(name, { delay: 5 });
    await row.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  await row.waitFor({ timeout: 1000 });
  await page.keyboard.press("Escape");
}

/** There is a file of that name. @param {Page} page @param {string} name */
async function isFile(page, name) {
  await asked(page);
  await page.keyboard.press("Control+P");
  await page.keyboard.type(name, { delay: 5 });
  await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: name }).first().waitFor();
  await page.keyboard.press("Escape");
}

/** The file in front has the text, somewhere. @param {Page} page @param {string} text */
async function holds(page, text) {
  await asked(page);
  await page.keyboard.press("Control+F");
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text, { delay: 5 });
  await page.locator(".find-widget .matchesCount").filter({ hasText: " of " }).first().waitFor();
  await page.keyboard.press("Escape");
}

/** An editor shows the text. @param {Page} page @param {string} text */
export async function says(page, text) {
  await asked(page);
  await page.locator(".view-line").filter({ hasText: text }).first().waitFor();
}

/** @param {Page} page @param {string} text */
async function notified(page, text) {
  await asked(page);
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
