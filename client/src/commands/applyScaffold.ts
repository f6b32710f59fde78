// Puts what a scaffold made into the workspace as one edit, which one step undoes: the configuration, files with new secrets, variables in
// the env file beside it. Nothing that is there is overwritten.

import * as vscode from "vscode";
import { exists } from "../exists.ts";
import { showPage } from "../ui/pages.ts";
import type { ScaffoldReply } from "../../../server/src/protocol.ts";

type Made = Extract<ScaffoldReply, { readonly ok: true }>;

/** False: something changed meanwhile, or could not be written, which has been told. */
export async function applyAddition(document: vscode.TextDocument, made: Made): Promise<boolean> {
  if (made.version !== undefined && made.version !== document.version) {
    void vscode.window.showWarningMessage(vscode.l10n.t("The file has changed meanwhile. Nothing was done; try again."));
    return false;
  }
  if (made.edits.length === 0) {
    showNotes({ ...made, notes: [vscode.l10n.t("All of it is there already; nothing was changed."), ...made.notes] });
    return true;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of made.edits) {
    const { start, end } = range;
    edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  if (!(await finish(edit, document.uri, made))) return false;
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const [first] = made.edits;
  if (editor === undefined || first === undefined) return true;
  // So that one sees what has come.
  const { line, character } = first.range.start;
  const place = new vscode.Range(line, character, line + first.newText.split("\n").length, 0);
  editor.selection = new vscode.Selection(place.start, place.start);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

/** A new configuration at an address where nothing is yet. */
export async function applyServer(target: vscode.Uri, made: Made): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(target, { ignoreIfExists: false, overwrite: false, contents: new TextEncoder().encode(made.text) });
  return finish(edit, target, made);
}

async function finish(edit: vscode.WorkspaceEdit, config: vscode.Uri, made: Made): Promise<boolean> {
  const folder = vscode.Uri.joinPath(config, "..");
  for (const { path, text } of made.files) {
    const target = vscode.Uri.joinPath(folder, path);
    if (await exists(target)) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t(
          "{0} is there already, so nothing was done. Rename or remove it first.",
          vscode.workspace.asRelativePath(target),
        ),
      );
      return false;
    }
    edit.createFile(target, { overwrite: false, contents: new TextEncoder().encode(text) });
  }
  await addVariables(edit, folder, made.variables);
  if (await vscode.workspace.applyEdit(edit)) {
    showNotes(made);
    return true;
  }
  void vscode.window.showErrorMessage(vscode.l10n.t("The workspace took none of the changes: is it read-only?"));
  return false;
}

async function addVariables(edit: vscode.WorkspaceEdit, folder: vscode.Uri, variables: Made["variables"]): Promise<void> {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  if (lines.length === 0) return;
  for (const name of ["prosody.env", ".env"]) {
    const target = vscode.Uri.joinPath(folder, name);
    if (!(await exists(target))) continue;
    const document = await vscode.workspace.openTextDocument(target);
    const text = document.getText();
    const gap = text === "" || text.endsWith("\n") ? "" : "\n";
    edit.insert(target, document.positionAt(text.length), gap + lines.join(""));
    return;
  }
  edit.createFile(vscode.Uri.joinPath(folder, "prosody.env"), { contents: new TextEncoder().encode(lines.join("")) });
}

/** What is left to do: the first sentence at once, all of them in a document when asked for. */
function showNotes({ notes, files, variables }: Made): void {
  const places = [...files.map(({ path }) => path), ...Object.keys(variables)];
  const secrets =
    places.length === 0
      ? []
      : [vscode.l10n.t("New secrets are in {0}: keep them from others and out of version control.", places.join(", "))];
  const all = [...secrets, ...notes];
  const [first, ...more] = all;
  if (first === undefined) return;
  const button = vscode.l10n.t("Show All Notes");
  void vscode.window.showInformationMessage(first, ...(more.length === 0 ? [] : [button])).then(async (answer) => {
    if (answer !== button) return;
    const content = `# ${vscode.l10n.t("What is left to do")}\n\n${all.map((note) => `- ${note}\n`).join("")}`;
    await showPage(vscode.l10n.t("What is left to do"), content);
  });
}
