// A file system in memory that nobody can write to, as workspaces on the web often are.

import * as vscode from "vscode";
import { equal } from "./check";
import { poll } from "./poll";

const SCHEME = "memfs-ro";

export interface ReadOnlyFiles {
  /** In front of the user. */
  open(path: string): Promise<vscode.TextDocument>;
  /** Throws when the document was changed. */
  isAsItWas(document: vscode.TextDocument): void;
}

export function readOnlyFiles(texts: Readonly<Record<string, string>>): ReadOnlyFiles {
  const textOf = ({ path }: vscode.Uri): string | undefined => texts[path.slice(1)];
  const isFolder = ({ path }: vscode.Uri): boolean => Object.keys(texts).some((one) => `/${one}`.startsWith(`${path}/`));
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  let registered: vscode.Disposable | undefined;
  const register = (): void => {
    registered ??= vscode.workspace.registerFileSystemProvider(
      SCHEME,
      {
        onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
        watch: () => new vscode.Disposable(() => undefined),
        stat: (uri) => {
          const text = textOf(uri);
          const type = text === undefined ? vscode.FileType.Directory : vscode.FileType.File;
          if (text === undefined && !isFolder(uri)) throw vscode.FileSystemError.FileNotFound(uri);
          return { type, ctime: 0, mtime: 0, size: text?.length ?? 0 };
        },
        readDirectory: () => [],
        readFile: (uri) => {
          const text = textOf(uri);
          if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
          return new TextEncoder().encode(text);
        },
        createDirectory: refuse,
        writeFile: refuse,
        delete: refuse,
        rename: refuse,
      },
      { isReadonly: true },
    );
  };
  return {
    open: async (path) => {
      register();
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${path}` });
      await vscode.commands.executeCommand("vscode.open", uri, { preview: false });
      return poll(`${path} in the active editor`, () => {
        const document = vscode.window.activeTextEditor?.document;
        return document?.uri.toString() === uri.toString() ? document : undefined;
      });
    },
    isAsItWas: (document) => {
      equal(document.isDirty, false, "the document has changes");
      equal(document.getText(), textOf(document.uri), "the text of the document");
    },
  };
}
