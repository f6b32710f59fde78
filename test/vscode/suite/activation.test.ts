// When the extension starts, and when it does not. These tests come first: an extension that has started stays so.

import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { equal, ok } from "./support/check";
import { closeAll, open, uriOf } from "./support/editor";
import { ourExtension } from "./support/extension";
import { poll, stays } from "./support/poll";

describe("activation", () => {
  afterEach(closeAll);

  it("does not start for a Lua file that is not a configuration", async () => {
    const { document } = await open("foo.lua");
    equal(document.languageId, "lua", "the language of foo.lua");
    ok(await stays(() => !ourExtension().isActive, 1500), "the extension started although nothing concerns it");
  });

  it("starts when a prosody.cfg.lua is opened, and gives it its language", async () => {
    await putConfigurationsInPlace();
    const { document } = await open("prosody.cfg.lua");
    equal(document.languageId, "prosody", "the language of prosody.cfg.lua");
    await poll("the extension to start", () => (ourExtension().isActive ? true : undefined));
  });

  it("knows the files of conf.d by their names", async () => {
    const { document } = await open("conf.d/x.cfg.lua");
    equal(document.languageId, "prosody", "the language of x.cfg.lua");
  });

  it("registers its commands", async () => {
    await poll("the command prosody.generateDockerRun", async () =>
      (await vscode.commands.getCommands(true)).includes("prosody.generateDockerRun") ? true : undefined,
    );
  });
});

/** Gives the configurations the names that make them ours: until now the workspace has had none. */
async function putConfigurationsInPlace(): Promise<void> {
  for (const path of ["prosody.cfg.lua", "conf.d/x.cfg.lua"]) {
    await vscode.workspace.fs.rename(uriOf(`${path}.later`), uriOf(path));
  }
}
