// Commands that write, on files that cannot be written: what is there stays as it is, and what was made is shown all the same.

import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { equal, includes, ok } from "./support/check";
import { closeAll } from "./support/editor";
import { poll } from "./support/poll";
import { readOnlyFiles } from "./support/readOnlyFiles";

const CONFIG = 'modules_enabled = { "roster"; "tls" }\n\nVirtualHost "example.org"\n';

/** Runs a command, taking what is proposed for every question, until there is an unsaved document with the text. */
async function made(command: string, argument: object, part: string): Promise<string> {
  const running = vscode.commands.executeCommand(command, argument);
  const found = await poll(
    `an unsaved document with ${part}`,
    async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      await new Promise((resolve) => setTimeout(resolve, 200));
      return vscode.workspace.textDocuments.find((document) => document.isUntitled && document.getText().includes(part));
    },
    () => vscode.workspace.textDocuments.map(({ uri }) => uri.toString()),
  );
  await running;
  return found.getText();
}

describe("on files that cannot be written", () => {
  const files = readOnlyFiles({
    "empty/prosody.cfg.lua": "",
    "full/prosody.cfg.lua": CONFIG,
    "env/prosody.env": "PROSODY_VIRTUAL_HOSTS=example.org\n",
  });

  afterEach(closeAll);

  it("a new server is a document that is not saved yet", async () => {
    const document = await files.open("empty/prosody.cfg.lua");
    includes(
      await made("prosody.newServer", { host: "example.org" }, 'VirtualHost "example.org"'),
      "modules_enabled",
      "the server",
    );
    files.isAsItWas(document);
  });

  it("a configuration with a new host is one, too", async () => {
    const document = await files.open("full/prosody.cfg.lua");
    const text = await made("prosody.addHost", { host: "example.net" }, 'VirtualHost "example.net"');
    ok(text.startsWith(CONFIG), "what was there before comes first");
    files.isAsItWas(document);
  });

  it("a new secret is shown, and written nowhere", async () => {
    await files.open("full/prosody.cfg.lua");
    const text = await made("prosody.setUpTurn", {}, "Save this as secrets/turn");
    equal(/^[A-Za-z0-9]{32}\n/.test(text), true, "the secret stands in the first line");
  });

  it("a compose file is not offered beside them", async () => {
    const document = await files.open("env/prosody.env");
    includes(await made("prosody.generateCompose", {}, "prosodyim/prosody"), "services:", "the compose file");
    files.isAsItWas(document);
  });

  it("an env file is converted all the same", async () => {
    const document = await files.open("env/prosody.env");
    await made("prosody.convertToConfig", {}, 'VirtualHost "example.org"');
    files.isAsItWas(document);
  });
});
