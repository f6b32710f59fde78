// Stands in for the module `vscode` in unit tests: files in memory, messages and documents that are kept for looking at. It has what the
// code under test needs and nothing else.

import { URI, Utils } from "vscode-uri";

interface Document {
  readonly uri: URI;
  readonly languageId: string;
  readonly version: number;
  readonly getText: () => string;
}

interface Operation {
  readonly kind: "create" | "replace" | "insert";
  readonly uri: URI;
  readonly text: string;
}

/** What a test sets up and looks at. */
export const editor = {
  files: new Map<string, string>(),
  /** Schemes of file systems that take nothing. */
  readOnlySchemes: new Set<string>(),
  readOnlyPaths: new Set<string>(),
  /** What applying an edit comes to. */
  applies: true,
  applied: [] as (readonly Operation[])[],
  messages: [] as string[],
  deleted: [] as string[],
  unsaved: [] as string[],
  /** Put into the terminal. */
  typed: [] as string[],
  commands: new Map<string, (...given: readonly unknown[]) => unknown>(),
  /** What gives the texts of documents, by scheme. */
  providers: new Map<string, Provider>(),
  /** The label that the user takes of a list. */
  picks: undefined as string | undefined,
};

interface Provider {
  readonly provideTextDocumentContent: (uri: URI) => unknown;
}

export const Disposable = { from: (): object => ({}) };

export const commands = {
  registerCommand: (name: string, run: (...given: readonly unknown[]) => unknown): object => {
    editor.commands.set(name, run);
    return {};
  },
  executeCommand: (name: string, ...given: readonly unknown[]): Promise<unknown> =>
    Promise.resolve(editor.commands.get(name)?.(...given)),
};

export function resetEditor(): void {
  editor.files.clear();
  editor.readOnlySchemes.clear();
  editor.readOnlyPaths.clear();
  editor.applies = true;
  editor.applied = [];
  editor.messages = [];
  editor.deleted = [];
  editor.unsaved = [];
  editor.typed = [];
}

export const Uri = Object.assign(URI, { joinPath: (uri: URI, ...paths: string[]) => Utils.joinPath(uri, ...paths) });

export const ViewColumn = { Active: -1, Beside: -2 };
export const FilePermission = { Readonly: 1 };
export const TextEditorRevealType = { InCenterIfOutsideViewport: 2 };

export class EventEmitter {
  readonly event = (): void => undefined;
  fire(): void {
    // Nobody listens.
  }
}

export class Range {
  constructor(...places: readonly number[]) {
    this.places = places;
  }
  readonly places: readonly number[];
}

export class Selection extends Range {}

export class WorkspaceEdit {
  readonly operations: Operation[] = [];
  createFile(uri: URI, { contents, overwrite }: { readonly contents: Uint8Array; readonly overwrite: boolean }): void {
    if (!overwrite && editor.files.has(uri.path)) throw new Error("there already");
    this.operations.push({ kind: "create", uri, text: new TextDecoder().decode(contents) });
  }
  replace(uri: URI, _range: Range, text: string): void {
    this.operations.push({ kind: "replace", uri, text });
  }
  insert(uri: URI, _place: unknown, text: string): void {
    this.operations.push({ kind: "insert", uri, text });
  }
}

export const l10n = {
  t: (text: string, ...given: readonly unknown[]): string =>
    text.replace(/\{(\d)\}/g, (_, i: string) => String(given[Number(i)])),
};

const message = (text: string): Promise<undefined> => {
  editor.messages.push(text);
  return Promise.resolve(undefined);
};

export const window = {
  visibleTextEditors: [],
  activeTerminal: {
    show: (): void => undefined,
    sendText: (text: string): void => {
      editor.typed.push(text);
    },
  },
  showInformationMessage: message,
  showWarningMessage: message,
  showErrorMessage: message,
  showQuickPick: <T extends { readonly label: string }>(items: readonly T[]): Promise<T | undefined> =>
    Promise.resolve(items.find(({ label }) => label === editor.picks)),
  showTextDocument: ({ getText }: Document): Promise<void> => {
    editor.unsaved.push(getText());
    return Promise.resolve();
  },
};

export const workspace = {
  asRelativePath: ({ path }: URI): string => path.slice(path.lastIndexOf("/") + 1),
  openTextDocument: ({ language, content }: { readonly language: string; readonly content: string }): Promise<Document> =>
    Promise.resolve({ uri: URI.parse("untitled:x"), languageId: language, version: 1, getText: () => content }),
  registerTextDocumentContentProvider: (scheme: string, provider: Provider): object => {
    editor.providers.set(scheme, provider);
    return {};
  },
  applyEdit: ({ operations }: WorkspaceEdit): Promise<boolean> => {
    editor.applied.push(operations);
    return Promise.resolve(editor.applies);
  },
  fs: {
    readFile: ({ path }: URI): Promise<Uint8Array> => {
      const text = editor.files.get(path);
      return text === undefined ? Promise.reject(new Error("not there")) : Promise.resolve(new TextEncoder().encode(text));
    },
    delete: ({ path }: URI): Promise<void> => {
      editor.deleted.push(path);
      return Promise.resolve();
    },
    isWritableFileSystem: (scheme: string): boolean => !editor.readOnlySchemes.has(scheme),
    stat: (uri: URI): Promise<object> =>
      editor.readOnlyPaths.has(uri.path)
        ? Promise.resolve({ permissions: FilePermission.Readonly })
        : editor.files.has(uri.path)
          ? Promise.resolve({})
          : Promise.reject(new Error("not there")),
  },
};
