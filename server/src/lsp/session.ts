// What the server keeps between requests: the workspace with its open documents, and what is known of the client.

import { DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { Connection } from "vscode-languageserver";
import { kindOf } from "../core/source.ts";
import { LineIndex } from "../core/text/lineIndex.ts";
import type { InitializationOptions } from "../protocol.ts";
import { folderOf } from "../workspace/address.ts";
import type { Complain, ConfigPlace } from "../workspace/config.ts";
import type { Evaluation } from "../workspace/evaluation.ts";
import type { Files } from "../workspace/files.ts";
import { declarationIn } from "../workspace/settings.ts";
import type { HostChoice } from "../workspace/settings.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { Workspace } from "../workspace/workspace.ts";
import { AskedPlaces } from "./askedPlaces.ts";
import { clientFiles } from "./clientFiles.ts";
import { ClientSettings } from "./clientSettings.ts";
import { toDiagnostic } from "./convert.ts";
import type { EditorDocuments } from "./documents.ts";
import { Folders } from "./folders.ts";
import type { Host } from "./host.ts";
import { Loadings } from "./loadings.ts";

/** What the client can do, as far as we make use of it. */
export interface ClientAbilities {
  readonly configuration: boolean;
  readonly snippets: boolean;
  /** Takes edits with the version of the document that they are for. */
  readonly versionedEdits: boolean;
  /** Makes files as a part of an edit. */
  readonly creating: boolean;
  /** Tells of changes on disk when asked to. */
  readonly watching: boolean;
}

export class Session {
  abilities: ClientAbilities = { configuration: false, snippets: false, versionedEdits: false, creating: false, watching: false };
  options: InitializationOptions = {};
  readonly folders = new Folders();
  readonly asked = new AskedPlaces();
  readonly settings: ClientSettings;
  readonly workspace: Workspace;
  readonly loadings: Loadings;
  private readonly watched = new Set<string>();
  private readonly toldDefects = new Set<string>();

  constructor(
    private readonly connection: Connection,
    readonly documents: EditorDocuments,
    private readonly host: Host,
    /** What was said of files may be something else now. */
    changed: () => void,
  ) {
    this.settings = new ClientSettings(connection, () => this.abilities.configuration);
    const readByClient = clientFiles(connection);
    const startThread = host.startThread?.bind(host);
    const exposureOf = host.exposureOf?.bind(host);
    this.workspace = new Workspace({
      documents,
      files: (address) => this.filesFor(address, readByClient),
      machine: () => (this.options.evaluate === true ? host.files : undefined),
      rootOf: (address) => this.folders.rootOf(address),
      configPlace: (address) => this.configPlace(address),
      choice: (uri) => this.choice(uri),
      label: (address) => this.folders.label(address),
      loadKnowledge: () => host.loadKnowledge(this.options),
      ...(startThread === undefined ? {} : { startThread: () => startThread(this.options) }),
      ...(host.processorTime === undefined ? {} : { processorTime: host.processorTime }),
      exposureOf: () => (this.options.evaluate === true ? exposureOf : undefined),
      complain: this.complain,
      watch: this.watch,
      isWatched: (address) => this.abilities.watching && kindOf(address) !== undefined,
      waits: false,
      changed,
    });
    this.loadings = new Loadings(this);
  }

  /** Undefined where configurations cannot be evaluated, or must not be: the workspace is not trusted. */
  get effective(): Evaluation | undefined {
    return this.options.evaluate === true && this.host.startThread !== undefined ? this.workspace.evaluation : undefined;
  }

  /** What goes before `RULE.md`, for every link to a rule's page; undefined where there is none that the client could follow. */
  get ruleAddress(): string | undefined {
    return this.options.ruleAddress ?? this.host.rulePages;
  }

  /** Undefined when the document is not open or none of ours. */
  file(uri: string): Promise<Snapshot | undefined> {
    return this.workspace.snapshot(uri);
  }

  /** Other open documents of its workspace folder. */
  openAround(uri: string): readonly string[] {
    const folder = this.folders.of(uri);
    if (folder === undefined) return [];
    return [...this.documents.all()].flatMap((one) => (one.uri !== uri && this.folders.of(one.uri) === folder ? [one.uri] : []));
  }

  /** A client that does not tell of the disk leaves us no better occasion to look at it. */
  documentsChanged(isOpening: boolean): void {
    this.workspace.evaluation.changed();
    if (isOpening && !this.abilities.watching) this.workspace.diskChanged([]);
  }

  /** The disk of this machine where the server runs on it: it knows links, and keeps to the folders. */
  private filesFor(address: string, client: Files): Files | undefined {
    if (address.startsWith("file:") && this.host.files !== undefined) return this.host.files;
    return this.options.readFile === true ? client : undefined;
  }

  private async choice(uri: string): Promise<HostChoice> {
    const { version, env, rules, schema } = await this.settings.of(uri);
    const folder = this.folders.of(uri);
    const declarations = folder === undefined ? undefined : schema.files.map((path) => declarationIn(folder, path));
    const chosen = version === "auto" ? undefined : version;
    // What is a fact of the project counts as it stands in its file; of how severe a rule is the user has the last word.
    return { because: "setting", over: { severities: rules }, under: { version: chosen, dialect: env.dialect, declarations } };
  }

  private configPlace(address: string): ConfigPlace | undefined {
    const highest = this.folders.of(address);
    return highest === undefined ? undefined : { kind: "nearest", folder: folderOf(address), highest };
  }

  /** Fixes that were withheld, each once. */
  tellDefects(defects: readonly string[]): void {
    for (const defect of defects) {
      if (!this.toldDefects.has(defect))
        this.connection.console.warn(`A fix is withheld, as it does more than it should: ${defect}. Please report this.`);
      this.toldDefects.add(defect);
    }
  }

  private readonly complain: Complain = (uri, text, problems) => {
    const lines = new LineIndex(text);
    const rule = uri.endsWith("/.prosody-config.json") ? "config-file" : "schema-file";
    const diagnostics = problems.map((one) => toDiagnostic(lines, uri, { ...one, rule, severity: "error", fixable: false }));
    void this.connection.sendDiagnostics({ uri, diagnostics });
  };

  private readonly watch = (patterns: readonly string[]): void => {
    const fresh = patterns.filter((pattern) => !this.watched.has(pattern));
    if (fresh.length === 0 || !this.abilities.watching) return;
    for (const pattern of fresh) this.watched.add(pattern);
    const watchers = fresh.map((globPattern) => ({ globPattern }));
    this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
  };
}
