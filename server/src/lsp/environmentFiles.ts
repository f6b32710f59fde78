// The files of a workspace folder that an environment graph is made of: found and read when somebody asks, open ones as they are being
// edited. What was understood is kept as long as the text is the same.

import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { GRAPH_SEARCHES, MAX_GRAPH_FOUND, MAX_GRAPH_LENGTH, graphFile, isGraphFile } from "../core/graphFiles.ts";
import type { GraphFile } from "../core/model/environment/files.ts";
import { kindOf } from "../core/source.ts";
import type { Files } from "./files.ts";
import { MAX_FILES, normal } from "./includeGraph.ts";
import type { IncludeGraph } from "./includeGraph.ts";

export interface EnvironmentFilesParts {
  readonly documents: TextDocuments<TextDocument>;
  readonly graph: IncludeGraph;
  files(): Files;
  /** The workspace folder of a file. */
  folderOf(uri: string): string | undefined;
}

export interface FolderFiles {
  readonly files: readonly GraphFile[];
  /** There may be more than were looked at. */
  readonly cut: boolean;
}

/** Milliseconds after which is read again what nobody tells the changes of. */
const FRESH = 30_000;
/** Milliseconds of work after which other requests have their turn. */
const TURN = 20;

interface Asked<T> {
  readonly at: number;
  readonly found: Promise<T>;
}

export class EnvironmentFiles {
  private readonly names = new Map<string, Asked<readonly (readonly string[])[]>>();
  private readonly texts = new Map<string, Asked<string | undefined>>();
  private readonly understood = new Map<string, GraphFile>();

  constructor(private readonly parts: EnvironmentFilesParts) {}

  async of(folder: string): Promise<FolderFiles> {
    const configs = await this.parts.graph.configurations(folder);
    const searches = await this.search(folder);
    const open = this.openTexts(folder);
    const uris = new Set([...open.keys(), ...searches.flat()]);
    const others = await Promise.all([...uris].map(async (uri) => [uri, open.get(uri) ?? (await this.read(uri))] as const));
    const texts = new Map<string, string>(configs);
    for (const [uri, text] of others) {
      if (text !== undefined && text.length <= MAX_GRAPH_LENGTH && !texts.has(uri)) texts.set(uri, text);
    }
    for (const uri of this.understood.keys()) {
      if (!texts.has(uri) && this.parts.folderOf(uri) === folder) this.understood.delete(uri);
    }
    const files: GraphFile[] = [];
    let turn = Date.now();
    for (const [uri, text] of texts) {
      const file = this.understand(uri, text);
      if (file !== undefined) files.push(file);
      if (Date.now() - turn <= TURN) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      turn = Date.now();
    }
    return { files, cut: searches.some((found) => found.length >= MAX_GRAPH_FOUND) || configs.length >= MAX_FILES };
  }

  diskChanged(): void {
    this.names.clear();
    this.texts.clear();
  }

  private search(folder: string): Promise<readonly (readonly string[])[]> {
    const known = this.names.get(folder);
    if (known !== undefined && Date.now() - known.at <= FRESH) return known.found;
    const found = Promise.all(
      GRAPH_SEARCHES.map(async (patterns) => {
        const uris = await this.parts.files().findFiles(folder, patterns, MAX_GRAPH_FOUND);
        return uris.map(normal).filter((uri) => isGraphFile(uri));
      }),
    );
    this.names.set(folder, { at: Date.now(), found });
    return found;
  }

  private read(uri: string): Promise<string | undefined> {
    const known = this.texts.get(uri);
    if (known !== undefined && (kindOf(uri) !== undefined || Date.now() - known.at <= FRESH)) return known.found;
    const found = this.parts.files().readFile(uri);
    this.texts.set(uri, { at: Date.now(), found });
    return found;
  }

  private understand(uri: string, text: string): GraphFile | undefined {
    const known = this.understood.get(uri);
    if (known?.text === text) return known;
    const file = graphFile(URI.parse(uri).path, text, this.parts.documents.get(uri)?.languageId);
    if (file === undefined) this.understood.delete(uri);
    else this.understood.set(uri, file);
    return file;
  }

  private openTexts(folder: string): ReadonlyMap<string, string> {
    const ours = this.parts.documents
      .all()
      .filter(({ uri, languageId }) => this.parts.folderOf(uri) === folder && isGraphFile(uri, languageId));
    return new Map(ours.map((document) => [normal(document.uri), document.getText()]));
  }
}
