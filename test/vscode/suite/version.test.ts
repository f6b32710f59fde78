// The version of Prosody that a file is checked for: the command writes it where it counts, and what is checked follows.

import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { equal } from "./support/check";
import { closeAll, open, uriOf } from "./support/editor";
import { poll } from "./support/poll";

const inHover = (document: vscode.TextDocument, part: string): Promise<true> =>
  poll(`a hover with ${part}`, async () => {
    const at = document.positionAt(document.getText().indexOf("modules_enabled") + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, at);
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((one) => (one instanceof vscode.MarkdownString ? one.value : "")),
    );
    return texts.some((text) => text.includes(part)) ? true : undefined;
  });

const setting = (): unknown => vscode.workspace.getConfiguration("prosody", uriOf("prosody.cfg.lua")).get("version");

describe("the version of the server", () => {
  afterEach(async () => {
    await vscode.commands.executeCommand("prosody.chooseVersion", { version: "auto" });
    await closeAll();
  });

  it("is assumed, chosen, and written into the setting of the folder", async () => {
    const { document } = await open("prosody.cfg.lua");
    await inHover(document, "Prosody 13.0 (assumed)");
    await vscode.commands.executeCommand("prosody.chooseVersion", { version: "0.12" });
    equal(setting(), "0.12", "the setting");
    await inHover(document, "Prosody 0.12 (setting prosody.version)");
  });

  it("goes into the project's file where there is one", async () => {
    const file = uriOf(".prosody-config.json");
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{\n  "rules": {}\n}\n'));
    try {
      const { document } = await open("prosody.cfg.lua");
      await poll("the project's file", async () => {
        await vscode.commands.executeCommand("prosody.chooseVersion", { version: "0.12" });
        return (await vscode.workspace.openTextDocument(file)).getText().includes('"version": "0.12"') ? true : undefined;
      });
      await inHover(document, "Prosody 0.12 (from .prosody-config.json)");
      await vscode.commands.executeCommand("prosody.chooseVersion", { version: "auto" });
      equal((await vscode.workspace.openTextDocument(file)).getText().includes("version"), false, "the version is taken out");
    } finally {
      await vscode.workspace.fs.delete(file);
      await vscode.workspace
        .getConfiguration("prosody", file)
        .update("version", undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    }
  });
});
