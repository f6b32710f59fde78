// The schema for a file: the built-in knowledge, and what the file's workspace folder adds to it. Folders are read in the background;
// a file waits a moment for its folder, and is checked again when that was not enough or something changed.

import { DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { Connection, Diagnostic } from "vscode-languageserver";
import { MODULE_PATTERNS, moduleNameOf } from "../core/schema/customModules/moduleFiles.ts";
import { extendKnowledge } from "../core/schema/extendKnowledge.ts";
import type { Knowledge } from "../core/schema/knowledge.ts";
import { Schema } from "../core/schema/schema.ts";
import type { Version } from "../core/schema/types.ts";
import type { Files } from "./files.ts";
import { decoded, isBelow } from "./folders.ts";
import type { Folders } from "./folders.ts";
import { readFolderExtensions } from "./ownKnowledge.ts";
import type { ModuleCache } from "./ownKnowledge.ts";

/** Milliseconds that a file waits for its folder. */
const PATIENCE = 1_000;

/** Milliseconds in which changes on disk are gathered. */
const QUIET = 100;

export interface KnowledgeParts {
  readonly connection: Connection;
  readonly folders: Folders;
  loadKnowledge(): Knowledge;
  files(): Files;
  /** The client tells of changes on disk when asked to. */
  canWatch(): boolean;
  /** Files below a folder see another schema now. */
  changed(folder: string): void;
}

export class KnowledgeSource {
  private readonly own = new Map<string, FolderKnowledge>();
  private readonly watched = new Set<string>();
  private readonly schemas = new Map<Version, Schema>();
  private base: Knowledge | undefined;

  constructor(private readonly parts: KnowledgeParts) {}

  /** `declarations`: paths of files prosody-schema.json, from the folder. */
  async schemaFor(uri: string, version: Version, declarations: readonly string[]): Promise<Schema> {
    const folder = this.parts.folders.of(uri);
    if (folder === undefined) return schemaOf(this.knowledge(), version, this.schemas);
    const key = JSON.stringify([folder, declarations]);
    let own = this.own.get(key);
    if (own === undefined) {
      this.watch(declarations);
      own = new FolderKnowledge(folder, declarations, this.knowledge(), this.schemas, this.parts);
      this.own.set(key, own);
    }
    return await own.schema(version);
  }

  /** Settings or folders changed: everything is read again when a file asks. */
  forget(): void {
    for (const own of this.own.values()) own.stop();
    this.own.clear();
  }

  filesChanged(uris: readonly string[]): void {
    for (const own of this.own.values()) if (uris.some((uri) => own.concerns(uri))) own.readSoon();
  }

  private knowledge(): Knowledge {
    this.base ??= this.parts.loadKnowledge();
    return this.base;
  }

  private watch(declarations: readonly string[]): void {
    const patterns = [...MODULE_PATTERNS, ...declarations.map((path) => `**/${nameOf(path)}`)];
    const fresh = patterns.filter((pattern) => !this.watched.has(pattern));
    if (fresh.length === 0 || !this.parts.canWatch()) return;
    for (const pattern of fresh) this.watched.add(pattern);
    const watchers = fresh.map((globPattern) => ({ globPattern }));
    this.parts.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
  }
}

class FolderKnowledge {
  private knowledge: Knowledge;
  private schemas: Map<Version, Schema>;
  private readonly cache: ModuleCache = new Map();
  private published: readonly string[] = [];
  /** Until the folder has been read once. */
  private first: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading = false;
  private again = false;
  private last = "";
  private isGiven = false;
  private isStopped = false;

  constructor(
    private readonly folder: string,
    private readonly declarations: readonly string[],
    private readonly base: Knowledge,
    baseSchemas: Map<Version, Schema>,
    private readonly parts: KnowledgeParts,
  ) {
    this.knowledge = base;
    this.schemas = baseSchemas;
    this.first = this.read();
  }

  async schema(version: Version): Promise<Schema> {
    if (this.first !== undefined) await withinPatience(this.first);
    this.isGiven = true;
    return schemaOf(this.knowledge, version, this.schemas);
  }

  concerns(uri: string): boolean {
    if (!isBelow(uri, this.folder)) return false;
    return moduleNameOf(uri) !== undefined || this.declarations.some((path) => nameOf(path) === nameOf(decoded(uri)));
  }

  readSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), QUIET);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.publish(new Map());
  }

  private async read(): Promise<void> {
    if (this.reading) {
      this.again = true;
      return;
    }
    this.reading = true;
    try {
      await this.readOnce();
    } catch (error) {
      this.parts.connection.console.error(
        `reading own modules failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    this.reading = false;
    this.first = undefined;
    if (this.again) {
      this.again = false;
      await this.read();
    }
  }

  private async readOnce(): Promise<void> {
    const { extensions, diagnostics } = await readFolderExtensions(
      this.folder,
      this.declarations,
      this.parts.files(),
      this.cache,
    );
    if (this.isStopped) return;
    this.publish(diagnostics);
    const now = JSON.stringify(extensions);
    if (now === this.last || (this.last === "" && extensions.length === 0)) return;
    this.last = now;
    this.knowledge = extendKnowledge(this.base, extensions);
    this.schemas = new Map();
    if (this.isGiven) this.parts.changed(this.folder);
  }

  private publish(diagnostics: ReadonlyMap<string, readonly Diagnostic[]>): void {
    const { connection } = this.parts;
    for (const uri of this.published) if (!diagnostics.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, found] of diagnostics) void connection.sendDiagnostics({ uri, diagnostics: [...found] });
    this.published = [...diagnostics.keys()];
  }
}

function schemaOf(knowledge: Knowledge, version: Version, schemas: Map<Version, Schema>): Schema {
  const schema = schemas.get(version) ?? new Schema(knowledge, version);
  schemas.set(version, schema);
  return schema;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

async function withinPatience(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
