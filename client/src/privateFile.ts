// Files with secrets are readable by their owner alone. The editor's own API knows no modes, so an empty file with the right one is made
// first, where the host can do that, and the editor writes into it.

import type { Uri } from "vscode";

/** `folder`: it must lie there, also by its real path. Fails if there is a file already, unless that is to be `replaced`. */
export type MakePrivate = (path: string, folder: string, replaced: boolean) => Promise<void>;

let makePrivate: MakePrivate | undefined;

/** Called by the entry of a host that has a disk. */
export function setMakePrivate(make: MakePrivate | undefined): void {
  makePrivate = make;
}

/** Whether there is an empty file now, or an existing one that is private. */
export async function preparePrivate(file: Uri, folder: Uri, replaced = false): Promise<boolean> {
  if (file.scheme !== "file" || makePrivate === undefined) return false;
  await makePrivate(file.fsPath, folder.fsPath, replaced);
  return true;
}
