// What a person does with the extension, one step after the other, and what must then be on the screen.

import { command, says } from "./commandSteps.mjs";

/** @typedef {import("./runners/drivenBrowser.ts").Page} Page */
/** @typedef {{ readonly name: string, readonly shot: string, readonly act: (page: Page, shoot: () => Promise<void>) => Promise<void> }} UiStep */

const squiggle = ".squiggly-error, .squiggly-warning, .squiggly-info";

/** @type {readonly UiStep[]} */
export const uiSteps = [
  {
    name: "a misspelt option is underlined",
    shot: "squiggle",
    async act(page, shoot) {
      await page.locator(squiggle).first().waitFor({ timeout: 60_000 });
      await shoot();
    },
  },
  {
    name: "the problems panel names it",
    shot: "diagnostics",
    async act(page, shoot) {
      await page.keyboard.press("Control+Shift+M");
      await page.locator(".markers-panel").getByText("allow_registraton").first().waitFor();
      await shoot();
      await page.keyboard.press("Control+J");
      await page.locator(".markers-panel").waitFor({ state: "hidden" });
    },
  },
  {
    name: "hovering over an option explains it",
    shot: "hover",
    async act(page, shoot) {
      await word(page, "modules_enabled").hover();
      await page.locator(".monaco-hover:not(.hidden)").filter({ hasText: "modules_enabled" }).first().waitFor();
      await shoot();
      await page.mouse.move(640, 790);
    },
  },
  {
    name: "typing offers completions",
    shot: "completion",
    async act(page, shoot) {
      await word(page, "VirtualHost").click();
      await page.keyboard.press("Control+End");
      await page.keyboard.type("\nallow_reg", { delay: 30 });
      const row = page.locator(".suggest-widget.visible .monaco-list-row").filter({ hasText: "allow_registration" });
      await row.first().waitFor();
      await shoot();
      await page.keyboard.press("Escape");
    },
  },
  {
    name: "the quick fix menu offers the right name",
    shot: "quick-fix",
    async act(page, shoot) {
      await word(page, "allow_registraton").click();
      // The editor drops a running request when another extension registers a provider meanwhile: ask again if it says there is none.
      const entry = page.locator(".action-widget .monaco-list-row").filter({ hasText: "allow_registration" }).first();
      for (let attempt = 0; attempt < 5 && !(await entry.isVisible()); attempt += 1) {
        await page.keyboard.press("Control+.");
        await entry.waitFor({ timeout: 4000 }).catch(() => undefined);
      }
      await entry.waitFor({ timeout: 1000 });
      await shoot();
      await entry.click();
      await word(page, "allow_registraton").waitFor({ state: "detached" });
    },
  },
  {
    name: "the command palette has our commands",
    shot: "commands",
    async act(page, shoot) {
      await page.keyboard.press("F1");
      await page.locator(".quick-input-widget input").first().waitFor();
      await page.keyboard.type("Prosody: ", { delay: 10 });
      await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "docker run" }).first().waitFor();
      await shoot();
      await page.keyboard.press("Escape");
    },
  },
  {
    name: "a wrong name in an env file is underlined",
    shot: "env-file",
    async act(page, shoot) {
      await page.keyboard.press("Control+P");
      await page.keyboard.type(".env", { delay: 10 });
      await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: ".env" }).first().waitFor();
      await page.keyboard.press("Enter");
      await page.locator('.monaco-editor[data-uri$=".env"]').locator(squiggle).first().waitFor();
      await shoot();
    },
  },
  {
    name: "the docker run command for it goes into a terminal, not yet run",
    shot: "docker-run",
    async act(page, shoot) {
      await command(page, "Generate docker run Command");
      await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "Simple" }).first().click();
      await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "bash" }).first().click();
      await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "Insert in Terminal" }).first().click();
      await page.locator(".terminal-wrapper .xterm-rows").filter({ hasText: "--env-file" }).first().waitFor();
      await shoot();
    },
  },
  {
    name: "the env file becomes a configuration of one's own",
    shot: "convert-to-config",
    async act(page, shoot) {
      await page.locator(".tab").filter({ hasText: ".env" }).first().click();
      await command(page, "Convert Env File to prosody.cfg.lua");
      await says(page, "roster");
      await shoot();
    },
  },
  {
    name: "a docker run line becomes a compose file",
    shot: "convert-docker-run",
    async act(page, shoot) {
      await page.keyboard.press("F1");
      await page.keyboard.type("File: New Untitled Text File", { delay: 10 });
      await page
        .locator(".quick-input-list .monaco-list-row")
        .filter({ hasText: "File: New Untitled Text File" })
        .first()
        .click();
      await page.locator('.monaco-editor[data-uri^="untitled:"]').first().waitFor();
      await page.keyboard.type("docker run -d --name chat -p 5222:5222 prosodyim/prosody:13.0");
      await command(page, "Convert docker run Line to Compose");
      await says(page, "container_name: chat");
      await shoot();
    },
  },
];

/** A word of the open file: the editor draws each coloured piece of a line as a span of its own. @param {Page} page @param {string} text */
function word(page, text) {
  return page.locator(".view-line span span").filter({ hasText: text }).first();
}
