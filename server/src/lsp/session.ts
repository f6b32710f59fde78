// What the server keeps between requests: open documents, settings and caches that can be thrown away. Handlers ask it for a
// document's analysis and get the same one until the text changes.

import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { analyse } from "../core/analyse.ts";
import type { Analysis } from "../core/analyse.ts";
import type { Schema } from "../core/schema/schema.ts";
import type { Version } from "../core/schema/types.ts";
import { kindOf } from "../core/source.ts";
import type { ParseCache } from "../core/syntax/lua/parse.ts";
import type { InitializationOptions } from "../protocol.ts";
import { EffectiveConfigurations } from "./effective.ts";
import { NO_FILES, clientFiles } from "./files.ts";
import type { Files } from "./files.ts";
import { Folders } from "./folders.ts";
import type { Host } from "./host.ts";
import { IncludeGraph } from "./includeGraph.ts";
import { KnowledgeSource } from "./knowledge.ts";
import { DEFAULT_SETTINGS, readSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";

/** A document of ours with all that handlers need. */
export interface OpenFile {
  readonly uri: string;
  readonly analysis: Analysis;
  readonly schema: Schema;
  readonly settings: Settings;
}

interface CachedAnalysis {
  readonly version: number;
  readonly dialect: Settings["env"]["dialect"];
  readonly analysis: Analysis;
}

/** What the client can do, as far as we make use of it. */
export interface ClientAbilities {
  readonly configuration: boolean;
  readonly snippets: boolean;
  /** Tells of changes on disk when asked to. */
  readonly watching: boolean;
}

export class Session {
  abilities: ClientAbilities = { configuration: false, snippets: false, watching: false };
  options: InitializationOptions = {};
  /** Of clients that push their settings instead of being asked. */
  private pushedSettings: Settings = DEFAULT_SETTINGS;
  private readonly settings = new Map<string, Promise<Settings>>();
  private readonly analyses = new Map<string, CachedAnalysis>();
  private readonly parseCaches = new Map<string, ParseCache>();
  readonly folders = new Folders();
  readonly knowledge: KnowledgeSource;
  readonly includeGraph: IncludeGraph;
  private readonly configurations: EffectiveConfigurations | undefined;

  constructor(
    private readonly connection: Connection,
    readonly documents: TextDocuments<TextDocument>,
    host: Host,
    /** The files below a folder are to be looked at again. */
    changed: (folder: string) => void,
  ) {
    const files = (): Files => (this.options.readFile === true ? clientFiles(connection) : (host.files ?? NO_FILES));
    const startThread = host.startThread?.bind(host);
    if (startThread !== undefined) {
      this.configurations = new EffectiveConfigurations({
        documents,
        files,
        folderOf: (uri) => this.folders.of(uri),
        startThread: () => startThread(this.options),
      });
    }
    this.includeGraph = new IncludeGraph({ documents, files, folderOf: (uri) => this.folders.of(uri) });
    this.knowledge = new KnowledgeSource({
      connection,
      folders: this.folders,
      loadKnowledge: () => host.loadKnowledge(this.options),
      files,
      canWatch: () => this.abilities.watching,
      changed,
    });
  }

  /** Undefined where configurations cannot be evaluated, or must not: the workspace is not trusted. */
  get effective(): EffectiveConfigurations | undefined {
    return this.options.evaluate === true ? this.configurations : undefined;
  }

  /** What holds for a file, open or not. */
  async surroundings(uri: string, version?: Version): Promise<{ readonly settings: Settings; readonly schema: Schema }> {
    const settings = await this.settingsFor(uri);
    return { settings, schema: await this.knowledge.schemaFor(uri, version ?? settings.version, settings.schema.files) };
  }

  /** Texts changed, open ones or on the disk. */
  textsChanged(): void {
    this.configurations?.changed();
    // A client that does not tell of the disk leaves us no better occasion.
    if (!this.abilities.watching) this.includeGraph.diskChanged();
  }

  diskChanged(): void {
    this.textsChanged();
    this.includeGraph.diskChanged();
  }

  dispose(): void {
    this.configurations?.dispose();
  }

  /** Undefined when the document is not open or none of ours. */
  async file(uri: string): Promise<OpenFile | undefined> {
    const opened = this.documents.get(uri);
    if (opened === undefined || kindOf(opened.uri, opened.languageId) === undefined) return undefined;
    const { settings, schema } = await this.surroundings(uri);
    // It may have changed or closed meanwhile.
    const document = this.documents.get(uri);
    const kind = document === undefined ? undefined : kindOf(document.uri, document.languageId);
    if (document === undefined || kind === undefined) return undefined;
    const { dialect } = settings.env;
    const known = this.analyses.get(uri);
    if (known?.version === document.version && known.dialect === dialect)
      return { uri, analysis: known.analysis, schema, settings };
    const analysis = analyse(kind, document.getText(), { dialect, cache: this.parseCache(uri) });
    this.analyses.set(uri, { version: document.version, dialect, analysis });
    return { uri, analysis, schema, settings };
  }

  forget(uri: string): void {
    this.settings.delete(uri);
    this.analyses.delete(uri);
    this.parseCaches.delete(uri);
  }

  settingsChanged(pushed: unknown): void {
    this.knowledge.forget();
    this.settings.clear();
    if (!this.abilities.configuration) this.pushedSettings = readSettings(sectionOf(pushed));
  }

  private settingsFor(uri: string): Promise<Settings> {
    if (!this.abilities.configuration) return Promise.resolve(this.pushedSettings);
    let wanted = this.settings.get(uri);
    if (wanted === undefined) {
      wanted = this.connection.workspace
        .getConfiguration({ scopeUri: uri, section: "prosody" })
        .then(readSettings, () => DEFAULT_SETTINGS);
      this.settings.set(uri, wanted);
    }
    return wanted;
  }

  private parseCache(uri: string): ParseCache {
    let cache = this.parseCaches.get(uri);
    if (cache === undefined) {
      cache = new Map();
      this.parseCaches.set(uri, cache);
    }
    return cache;
  }
}

function sectionOf(pushed: unknown): unknown {
  return typeof pushed === "object" && pushed !== null && "prosody" in pushed ? pushed.prosody : pushed;
}
