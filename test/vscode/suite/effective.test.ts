// The effective configuration: a document of its own that follows the files, with links to the lines that count.

import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { equal, includes, ok } from "./support/check";
import { append, closeAll, open } from "./support/editor";
import { poll } from "./support/poll";

const shown = (): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.scheme === "prosody-effective");

const containing = (part: string): Promise<vscode.TextDocument> =>
  poll(
    `the document with ${part}`,
    () => (shown()?.getText().includes(part) === true ? shown() : undefined),
    () => shown()?.getText(),
  );

describe("the effective configuration", () => {
  afterEach(closeAll);

  it("shows the hosts of included files, with links, and follows what is typed", async () => {
    const editor = await open("prosody.cfg.lua");
    await vscode.commands.executeCommand("prosody.showEffectiveConfiguration");
    const document = await containing('VirtualHost "chat.example.com"');
    includes(document.getText(), "conf.d/x.cfg.lua:3", "where the host comes from");
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", document.uri);
    ok(
      links.some((link) => link.target?.path.endsWith("/conf.d/x.cfg.lua") === true && link.target.fragment === "L3"),
      "a link leads to the line",
    );
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await append(editor, '\nComponent "rooms.example.com" "muc"\n');
    await containing('Component "rooms.example.com" "muc"');
    equal(document.languageId, "lua", "the language of the document");
  });
});
