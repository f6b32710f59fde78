// Which tools read the env files of a workspace, asked once for each folder of it and kept: never looked up while somebody types.

import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { READER_PATTERNS, envReaders } from "../core/model/envReaders.ts";
import type { EnvReader, Neighbour } from "../core/model/envReaders.ts";
import { readCompose } from "../core/syntax/yaml/compose.ts";
import type { Files } from "./files.ts";
import { withinPatience } from "./patience.ts";

export interface EnvReadersParts {
  readonly documents: TextDocuments<TextDocument>;
  files(): Files;
  /** The workspace folder of a file. */
  folderOf(uri: string): string | undefined;
}

const MAX_NAMES = 200;
const MAX_TEXTS = 60;
const MAX_LENGTH = 200_000;
/** Milliseconds that a file waits for the first search. */
const PATIENCE = 500;
/** Milliseconds after which what was found is looked up again, behind the back of whoever asks. */
const FRESH = 30_000;

const NOTHING: readonly EnvReader[] = [];

export class EnvReadersOfWorkspace {
  private readonly neighbours = new Map<string, { readonly asked: number; readonly found: Promise<readonly Neighbour[]> }>();
  private readonly readers = new Map<string, readonly EnvReader[]>();
  /** Files whose readers are being looked for; nobody waits for them twice. */
  private readonly waiting = new Set<string>();

  constructor(private readonly parts: EnvReadersParts) {}

  /** The same list until something else is found. */
  async of(uri: string): Promise<readonly EnvReader[]> {
    const folder = this.parts.folderOf(uri);
    if (folder === undefined) return NOTHING;
    const known = this.neighbours.get(folder);
    if (known === undefined || Date.now() - known.asked > FRESH) this.search(folder);
    if (!this.readers.has(uri) && !this.waiting.has(uri)) {
      this.waiting.add(uri);
      const found = this.find(uri, folder).finally(() => this.waiting.delete(uri));
      await withinPatience(found, PATIENCE);
    }
    return this.readers.get(uri) ?? NOTHING;
  }

  /** Files were opened, closed, or changed on the disk. */
  forget(): void {
    this.neighbours.clear();
    this.readers.clear();
  }

  private search(folder: string): void {
    const found = this.read(folder).catch((): readonly Neighbour[] => []);
    this.neighbours.set(folder, { asked: Date.now(), found });
    void found.then(() => {
      for (const uri of this.readers.keys()) if (this.parts.folderOf(uri) === folder) this.readers.delete(uri);
    });
  }

  private async find(uri: string, folder: string): Promise<void> {
    const neighbours = (await this.neighbours.get(folder)?.found) ?? [];
    const { path } = URI.parse(uri);
    const near = [...neighbours].sort((a, b) => distance(a.path, path) - distance(b.path, path));
    this.readers.set(
      uri,
      envReaders(path, near, (text) => readCompose(text)),
    );
  }

  private async read(folder: string): Promise<readonly Neighbour[]> {
    const files = this.parts.files();
    const open = new Map(this.parts.documents.all().map((document) => [URI.parse(document.uri).toString(), document.getText()]));
    const patterns = READER_PATTERNS.map((pattern) => `**/${pattern}`);
    const names = (await files.findFiles(folder, patterns, MAX_NAMES)).slice(0, MAX_TEXTS);
    const texts = await Promise.all(
      names.map(async (uri): Promise<readonly Neighbour[]> => {
        const address = URI.parse(uri);
        const text = open.get(address.toString()) ?? (await files.readFile(uri));
        return text === undefined || text.length > MAX_LENGTH ? [] : [{ path: address.path, text }];
      }),
    );
    return texts.flat();
  }
}

/** How many folders lie between them. */
function distance(a: string, b: string): number {
  const [one, other] = [a.split("/").slice(0, -1), b.split("/").slice(0, -1)];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return one.length + other.length - 2 * same;
}
