// Completion, hover and quick fixes, asked for as the editor itself asks for them.

import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { equal, ok } from "./support/check";
import { append, closeAll, open, positionOf } from "./support/editor";
import { findingOn, findings } from "./support/extension";
import { poll } from "./support/poll";

const path = "prosody.cfg.lua";

describe("typing", () => {
  afterEach(closeAll);

  it("offers allow_registration after allow_reg", async () => {
    const editor = await open(path);
    await append(editor, "\nallow_reg");
    const { document, selection } = editor;
    const item = await poll("the completion", async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList | undefined>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        selection.active,
      );
      return list?.items.find((each) => labelOf(each) === "allow_registration");
    });
    ok(item.kind !== vscode.CompletionItemKind.Text, "it comes from us, not from the words of the file");
  });

  it("inserts what is accepted", async () => {
    const editor = await open(path);
    await append(editor, "\n");
    await vscode.commands.executeCommand("type", { text: "allow_reg" });
    const { document } = editor;
    await poll(
      "the accepted completion in the text",
      async () => {
        await vscode.commands.executeCommand("editor.action.triggerSuggest");
        await new Promise((resolve) => setTimeout(resolve, 300));
        await vscode.commands.executeCommand("acceptSelectedSuggestion");
        return lastLine(document).startsWith("allow_registration") ? true : undefined;
      },
      () => lastLine(document),
    );
  });

  it("explains modules_enabled", async () => {
    const { document } = await open(path);
    const position = positionOf(document, "modules_enabled").translate(0, 3);
    const text = await poll("the hover", async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[] | undefined>(
        "vscode.executeHoverProvider",
        document.uri,
        position,
      );
      return hovers?.flatMap((hover) => hover.contents.map(textOf)).find((each) => each.includes("modules_enabled"));
    });
    ok(text.length > "modules_enabled".length + 5, `the hover says something: ${text}`);
  });

  it("offers a quick fix for a misspelt option, which corrects it", async () => {
    const { document } = await open(path);
    const { range } = await findingOn(document, path, "allow_registraton");
    // The editor drops a running request when another extension registers a provider meanwhile, so one answer of "none" means little.
    const edit = await poll("the quick fix", async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
        "vscode.executeCodeActionProvider",
        document.uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
        20,
      );
      return actions?.find((each) => each.title.includes("allow_registration"))?.edit;
    });
    ok(await vscode.workspace.applyEdit(edit), "the edit was applied");
    equal(document.lineAt(range.start.line).text, "allow_registration = false", "the corrected line");
    await poll(
      "no diagnostics",
      () => (findings(path).length === 0 ? true : undefined),
      () => findings(path),
    );
  });
});

function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === "string" ? item.label : item.label.label;
}

function lastLine(document: vscode.TextDocument): string {
  return document.lineAt(document.lineCount - 1).text;
}

function textOf(content: vscode.Hover["contents"][number]): string {
  return content instanceof vscode.MarkdownString ? content.value : "";
}
