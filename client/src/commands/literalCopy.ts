// An env file that is written for Compose means something else to `docker run`: offers a copy with plain lines beside it. A file that
// is there already is replaced only if the user says so.

import * as vscode from "vscode";
import { exists } from "../exists.ts";
import { preparePrivate } from "../privateFile.ts";
import { isReadOnly } from "../readOnly.ts";
import type { LiteralEnvCopy } from "../../../server/src/protocol.ts";

/** Whether it is there now, or the file is to be taken as it is. */
export async function literalCopy(
  document: vscode.TextDocument,
  { path, text, leftOut }: LiteralEnvCopy,
): Promise<"written" | "keep" | "cancel"> {
  // Where nothing can be written there is nothing to choose.
  if (await isReadOnly(document.uri)) return "keep";
  const name = path.replace(/^.*[\\/]/, "");
  const copy = vscode.Uri.joinPath(document.uri, "..", name);
  const write = { label: vscode.l10n.t("Write {0} with plain lines", name), write: true };
  const keep = { label: vscode.l10n.t("Take the file as it is"), write: false };
  const picked = await vscode.window.showQuickPick([write, keep], {
    title: vscode.l10n.t("Generate docker run Command"),
    placeHolder: vscode.l10n.t("The env file seems to be written for Compose: docker would read some values otherwise."),
    ignoreFocusOut: true,
  });
  if (picked === undefined) return "cancel";
  if (!picked.write) return "keep";
  const isThere = await exists(copy);
  if (isThere) {
    const replace = vscode.l10n.t("Replace");
    const question = vscode.l10n.t("{0} is there already.", name);
    if ((await vscode.window.showWarningMessage(question, { modal: true }, replace)) !== replace) return "cancel";
  }
  try {
    // Its values may be secret.
    await preparePrivate(copy, vscode.Uri.joinPath(copy, ".."), isThere);
    await vscode.workspace.fs.writeFile(copy, new TextEncoder().encode(text));
  } catch {
    void vscode.window.showWarningMessage(vscode.l10n.t("{0} could not be written, so the file is taken as it is.", name));
    return "keep";
  }
  if (leftOut.length > 0) {
    const reasons = leftOut.map((one) => `${one.name}: ${one.reason}`).join(" ");
    void vscode.window.showWarningMessage(vscode.l10n.t("Not in {0}: {1}", name, reasons));
  }
  return "written";
}
