// The steps of `npm test` in real editors. Loads the runners only when a step begins, since they need packages that `npm ci` brings.

/** @typedef {import("./checkSteps.mjs").Step} Step */

/** @param {string} name @param {string} title @param {Step["act"]} act @returns {Step} */
const step = (name, title, act) => ({ name, title, editor: true, act });

/** @type {readonly Step[]} */
export const editorSteps = [
  step("node", "In the editor: Node extension host", async () =>
    (await import("../../test/vscode/runners/nodeHost.mjs")).runInNodeHost(),
  ),
  step("web", "In the editor: web extension host", async () =>
    (await import("../../test/vscode/runners/webHost.mjs")).runInWebHost(),
  ),
  step("desktop", "In the editor: desktop VS Code", async () =>
    (await import("../../test/vscode/runners/desktopHost.mjs")).runInDesktop(),
  ),
  step("ui", "On the screen: the packaged extension in a browser", async () =>
    (await import("../../test/vscode/ui.mjs")).runUiTest(),
  ),
];
