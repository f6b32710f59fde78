// Which files include which, for the features that ask: reads the configurations of a workspace folder, open ones as they are being
// edited, and keeps what it read until the disk changes. Nothing here is evaluated.

import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { analyse } from "../core/analyse.ts";
import { includeTargets, matches } from "../core/model/includes.ts";
import type { IncludePattern } from "../core/model/includes.ts";
import { FILE_PATTERNS, kindOf } from "../core/source.ts";
import type { Files } from "./files.ts";

export interface IncludeGraphParts {
  readonly documents: TextDocuments<TextDocument>;
  files(): Files;
  /** The workspace folder of a file. */
  folderOf(uri: string): string | undefined;
}

/** Where a file is included. */
export interface IncludedBy {
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

interface ReadIncludes {
  readonly text: string;
  readonly includes: readonly { readonly line: number; readonly pattern: IncludePattern }[];
}

export const MAX_FILES = 200;
const MAX_LENGTH = 1_000_000;
/** Files that are looked for in one folder. */
const MAX_NAMES = 500;
/** Milliseconds of work after which other requests have their turn. */
const TURN = 20;

export class IncludeGraph {
  private readonly includes = new Map<string, ReadIncludes>();
  /** Of the disk: configurations below a folder of the workspace, names in any folder, texts by address. */
  private readonly searches = new Map<string, Promise<readonly string[]>>();
  private readonly listings = new Map<string, Promise<readonly string[]>>();
  private readonly texts = new Map<string, Promise<string | undefined>>();

  constructor(private readonly parts: IncludeGraphParts) {}

  /** Other files of the workspace folder that include this one. */
  async includedBy(uri: string): Promise<readonly IncludedBy[]> {
    const folder = this.parts.folderOf(uri);
    if (folder === undefined) return [];
    const self = normal(uri);
    const { path, scheme, authority } = URI.parse(self);
    const found: IncludedBy[] = [];
    let turn = Date.now();
    for (const [other, text] of await this.configurations(folder)) {
      const address = URI.parse(other);
      if (other === self || address.scheme !== scheme || address.authority !== authority) continue;
      for (const { line, pattern } of this.includesOf(other, text)) {
        if (matches(pattern, path)) found.push({ uri: other, line });
      }
      if (Date.now() - turn <= TURN) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      turn = Date.now();
    }
    return found;
  }

  /** Files of the workspace that an Include in the file at `uri` stands for. */
  async matching(uri: string, pattern: IncludePattern): Promise<readonly string[]> {
    const address = (path: string): string => URI.parse(uri).with({ path }).toString();
    if (pattern.kind === "file") {
      const file = address(pattern.path);
      if (this.parts.folderOf(file) === undefined) return [];
      return (this.openTexts().get(file) ?? (await this.read(file))) === undefined ? [] : [file];
    }
    // Whatever the folder holds is in the workspace, or nothing is.
    if (this.parts.folderOf(address(`${pattern.folder.replace(/\/$/, "")}/${pattern.name}`)) === undefined) return [];
    const listed = await this.list(address(pattern.folder), pattern);
    const all = new Set([...listed, ...this.openTexts().keys()].filter((file) => this.parts.folderOf(file) !== undefined));
    return [...all].filter((file) => isSibling(file, uri) && matches(pattern, URI.parse(file).path)).sort();
  }

  /** Files on the disk changed, came or went. Documents are compared by their text and need no telling. */
  diskChanged(): void {
    this.searches.clear();
    this.listings.clear();
    this.texts.clear();
  }

  /** Texts of the configurations below a folder by address, in the order of their addresses. Never more than `MAX_FILES`. */
  async configurations(folder: string): Promise<readonly (readonly [string, string])[]> {
    let search = this.searches.get(folder);
    if (search === undefined) {
      search = this.parts.files().findFiles(folder, FILE_PATTERNS.lua, MAX_FILES);
      this.searches.set(folder, search);
    }
    const open = this.openTexts();
    const below = [...open.keys()].filter((uri) => this.parts.folderOf(uri) === folder);
    const uris = [...new Set([...below, ...(await search).map(normal)])].slice(0, MAX_FILES).sort();
    for (const known of this.includes.keys()) if (!uris.includes(known)) this.includes.delete(known);
    const texts = await Promise.all(uris.map(async (uri) => [uri, open.get(uri) ?? (await this.read(uri))] as const));
    return texts.flatMap(([uri, text]) => (text === undefined || text.length > MAX_LENGTH ? [] : [[uri, text] as const]));
  }

  private includesOf(uri: string, text: string): ReadIncludes["includes"] {
    const known = this.includes.get(uri);
    if (known?.text === text) return known.includes;
    const includes = readIncludes(uri, text);
    this.includes.set(uri, { text, includes });
    return includes;
  }

  /** Files of one folder. What is not a configuration by its name is not watched, so it is looked for each time. */
  private list(folder: string, { name }: { readonly name: string }): Promise<readonly string[]> {
    const known = isWatched(name) ? this.listings.get(folder) : undefined;
    if (known !== undefined) return known;
    const listing = this.parts
      .files()
      .findFiles(folder, ["*"], MAX_NAMES)
      .then((found) => found.map(normal));
    if (isWatched(name)) this.listings.set(folder, listing);
    return listing;
  }

  /** Of a file as it is being edited, or on the disk. */
  async text(uri: string): Promise<string | undefined> {
    return this.openTexts().get(normal(uri)) ?? (await this.read(uri));
  }

  private read(uri: string): Promise<string | undefined> {
    const known = isWatched(uri) ? this.texts.get(uri) : undefined;
    if (known !== undefined) return known;
    const text = this.parts.files().readFile(uri);
    if (isWatched(uri)) this.texts.set(uri, text);
    return text;
  }

  private openTexts(): ReadonlyMap<string, string> {
    const ours = this.parts.documents.all().filter(({ uri, languageId }) => kindOf(uri, languageId) === "lua");
    return new Map(ours.map((document) => [normal(document.uri), document.getText()]));
  }
}

function readIncludes(uri: string, text: string): ReadIncludes["includes"] {
  // Most fragments include nothing, which is seen faster than understood.
  if (!/include/i.test(text)) return [];
  const analysis = analyse("lua", text);
  if (analysis.kind !== "lua") return [];
  return includeTargets(analysis.file, URI.parse(uri).path).map(({ span, pattern }) => {
    return { line: analysis.lines.at(span.start).line, pattern };
  });
}

/** Editors write one address in several ways. */
export function normal(uri: string): string {
  return URI.parse(uri).toString();
}

function isSibling(uri: string, other: string): boolean {
  const [one, two] = [URI.parse(uri), URI.parse(other)];
  return one.scheme === two.scheme && one.authority === two.authority;
}

/** The client tells when such a file changes. */
function isWatched(name: string): boolean {
  return kindOf(name) === "lua";
}
