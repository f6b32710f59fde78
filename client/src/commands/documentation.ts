// "Prosody: Open Documentation": the pages that come with the extension, in the preview. Editors follow no link between them on the
// extension's own page, but they do in the preview.

import * as vscode from "vscode";
import { exists } from "../exists.ts";
import { preview } from "../ui/pages.ts";

export function registerDocumentation({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand("prosody.openDocumentation", async () => {
    const title = vscode.l10n.t("Open Documentation");
    const picked = await vscode.window.showQuickPick(pages(), { title, placeHolder: vscode.l10n.t("About what?") });
    if (picked !== undefined) await preview(await addressOf(extensionUri, picked.path));
  });
}

function pages(): readonly (vscode.QuickPickItem & { readonly path: string })[] {
  return [
    { label: vscode.l10n.t("The extension"), path: "README.md" },
    { label: vscode.l10n.t("Containers"), path: "docs/containers.md" },
    { label: vscode.l10n.t("Env files"), path: "docs/env-files.md" },
    { label: vscode.l10n.t("Settings of a project"), path: "docs/project-config.md" },
    { label: vscode.l10n.t("The command line"), path: "docs/cli.md" },
  ];
}

/** Packages name their README in lower case. */
async function addressOf(extensionUri: vscode.Uri, path: string): Promise<vscode.Uri> {
  const address = vscode.Uri.joinPath(extensionUri, path);
  if (path !== "README.md") return address;
  const packed = vscode.Uri.joinPath(extensionUri, "readme.md");
  return (await exists(packed)) ? packed : address;
}
