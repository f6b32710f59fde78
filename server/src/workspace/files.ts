// Files that are not open, as whoever runs the workspace can read them: the disk, the editor that asks, or texts of a test. What cannot
// be read, or lies outside of the folders that were opened, is not there.

export interface Files {
  /** Undefined: not there, no regular file, too large, or by its real path in none of the folders. */
  readFile(address: string, within: readonly string[]): Promise<string | undefined>;
  /** The same for what need not be text. */
  readBytes?(address: string, within: readonly string[]): Promise<Uint8Array | undefined>;
  /** Undefined: there is no such folder, or it is not to be read. */
  listFolder(folder: string, within: readonly string[]): Promise<Listing | undefined>;
  /** Addresses of files below a folder; `**` and `*` as everywhere. Never more than `limit`. */
  findFiles(folder: string, patterns: readonly string[], limit: number): Promise<readonly string[]>;
}

export interface Listing {
  /** Addresses by name; behind a link, of what it leads to. */
  readonly files: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
  /** Names of what is neither: pipes, links that lead nowhere. */
  readonly others: readonly string[];
}

const NO_FILES: Files = {
  readFile: () => Promise.resolve(undefined),
  listFolder: () => Promise.resolve(undefined),
  findFiles: () => Promise.resolve([]),
};

/** Those of a host; nothing where nobody reads files at such addresses. */
export function filesOf(host: { files(address: string): Files | undefined }, address: string): Files {
  return host.files(address) ?? NO_FILES;
}
