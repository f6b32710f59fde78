// The folders of the workspace, and to which of them a file belongs.

import type { InitializeParams, WorkspaceFoldersChangeEvent } from "vscode-languageserver";

export class Folders {
  private uris: readonly string[] = [];

  start(params: InitializeParams): void {
    const { workspaceFolders } = params;
    // Older clients name the one folder that they have.
    const { rootUri } = params as { readonly rootUri?: unknown };
    this.uris = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === "string" ? [rootUri] : []);
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = removed.map(({ uri }) => uri);
    this.uris = [...this.uris.filter((uri) => !gone.includes(uri)), ...added.map(({ uri }) => uri)];
  }

  /** A file as people name it: from its folder on, or by its last name. */
  label(uri: string, folder: string | undefined): string {
    const path = decoded(uri);
    return folder !== undefined && isBelow(uri, folder)
      ? path.slice(decoded(folder).replace(/\/$/, "").length + 1)
      : path.slice(path.lastIndexOf("/") + 1);
  }

  /** The innermost one. Undefined for a file that was opened alone. */
  of(uri: string): string | undefined {
    const holding = this.uris.filter((folder) => isBelow(uri, folder));
    return holding.sort((a, b) => b.length - a.length)[0];
  }
}

/** Editors write the same address in different ways: file:///c%3A/x is file:///c:/x. */
export function isBelow(uri: string, folder: string): boolean {
  const base = decoded(folder).replace(/\/$/, "");
  return decoded(uri).startsWith(`${base}/`);
}

export function resolveIn(folder: string, path: string): string {
  const escaped = path.replace(/[%?#]/g, encodeURIComponent).replace(/\\/g, "/");
  return new URL(escaped.replace(/^\/+/, ""), folder.endsWith("/") ? folder : `${folder}/`).href;
}

/** As people read it; as it is, where its escapes are wrong. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
