// "Prosody: Show Effective Configuration": a read-only document beside the file, with what Prosody would use on each host and links
// to the lines that set it. It follows while the files are edited. "Prosody: Choose Environment …" says which env file counts.

import * as vscode from "vscode";
import { EFFECTIVE_REQUEST } from "../../../server/src/protocol.ts";
import type { EffectiveLink, EffectiveParams, EffectiveReply } from "../../../server/src/protocol.ts";
import { isConfig, isEnvFile } from "../documents.ts";
import type { StartedClient } from "../start.ts";

const SHOW_COMMAND = "prosody.showEffectiveConfiguration";
const CHOOSE_COMMAND = "prosody.chooseEnvironment";
const SCHEME = "prosody-effective";

/** Where the choice of an env file is kept, for this workspace. */
const ENVIRONMENT_KEY = "prosody.environment";

/** Milliseconds without typing before the document is made anew. */
const QUIET = 400;

export function registerEffective(context: vscode.ExtensionContext, client: StartedClient): vscode.Disposable {
  const documents = new EffectiveDocuments(client, () => context.workspaceState.get<string>(ENVIRONMENT_KEY));
  return vscode.Disposable.from(
    documents,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, documents),
    vscode.languages.registerDocumentLinkProvider({ scheme: SCHEME }, documents),
    vscode.commands.registerCommand(SHOW_COMMAND, () => show()),
    vscode.commands.registerCommand(CHOOSE_COMMAND, async () => {
      if (await chooseEnvironment(context.workspaceState)) documents.refreshSoon();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isConfig(document) || isEnvFile(document)) documents.refreshSoon();
    }),
  );
}

async function show(): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("A configuration is a program. It is evaluated, in a sandbox, only in a workspace that you trust."),
    );
    return;
  }
  const source = await findConfig();
  if (source === undefined) return;
  const name = source.path.slice(source.path.lastIndexOf("/") + 1).replace(/\.cfg\.lua$|\.lua$/, "");
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name} (effective).lua`, query: source.toString() });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true });
}

async function findConfig(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  if (active !== undefined && isConfig(active)) return active.uri;
  const found = await vscode.workspace.findFiles("**/prosody.cfg.lua", "**/node_modules/**", 50);
  const [only] = found;
  if (only === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no prosody.cfg.lua in this workspace. Open one first."));
    return undefined;
  }
  if (found.length === 1) return only;
  const picked = await vscode.window.showQuickPick(
    found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri })),
    { title: vscode.l10n.t("Show Effective Configuration"), placeHolder: vscode.l10n.t("Of which configuration?") },
  );
  return picked?.uri;
}

/** False when the user gave up. */
async function chooseEnvironment(state: vscode.Memento): Promise<boolean> {
  const found = await vscode.workspace.findFiles("{**/.env,**/.env.*,**/*.env}", "**/node_modules/**", 50);
  const none = { label: vscode.l10n.t("No variables"), uri: undefined };
  const files = found
    .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const picked = await vscode.window.showQuickPick([none, ...files], {
    title: vscode.l10n.t("Environment for the Effective Configuration"),
    placeHolder: vscode.l10n.t("Which env file does the server run with?"),
  });
  if (picked === undefined) return false;
  await state.update(ENVIRONMENT_KEY, picked.uri?.toString());
  return true;
}

class EffectiveDocuments implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly links = new Map<string, readonly EffectiveLink[]>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: StartedClient,
    private readonly environment: () => string | undefined,
  ) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const envFile = this.environment();
    const params: EffectiveParams = { uri: uri.query, ...(envFile === undefined ? {} : { envFile }) };
    const reply = await (await this.client()).sendRequest<EffectiveReply>(EFFECTIVE_REQUEST, params);
    this.links.set(uri.toString(), reply.ok ? reply.links : []);
    return reply.ok ? reply.text : `-- ${reply.reason}\n`;
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    return (this.links.get(document.uri.toString()) ?? []).map(({ range: { start, end }, uri, line }) => {
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      return new vscode.DocumentLink(range, vscode.Uri.parse(uri).with({ fragment: `L${line + 1}` }));
    });
  }

  refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) this.changed.fire(uri);
    }, QUIET);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }
}
