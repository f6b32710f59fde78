// What was read of a folder and is kept: texts, and what its folders hold. Asking reads nothing: what is not known yet is noted as wanted,
// and read by whoever can wait for it.

import { containerKindOf } from "../core/source.ts";
import { normal } from "./address.ts";
import type { Files, Listing } from "./files.ts";
import type { Store } from "./store.ts";

export interface KnownParts {
  readonly files: Files;
  readonly store: Store;
  /** Somebody tells when the file changes. */
  isWatched(address: string): boolean;
  /** Milliseconds after which is read again what nobody tells the changes of. */
  readonly fresh: number;
}

/** Files of a folder, by their names. */
export interface Search {
  readonly patterns: readonly string[];
  readonly limit: number;
  /** Patterns do not say all. */
  readonly wanted: (address: string) => boolean;
}

interface Read<T> {
  readonly at: number;
  readonly value: T;
  readonly within: readonly string[];
}

const NOTHING: readonly string[] = [];

type Fences = Map<string, readonly string[]>;

export class Known {
  /** Grows with what is known of folders and of which files there are. */
  listed = 0;
  /** Grows with all that is known. */
  revision = 0;
  private readonly texts = new Map<string, Read<string | undefined>>();
  private readonly listings = new Map<string, Read<Listing | undefined>>();
  private readonly searches = new Map<Search, Read<readonly string[]>>();
  private readonly wantedTexts: Fences = new Map();
  private readonly wantedFolders: Fences = new Map();
  private readonly wantedSearches = new Map<Search, string>();
  /** What was read before is not to be relied on. */
  private staleSince = 0;
  private refreshed = Date.now();

  constructor(private readonly parts: KnownParts) {}

  /** Of a file on the disk; undefined also where it is not known yet. */
  text(address: string, within: readonly string[]): string | undefined {
    const known = this.texts.get(address);
    if (known === undefined) this.wantedTexts.set(address, within);
    return known?.value;
  }

  listing(folder: string, within: readonly string[]): Listing | "missing" | undefined {
    const known = this.listings.get(folder);
    if (known !== undefined) return known.value ?? "missing";
    this.wantedFolders.set(folder, within);
    return undefined;
  }

  /** Addresses below a folder; nothing also where they were not looked for yet. */
  found(folder: string, search: Search): readonly string[] {
    const known = this.searches.get(search);
    if (known === undefined) this.wantedSearches.set(search, folder);
    return known?.value ?? NOTHING;
  }

  get wants(): boolean {
    return this.wantedTexts.size + this.wantedFolders.size + this.wantedSearches.size > 0;
  }

  /** Whether anything may be older than it should be. */
  get isOld(): boolean {
    return this.staleSince >= this.refreshed || Date.now() - this.refreshed > this.parts.fresh;
  }

  diskChanged(): void {
    this.staleSince = Date.now();
  }

  /** True when something is known that was not. */
  async readWanted(): Promise<boolean> {
    const [texts, folders, searches] = [[...this.wantedTexts], [...this.wantedFolders], [...this.wantedSearches]];
    for (const wanted of [this.wantedTexts, this.wantedFolders, this.wantedSearches]) wanted.clear();
    const read = await Promise.all([
      ...texts.map(([address, within]) => this.readText(address, within)),
      ...folders.map(([folder, within]) => this.readListing(folder, within)),
      ...searches.map(([search, folder]) => this.find(folder, search)),
    ]);
    return read.includes(true);
  }

  /** Reads again what is old. True when something is different. */
  async refresh(): Promise<boolean> {
    this.refreshed = Date.now();
    const texts = [...this.texts].filter(([address, { at }]) => this.isOldSince(at, this.parts.isWatched(address)));
    const folders = [...this.listings].filter(([, { at }]) => this.isOldSince(at, false));
    const searches = [...this.searches].filter(([, { at }]) => this.isOldSince(at, false));
    const read = await Promise.all([
      ...searches.map(([search, { within }]) => this.find(within[0] ?? "", search)),
      ...texts.map(([address, { within }]) => this.readText(address, within)),
      ...folders.map(([folder, { within }]) => this.readListing(folder, within)),
    ]);
    return read.includes(true);
  }

  private async find(folder: string, search: Search): Promise<boolean> {
    const at = Date.now();
    const found = await this.parts.files.findFiles(folder, search.patterns, search.limit);
    const value = found.map(normal).filter((address) => search.wanted(address));
    const before = this.searches.get(search);
    const isSame = before !== undefined && JSON.stringify(before.value) === JSON.stringify(value);
    this.searches.set(search, { at, value: isSame ? before.value : value, within: [folder] });
    if (isSame) return false;
    this.listed++;
    this.revision++;
    return true;
  }

  private async readText(address: string, within: readonly string[]): Promise<boolean> {
    const at = Date.now();
    const value = await this.parts.files.readFile(address, within);
    if (value !== undefined) await this.parts.store.prepare([{ kind: containerKindOf(address), text: value }]);
    const before = this.texts.get(address);
    this.texts.set(address, { at, value, within });
    if (before !== undefined && before.value === value) return false;
    this.revision++;
    return true;
  }

  private async readListing(folder: string, within: readonly string[]): Promise<boolean> {
    const at = Date.now();
    const value = await this.parts.files.listFolder(folder, within);
    const before = this.listings.get(folder);
    if (before !== undefined && printed(before.value) === printed(value)) {
      this.listings.set(folder, { ...before, at });
      return false;
    }
    this.listings.set(folder, { at, value, within });
    this.listed++;
    this.revision++;
    return true;
  }

  private isOldSince(at: number, isWatched: boolean): boolean {
    return this.staleSince >= at || (!isWatched && Date.now() - at > this.parts.fresh);
  }
}

function printed(listing: Listing | undefined): string {
  return listing === undefined ? "" : JSON.stringify([[...listing.files], listing.folders, listing.others]);
}
