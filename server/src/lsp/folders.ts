// The folders of the workspace, and to which of them a file belongs.

import type { InitializeParams, WorkspaceFoldersChangeEvent } from "vscode-languageserver";
import { isBelow, labelOf, normal } from "../workspace/address.ts";
import type { Root } from "../workspace/folder.ts";

export class Folders {
  private addresses: readonly string[] = [];

  start(params: InitializeParams): void {
    const { workspaceFolders } = params;
    // Older clients name the one folder that they have.
    const { rootUri } = params as { readonly rootUri?: unknown };
    const uris = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === "string" ? [rootUri] : []);
    this.addresses = uris.map(plain);
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = removed.map(({ uri }) => plain(uri));
    this.addresses = [...this.addresses.filter((one) => !gone.includes(one)), ...added.map(({ uri }) => plain(uri))];
  }

  /** The innermost one. Undefined for a file that was opened alone. */
  of(uri: string): string | undefined {
    const holding = this.addresses.filter((folder) => isBelow(uri, folder));
    return holding.sort((a, b) => b.length - a.length)[0];
  }

  rootOf(address: string): Root | undefined {
    const folder = this.of(address);
    // An Include may lead from one folder of the workspace to another.
    return folder === undefined ? undefined : { address: folder, searched: true, within: [folder, ...this.addresses] };
  }

  /** A file as people name it, from its folder on. */
  label(uri: string): string {
    return labelOf(uri, this.of(uri));
  }
}

function plain(uri: string): string {
  return normal(uri).replace(/\/$/, "");
}
