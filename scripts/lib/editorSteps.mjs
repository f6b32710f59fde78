// The steps of `npm test` in real editors. Loads the runners only when a step begins, since they need packages that `npm ci` brings.

/** @typedef {import("./checkSteps.mjs").Step} Step */

/** @type {readonly Step[]} */
export const editorSteps = [
  {
    name: "node",
    title: "In the editor: Node extension host",
    editor: true,
    act: async () => (await import("../../test/vscode/runners/nodeHost.mjs")).runInNodeHost(),
  },
  {
    name: "web",
    title: "In the editor: web extension host",
    editor: true,
    act: async () => (await import("../../test/vscode/runners/webHost.mjs")).runInWebHost(),
  },
  {
    name: "desktop",
    title: "In the editor: desktop VS Code",
    editor: true,
    act: async () => (await import("../../test/vscode/runners/desktopHost.mjs")).runInDesktop(),
  },
  {
    name: "ui",
    title: "On the screen: the packaged extension in a browser",
    editor: true,
    act: async () => (await import("../../test/vscode/ui.mjs")).runUiTest(),
  },
];
