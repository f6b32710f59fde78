// The documents that show what another version changes: the report, with links, and the file as it would be. What a document shows
// stands in its address; it is made anew while the file is edited.

import * as vscode from "vscode";
import type { EffectiveLink, UpgradeParams, UpgradeReply } from "../../../server/src/protocol.ts";
import { linkTo } from "./effectiveDocuments.ts";

export const UPGRADE_SCHEME = "prosody-upgrade";

/** Milliseconds without typing before documents are made anew. */
const QUIET = 400;

interface Shown extends UpgradeParams {
  /** Not the report: the file after the changes. */
  readonly fixed?: boolean;
}

export function addressOfReport(params: UpgradeParams): vscode.Uri {
  return address(params, `${nameOf(params.uri)} (Prosody ${params.to}).md`);
}

/** Named so that it is Lua and no configuration: nobody wants findings in it. */
export function addressOfFixed(params: UpgradeParams): vscode.Uri {
  return address({ ...params, fixed: true }, `${nameOf(params.uri).replace(/\.lua$/, "")} (Prosody ${params.to}).lua`);
}

/** Of the file that such a document is about. */
export function sourceOf(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.scheme === UPGRADE_SCHEME ? vscode.Uri.parse(shownBy(uri).uri) : undefined;
}

function address(shown: Shown, name: string): vscode.Uri {
  return vscode.Uri.from({ scheme: UPGRADE_SCHEME, path: `/${name}`, query: JSON.stringify(shown) });
}

function nameOf(uri: string): string {
  const { path } = vscode.Uri.parse(uri);
  return path.slice(path.lastIndexOf("/") + 1);
}

export class UpgradeDocuments
  implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider, vscode.CodeLensProvider, vscode.Disposable
{
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly lensesChanged = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.lensesChanged.event;
  private readonly links = new Map<string, readonly EffectiveLink[]>();
  private readonly counts = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ask: (params: UpgradeParams) => Promise<UpgradeReply>,
    private readonly applyCommand: string,
  ) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const { fixed, ...params } = shownBy(uri);
    const reply = await this.ask(params);
    if (fixed === true) {
      if (reply.ok && reply.fixed !== undefined) return reply.fixed.text;
      return (await vscode.workspace.openTextDocument(vscode.Uri.parse(params.uri))).getText();
    }
    this.links.set(uri.toString(), reply.ok ? reply.links : []);
    this.counts.set(uri.toString(), reply.ok ? (reply.fixed?.count ?? 0) : 0);
    this.lensesChanged.fire();
    return reply.ok ? reply.text : `${reply.reason}\n`;
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    return (this.links.get(uri.toString()) ?? []).map(linkTo);
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const count = this.counts.get(document.uri.toString()) ?? 0;
    if (count === 0) return [];
    const title =
      count === 1 ? vscode.l10n.t("Preview and make 1 change…") : vscode.l10n.t("Preview and make {0} changes…", count);
    const command = { title, command: this.applyCommand, arguments: [shownBy(document.uri)] };
    return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)];
  }

  /** A file was edited. */
  refreshSoon(edited: vscode.Uri): void {
    if (edited.scheme === UPGRADE_SCHEME) return;
    const source = edited.toString();
    const concerned = vscode.workspace.textDocuments.filter(
      ({ uri }) => uri.scheme === UPGRADE_SCHEME && shownBy(uri).uri === source,
    );
    if (concerned.length === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const { uri } of concerned) this.changed.fire(uri);
    }, QUIET);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
    this.lensesChanged.dispose();
  }
}

function shownBy(uri: vscode.Uri): Shown {
  return JSON.parse(uri.query) as Shown;
}
