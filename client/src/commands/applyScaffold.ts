// Puts what a scaffold made into the workspace as one edit, which one step undoes: the configuration, files with new secrets, variables in
// the env file beside it. Nothing that is there is overwritten, and where nothing can be written the result is shown all the same.

import * as vscode from "vscode";
import { exists } from "../exists.ts";
import { preparePrivate } from "../privateFile.ts";
import { isReadOnly } from "../readOnly.ts";
import { showPage } from "../ui/pages.ts";
import type { ScaffoldReply } from "../../../server/src/protocol.ts";
import { showSecrets, showUnsaved } from "./unsaved.ts";

export type Made = Extract<ScaffoldReply, { readonly ok: true }>;

/** False: it was not done, which has been told. */
export async function applyAddition(document: vscode.TextDocument, made: Made): Promise<boolean> {
  if (made.edits.length === 0) {
    showNotes({ ...made, notes: [vscode.l10n.t("All of it is there already; nothing was changed."), ...made.notes] });
    return true;
  }
  const change = (edit: vscode.WorkspaceEdit): void => {
    for (const { range, newText } of made.edits) {
      const { start, end } = range;
      edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
    }
  };
  if (!(await finish(change, document.uri, made))) return false;
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
  const contents = new TextEncoder().encode(made.text);
  return finish(
    (edit) => {
      edit.createFile(target, { ignoreIfExists: false, overwrite: false, contents });
    },
    target,
    made,
  );
}

/** A new configuration in the place of an empty document. */
export async function fillDocument({ uri, lineCount }: vscode.TextDocument, made: Made): Promise<boolean> {
  return finish(
    (edit) => {
      edit.replace(uri, new vscode.Range(0, 0, lineCount, 0), made.text);
    },
    uri,
    made,
  );
}

async function finish(change: (edit: vscode.WorkspaceEdit) => void, config: vscode.Uri, made: Made): Promise<boolean> {
  const folder = vscode.Uri.joinPath(config, "..");
  const place = vscode.workspace.asRelativePath(config);
  if ((await isReadOnly(config)) || (await isReadOnly(folder))) {
    await instead(made, vscode.l10n.t("{0} is read-only and was left as it is.", place));
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  const prepared: vscode.Uri[] = [];
  // What has no folder yet has no place beside it.
  const hasFolder = config.scheme !== "untitled";
  if (hasFolder) {
    // The files come first: a configuration without its secrets would not load.
    const taken = await firstExisting(folder, made);
    if (taken !== undefined) {
      const where = vscode.workspace.asRelativePath(taken);
      await instead(made, vscode.l10n.t("{0} is there already, so nothing was written. Rename or remove it first.", where));
      return false;
    }
  }
  if ((hasFolder && !(await addSecrets(edit, folder, made, prepared))) || !(await applied(edit, change))) {
    // Nobody wants the empty ones.
    for (const file of prepared) await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
    await instead(made, vscode.l10n.t("{0} or a file beside it could not be written.", place));
    return false;
  }
  if (!hasFolder) await showSecrets(made);
  showNotes(made);
  return true;
}

/** Says why nothing was written, and shows what would have been. */
async function instead(made: Made, reason: string): Promise<void> {
  const shown = vscode.l10n.t("The result is in documents that are not saved yet.");
  void vscode.window.showWarningMessage(`${reason} ${shown}`);
  await showUnsaved(made);
}

async function applied(edit: vscode.WorkspaceEdit, change: (edit: vscode.WorkspaceEdit) => void): Promise<boolean> {
  change(edit);
  return vscode.workspace.applyEdit(edit);
}

/** The file that is in the way, if there is one. */
async function firstExisting(folder: vscode.Uri, { files }: Made): Promise<vscode.Uri | undefined> {
  for (const { path } of files) {
    const target = vscode.Uri.joinPath(folder, path);
    if (await exists(target)) return target;
  }
  return undefined;
}

/** False: a file with a secret cannot be made. `prepared` are those that are there now. */
async function addSecrets(
  edit: vscode.WorkspaceEdit,
  folder: vscode.Uri,
  { files, variables }: Made,
  prepared: vscode.Uri[],
): Promise<boolean> {
  const add = async (target: vscode.Uri, text: string): Promise<void> => {
    const overwrite = await preparePrivate(target, folder);
    if (overwrite) prepared.push(target);
    edit.createFile(target, { overwrite, contents: new TextEncoder().encode(text) });
  };
  try {
    for (const { path, text } of files) await add(vscode.Uri.joinPath(folder, path), text);
    await addVariables(edit, folder, variables, add);
    return true;
  } catch {
    return false;
  }
}

async function addVariables(
  edit: vscode.WorkspaceEdit,
  folder: vscode.Uri,
  variables: Made["variables"],
  add: (target: vscode.Uri, text: string) => Promise<void>,
): Promise<void> {
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
  await add(vscode.Uri.joinPath(folder, "prosody.env"), lines.join(""));
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
