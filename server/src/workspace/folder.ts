// One folder of the workspace: which files concern us, what they say as they are being edited or on the disk. It is looked at in the
// background and kept, so that a key stroke reads nothing; whoever asks meets what is known by then, or waits for it.

import type { LuaAnalysis } from "../core/analyse.ts";
import { GRAPH_SEARCHES, MAX_GRAPH_FOUND, MAX_GRAPH_LENGTH, isGraphFile } from "../core/graphFiles.ts";
import { READER_PATTERNS } from "../core/model/envReaders.ts";
import type { ContainerGraphFile, GraphFile } from "../core/model/environment/files.ts";
import { FILE_PATTERNS, containerKindOf, kindOf } from "../core/source.ts";
import { addTo } from "../core/text/addTo.ts";
import { folderOf, isBelow, nameOf, normal } from "./address.ts";
import type { Documents, OpenDocument } from "./documents.ts";
import type { Listing } from "./files.ts";
import { Includes } from "./includes.ts";
import type { ConfigSource } from "./includes.ts";
import { Known } from "./known.ts";
import type { KnownParts, Search } from "./known.ts";
import { takeTurns, withTimeout } from "./withTimeout.ts";

/** A folder that was opened. */
export interface Root {
  readonly address: string;
  /** As a whole; otherwise only what its open files name is looked at. */
  readonly searched: boolean;
  /** Where files may be, by their real paths. */
  readonly within: readonly string[];
}

export interface FolderParts extends KnownParts {
  readonly root: Root;
  readonly documents: Documents;
  /** A file as people name it. */
  label(address: string): string;
  /** Asks all that may be asked of the folder, so that it is read before somebody does. */
  foresee(): void;
  /** Something else is known now. */
  changed(): void;
}

const MAX_CONFIGS = 1_000;
const MAX_CONFIG_LENGTH = 1_000_000;
/** Files that tell who reads an env file. */
const MAX_READERS = 60;
/** Milliseconds in which changes are gathered. */
const QUIET = 200;
/** Files name files that name files, but not for ever. */
const MAX_ROUNDS = 50;

const CONFIGS: Search = { patterns: FILE_PATTERNS.lua, limit: MAX_CONFIGS, wanted: (address) => kindOf(address) === "lua" };
const READERS: Search = {
  patterns: READER_PATTERNS.map((pattern) => `**/${pattern}`),
  limit: MAX_READERS,
  wanted: () => true,
};
let graphSearches: readonly Search[] | undefined;

/** Made when they are first wanted, as what understands those files is loaded then. */
function graphFilesToFind(): readonly Search[] {
  const search = (patterns: readonly string[]): Search => ({
    patterns,
    limit: MAX_GRAPH_FOUND,
    wanted: (one) => isGraphFile(one),
  });
  return (graphSearches ??= GRAPH_SEARCHES.map(search));
}

/** What is open in a folder, by the addresses under which it is known. */
interface Opened {
  /** When that was so. */
  readonly of: string;
  readonly documents: ReadonlyMap<string, OpenDocument>;
  readonly byFolder: ReadonlyMap<string, readonly string[]>;
  /** With those that were found. */
  readonly configs: readonly string[];
}

export class Folder implements ConfigSource {
  readonly includes: Includes;
  readonly known: Known;
  private readonly places = new Map<string, string>();
  private opened: Opened = { of: "", documents: new Map(), byFolder: new Map(), configs: [] };
  private looking: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private state: "new" | "looked" | "stopped" = "new";
  private wasAsked = false;

  constructor(private readonly parts: FolderParts) {
    this.known = new Known(parts);
    this.includes = new Includes(this);
  }

  get root(): Root {
    return this.parts.root;
  }

  /** There may be more configurations than are known. */
  get cut(): boolean {
    return this.found(CONFIGS).length >= MAX_CONFIGS;
  }

  /** There may be more files that speak of variables. */
  get graphCut(): boolean {
    return this.cut || graphFilesToFind().some((search) => this.found(search).length >= search.limit);
  }

  /** Files that may tell who reads an env file. */
  get readers(): readonly string[] {
    return this.found(READERS);
  }

  get listed(): number {
    return this.known.listed;
  }

  /** Grows with every change of what is known. */
  get revision(): number {
    return this.known.revision + this.parts.documents.revision;
  }

  /** Waits for the first look, but not longer than that. */
  async ready(patience: number): Promise<void> {
    if (this.state === "new") await withTimeout(this.looking ?? this.look(), patience);
    this.wasAsked = true;
    this.catchUp();
  }

  /** Looks in the background at what was asked for and is not known, or no more. */
  catchUp(): void {
    if (this.known.wants || this.known.isOld) this.lookSoon();
  }

  /** With all that is known up to date, and what the answer lacks read. */
  async settled<T>(ask: () => T): Promise<T> {
    await this.looking;
    if (this.state === "new" || this.known.isOld) await this.look();
    for (let round = 0; ; round++) {
      await this.prepare();
      const answer = ask();
      if (!this.known.wants || round >= MAX_ROUNDS) return answer;
      await this.known.readWanted();
    }
  }

  /** Files on the disk changed, came or went. */
  diskChanged(): void {
    this.known.diskChanged();
    this.lookSoon();
  }

  stop(): void {
    this.state = "stopped";
    clearTimeout(this.timer);
  }

  /** The address under which a file is known to which others may lead, as links do. */
  canonical(uri: string): string {
    const address = normal(uri);
    if (!this.isInside(address)) return address;
    const listing = this.known.listing(folderOf(address), this.root.within);
    const real = listing === undefined || listing === "missing" ? undefined : listing.files.get(nameOf(address));
    if (real === undefined || real === address) return address;
    this.places.set(real, address);
    return real;
  }

  place(address: string): string {
    return this.places.get(address) ?? address;
  }

  label(address: string): string {
    return this.parts.label(address);
  }

  configs(): readonly string[] {
    return this.whatIsOpen().configs;
  }

  config(address: string): LuaAnalysis | undefined {
    const text = this.text(address);
    return text === undefined ? undefined : this.parts.store.lua(address, text);
  }

  mayInclude(address: string): boolean {
    if (this.open().has(address)) return true;
    const text = this.text(address);
    return text !== undefined && text.length <= MAX_CONFIG_LENGTH && /include/i.test(text);
  }

  list(folder: string): Listing | "missing" | undefined {
    const known = this.isInside(folder) ? this.known.listing(folder, this.root.within) : undefined;
    if (known === undefined) return undefined;
    const open = this.whatIsOpen().byFolder.get(folder) ?? [];
    const isNew = open.filter((address) => known === "missing" || !known.files.has(nameOf(address)));
    if (isNew.length === 0) return known;
    const { files, folders, others } = known === "missing" ? { files: [], folders: [], others: [] } : known;
    return { files: new Map([...files, ...isNew.map((address) => [nameOf(address), address] as const)]), folders, others };
  }

  /** As it is being edited, or on the disk. */
  text(address: string): string | undefined {
    const open = this.open().get(address);
    if (open !== undefined) return open.text;
    return this.isInside(address) ? this.known.text(address, this.root.within) : undefined;
  }

  /** The same of files above the folder, which are only looked at where the folder is not searched. */
  textAround(address: string): string | undefined {
    const text = this.text(address);
    if (text !== undefined || this.isInside(address)) return text;
    return this.known.text(address, [folderOf(address)]);
  }

  /** What the environment graph is made of. */
  graphFiles(): readonly GraphFile[] {
    const all = new Set([...this.configs(), ...this.graphAddresses()]);
    return [...all].flatMap((address) => this.graphFile(address) ?? []);
  }

  /** What describes containers. `besides`: files that are not looked for here. */
  containers(besides: readonly string[]): readonly ContainerGraphFile[] {
    const all = [...new Set([...this.graphAddresses(), ...besides])].filter((one) => kindOf(one) === undefined);
    return all.flatMap((address) => {
      const file = this.graphFile(address);
      return file?.kind === "container" ? [file] : [];
    });
  }

  open(): ReadonlyMap<string, OpenDocument> {
    return this.whatIsOpen().documents;
  }

  isInside(address: string): boolean {
    return this.root.within.some((folder) => address === folder || isBelow(address, folder));
  }

  private whatIsOpen(): Opened {
    const of = `${this.parts.documents.opened} ${this.known.listed}`;
    if (this.opened.of === of) return this.opened;
    const documents = new Map<string, OpenDocument>();
    const byFolder = new Map<string, string[]>();
    for (const document of this.parts.documents.all()) {
      if (document.kind === undefined || !this.isInside(document.address)) continue;
      const address = this.canonical(document.uri);
      documents.set(address, document);
      addTo(byFolder, folderOf(address), address);
    }
    const configs = [...documents].flatMap(([address, { kind }]) => (kind === "lua" ? [address] : []));
    const all = [...new Set([...configs, ...this.found(CONFIGS)])].slice(0, MAX_CONFIGS).sort();
    this.opened = { of, documents, byFolder, configs: all };
    return this.opened;
  }

  /** Of all that the graph is made of but configurations. */
  private graphAddresses(): readonly string[] {
    const open = [...this.open()].flatMap(([address, { kind }]) => (kind !== "lua" && isGraphFile(address) ? [address] : []));
    return [...open, ...graphFilesToFind().flatMap((search) => this.found(search))];
  }

  private graphFile(address: string): GraphFile | undefined {
    const text = this.textAround(address);
    const kind = this.open().get(address)?.kind ?? kindOf(address) ?? containerKindOf(address);
    if (text === undefined || (kind !== "lua" && text.length > MAX_GRAPH_LENGTH)) return undefined;
    return this.parts.store.graphFile(address, text, kind);
  }

  private prepare(): Promise<void> {
    return this.parts.store.prepare(this.parts.documents.all());
  }

  private lookSoon(): void {
    if (this.state === "stopped" || this.state === "new") return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), QUIET);
  }

  /** One look after the other. */
  private look(): Promise<void> {
    clearTimeout(this.timer);
    // What cannot be looked at is not known.
    const looking = (this.looking ?? Promise.resolve()).then(() => this.lookOnce()).catch(() => undefined);
    this.looking = looking;
    return looking.finally(() => {
      if (this.looking === looking) this.looking = undefined;
    });
  }

  private async lookOnce(): Promise<void> {
    if (this.isStopped()) return;
    let differs = this.state === "new";
    this.state = "looked";
    if (await this.known.refresh()) differs = true;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      await takeTurns(this.configs(), (address) => this.mayInclude(address) && this.config(address));
      await this.prepare();
      this.parts.foresee();
      if (!this.known.wants) break;
      if (await this.known.readWanted()) differs = true;
    }
    if (differs && this.wasAsked && !this.isStopped()) this.parts.changed();
  }

  private isStopped(): boolean {
    return this.state === "stopped";
  }

  private found(search: Search): readonly string[] {
    return this.root.searched ? this.known.found(this.root.address, search) : [];
  }
}
