// The pages of the rules: read-only Markdown documents of the address `prosody-rule:/RULE.md`, and the command that shows one in the
// preview.

import * as vscode from "vscode";
import { SHOW_RULE_COMMAND } from "../../../server/src/protocol.ts";
import type { RulePages, ShowRuleArguments } from "../../../server/src/protocol.ts";
import { preview } from "../ui/pages.ts";

const SCHEME = "prosody-rule";

/** What the server puts before `RULE.md`. */
export const RULE_ADDRESS = `${SCHEME}:/`;

export function registerShowRule({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  let pages: Promise<RulePages> | undefined;
  const read = async (): Promise<RulePages> => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, "dist/rules.json"));
    return JSON.parse(new TextDecoder().decode(bytes)) as RulePages;
  };
  const provideTextDocumentContent = async ({ path }: vscode.Uri): Promise<string> => {
    const rule = path.slice(1).replace(/\.md$/, "");
    const known = await (pages ??= read());
    return known[rule]?.page ?? vscode.l10n.t("There is no rule {0}.", rule);
  };
  const show = async (...[rule]: Partial<ShowRuleArguments>): Promise<void> => {
    const wanted = rule ?? (await pick(await (pages ??= read())));
    if (wanted === undefined) return;
    await preview(vscode.Uri.parse(`${RULE_ADDRESS}${wanted}.md`));
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent }),
    vscode.commands.registerCommand(SHOW_RULE_COMMAND, show),
  );
}

async function pick(pages: RulePages): Promise<string | undefined> {
  const items = Object.entries(pages).map(([label, { summary, severity }]) => ({
    label,
    description: severity,
    detail: summary,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Explain Rule"),
    placeHolder: vscode.l10n.t("Which rule?"),
    matchOnDetail: true,
  });
  return picked?.label;
}
