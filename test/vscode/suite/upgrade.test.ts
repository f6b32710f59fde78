// The report on another version: a document of its own that follows the file, with links to its lines.

import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { equal, includes, ok } from "./support/check";
import { append, closeAll, open } from "./support/editor";
import { poll } from "./support/poll";

const shown = (): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.scheme === "prosody-upgrade");

const containing = (part: string): Promise<vscode.TextDocument> =>
  poll(
    `the report with ${part}`,
    () => (shown()?.getText().includes(part) === true ? shown() : undefined),
    () => shown()?.getText(),
  );

describe("the report on another version", () => {
  afterEach(closeAll);

  it("is shown beside the file, and follows what is typed", async () => {
    const editor = await open("prosody.cfg.lua");
    await vscode.commands.executeCommand("prosody.checkUpgrade", { from: "13.0", to: "0.12" });
    const document = await containing("from Prosody 13.0 to 0.12");
    includes(document.getText(), "This is a step back", "the way");
    equal(document.languageId, "markdown", "the language of the document");
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await append(editor, '\nwelcome_message = FileContents "welcome.txt"\n');
    await containing("`FileContents` exists since Prosody 13.0");
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", document.uri);
    ok(
      links.some((link) => link.target?.path.endsWith("/prosody.cfg.lua") === true),
      "a link leads to the file",
    );
  });
});
