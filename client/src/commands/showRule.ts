// The pages of the rules: read-only Markdown documents of the address `prosody-rule:/RULE.md`, and the command that shows one in the
// preview.

import * as vscode from "vscode";
import { SHOW_RULE_COMMAND } from "../../../server/src/protocol.ts";
import type { ShowRuleArguments } from "../../../server/src/protocol.ts";
import { preview } from "../ui/pages.ts";

const SCHEME = "prosody-rule";

/** What the server puts before `RULE.md`. */
export const RULE_ADDRESS = `${SCHEME}:/`;

export function registerShowRule({ extension, extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  const provideTextDocumentContent = async ({ path }: vscode.Uri): Promise<string> => {
    const page = vscode.Uri.joinPath(extensionUri, "dist/rules", path);
    const bytes = await vscode.workspace.fs.readFile(page).then(undefined, () => undefined);
    return bytes === undefined
      ? vscode.l10n.t("There is no rule {0}.", path.slice(1).replace(/\.md$/, ""))
      : new TextDecoder().decode(bytes);
  };
  const show = async (...[rule]: Partial<ShowRuleArguments>): Promise<void> => {
    const wanted = rule ?? (await pick(extension.packageJSON as Manifest));
    if (wanted !== undefined) await preview(vscode.Uri.parse(`${RULE_ADDRESS}${wanted}.md`));
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent }),
    vscode.commands.registerCommand(SHOW_RULE_COMMAND, show),
  );
}

/** The part of package.json that lists the rules. */
interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: {
        readonly "prosody.rules": {
          /** Former names have no description. */
          readonly properties: Readonly<Record<string, { readonly default?: string; readonly description?: string }>>;
        };
      };
    };
  };
}

async function pick({ contributes }: Manifest): Promise<string | undefined> {
  const rules = contributes.configuration.properties["prosody.rules"].properties;
  const items = Object.entries(rules).flatMap(([label, { default: severity = "", description: detail }]) =>
    detail === undefined ? [] : [{ label, description: severity, detail }],
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Explain Rule"),
    placeHolder: vscode.l10n.t("Which rule?"),
    matchOnDetail: true,
  });
  return picked?.label;
}
