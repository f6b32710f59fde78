// The documents that show effective configurations: made by the server, with links, and made anew while files are edited. What a
// document shows stands in its address.

import * as vscode from "vscode";
import { EFFECTIVE_REQUEST } from "../../../server/src/protocol.ts";
import type { EffectiveLink, EffectiveParams, EffectiveReply } from "../../../server/src/protocol.ts";
import type { StartedClient } from "../start.ts";
import type { Environment } from "./environment.ts";

export const SCHEME = "prosody-effective";

/** Milliseconds without typing before documents are made anew. */
const QUIET = 400;

export function addressOf(params: EffectiveParams): vscode.Uri {
  const { path } = vscode.Uri.parse(params.uri);
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.cfg\.lua$|\.lua$/, "");
  return vscode.Uri.from({ scheme: SCHEME, path: `/${name} (effective).lua`, query: JSON.stringify(params) });
}

export class EffectiveDocuments implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly links = new Map<string, readonly EffectiveLink[]>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: StartedClient,
    /** What the user chose. */
    private readonly environment: () => Environment,
  ) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const asked = JSON.parse(uri.query) as EffectiveParams;
    const settled = asked.plain === true || asked.envFile !== undefined || asked.service !== undefined;
    const params: EffectiveParams = settled ? asked : { ...asked, ...this.environment() };
    const reply = await (await this.client()).sendRequest<EffectiveReply>(EFFECTIVE_REQUEST, params);
    this.links.set(uri.toString(), reply.ok ? reply.links : []);
    return reply.ok ? reply.text : `-- ${reply.reason}\n`;
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    return (this.links.get(uri.toString()) ?? []).map(linkTo);
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

export function linkTo({ range: { start, end }, uri, line }: EffectiveLink): vscode.DocumentLink {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  return new vscode.DocumentLink(range, vscode.Uri.parse(uri).with({ fragment: `L${line + 1}` }));
}
