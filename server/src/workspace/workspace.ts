// The workspace: what editor and command line know of files, put together the same way. A host brings documents, files and choices; it
// gets snapshots of open files, and is told when an answer may be another one.

import type { ConfigFile } from "../core/model/config.ts";
import { ASKS_ENVIRONMENT } from "../core/model/envNames.ts";
import type { EnvironmentGraph } from "../core/model/environment/graph.ts";
import type { EnvReader } from "../core/model/envReaders.ts";
import type { IncludePattern } from "../core/model/includes.ts";
import type { Exposure, Project } from "../core/model/project.ts";
import type { Knowledge } from "../core/schema/knowledge.ts";
import type { Schema } from "../core/schema/schema.ts";
import type { Version } from "../core/schema/types.ts";
import type { Thread } from "../effective/thread.ts";
import { normal } from "./address.ts";
import { ProjectConfigs } from "./config.ts";
import type { Complain, ConfigPlace } from "./config.ts";
import type { Documents, OpenDocument } from "./documents.ts";
import { FolderEnvironment } from "./environment.ts";
import { Evaluation } from "./evaluation.ts";
import { Exposures } from "./exposure.ts";
import { NO_FILES } from "./files.ts";
import type { Files } from "./files.ts";
import { Folder } from "./folder.ts";
import type { Root } from "./folder.ts";
import type { IncludedBy } from "./includes.ts";
import { KnowledgeSource } from "./knowledge.ts";
import { settingsFor } from "./settings.ts";
import type { Declaration, FileSettings, HostChoice } from "./settings.ts";
import { snapshotOf } from "./snapshot.ts";
import type { LastCheck, Snapshot, SnapshotFacts } from "./snapshot.ts";
import { Store } from "./store.ts";

export interface WorkspaceHost {
  readonly documents: Documents;
  /** Whoever reads the files at such addresses; undefined: nobody does. */
  files(address: string): Files | undefined;
  /** The folder that a file belongs to; undefined: it was opened alone. */
  rootOf(address: string): Root | undefined;
  /** Which .prosody-config.json holds for the file; undefined: none. */
  configPlace(address: string): ConfigPlace | undefined;
  /** What the user chose for a file, and where own modules are besides. */
  choice(uri: string): Promise<HostChoice>;
  readonly ownSources?: { readonly folders: readonly string[]; readonly declarations: readonly Declaration[] };
  /** A file as people name it. */
  label(address: string, root: string): string;
  loadKnowledge(): Knowledge;
  /** Undefined where configurations must not be evaluated, or cannot be. */
  startThread?(): Thread;
  /** Undefined where it cannot be told, or must not be looked at. */
  exposureOf(): ((address: string) => Promise<Exposure>) | undefined;
  readonly complain: Complain;
  watch(patterns: readonly string[]): void;
  /** Somebody tells when the file changes. */
  isWatched(address: string): boolean;
  /** Answers wait for files as long as it takes: the same question always gets the same answer. An editor cannot wait. */
  readonly waits: boolean;
  /** Answers may be others now. */
  changed(): void;
}

/** Milliseconds after which an editor reads again what nobody tells the changes of. */
const FRESH = 30_000;

/** Milliseconds that an answer waits for its folder to be looked at for the first time. */
const PATIENCE = 1_000;

interface Kept {
  readonly at: number;
  readonly snapshot: Promise<Snapshot | undefined>;
}

interface Opened {
  readonly folder: Folder;
  readonly environment: FolderEnvironment;
}

export class Workspace {
  readonly configs: ProjectConfigs;
  readonly evaluation: Evaluation;
  private readonly knowledge: KnowledgeSource;
  private readonly exposures: Exposures;
  private readonly store = new Store();
  private readonly folders = new Map<string, Opened>();
  private readonly kept = new Map<string, Kept>();
  private readonly checks = new Map<string, LastCheck>();
  /** Grows with all that an answer may depend on, but texts. */
  private revision = 0;

  constructor(private readonly host: WorkspaceHost) {
    const { complain } = host;
    const files = (address: string): Files => host.files(address) ?? NO_FILES;
    const patience = host.waits ? Number.POSITIVE_INFINITY : PATIENCE;
    const changed = (): void => {
      this.changed();
    };
    this.configs = new ProjectConfigs({ files, complain, place: (address) => host.configPlace(address) });
    this.exposures = new Exposures({ ask: () => host.exposureOf(), patience: host.waits ? patience : 0, changed });
    this.knowledge = new KnowledgeSource({
      files,
      complain,
      patience,
      changed,
      loadKnowledge: () => host.loadKnowledge(),
      watch: (patterns) => {
        host.watch(patterns);
      },
    });
    this.evaluation = new Evaluation({
      documents: host.documents,
      files,
      rootOf: (address) => host.rootOf(address),
      startThread: () => host.startThread?.(),
      readers: (uri) => this.envReaders(uri),
    });
  }

  /** Undefined when the document is not open or none of ours. The same one until something is different. */
  async snapshot(uri: string): Promise<Snapshot | undefined> {
    const at = this.revision + this.host.documents.revision;
    const kept = this.kept.get(uri);
    if (kept?.at === at) return kept.snapshot;
    const snapshot = this.take(uri);
    this.kept.set(uri, { at, snapshot });
    return snapshot;
  }

  /** What holds for a file, open or not. */
  async surroundings(uri: string, version?: Version): Promise<{ readonly settings: FileSettings; readonly schema: Schema }> {
    const address = normal(uri);
    const root = this.host.rootOf(address);
    const [choice, found] = await Promise.all([this.host.choice(uri), this.configs.of(address)]);
    const settings = settingsFor(address, choice, found, root?.searched === true ? root.address : undefined);
    const own = this.host.ownSources;
    const folders = [...(root?.searched === true ? [root.address] : []), ...(own?.folders ?? [])];
    const sources = { folders, declarations: [...settings.declarations, ...(own?.declarations ?? [])] };
    return { settings, schema: await this.knowledge.schemaFor(version ?? settings.version.version, sources) };
  }

  /** Other files of the folder that include this one. */
  async includedBy(uri: string): Promise<readonly IncludedBy[]> {
    return (await this.ask(uri, ({ folder }) => folder.includes.includedBy(folder.canonical(uri)))) ?? [];
  }

  /** Files that an Include in the file stands for. */
  async included(uri: string, pattern: IncludePattern): Promise<readonly string[]> {
    const found = await this.ask(uri, ({ folder }) => folder.includes.resolve(folder.canonical(uri), pattern));
    return found?.kind === "files" ? found.paths : [];
  }

  /** The files of a configuration whose folder takes the place of `mounted` in a container. */
  async filesInContainer(main: string, mounted: string): Promise<readonly ConfigFile[]> {
    return (await this.ask(main, ({ folder }) => folder.includes.filesInContainer(folder.canonical(main), mounted))) ?? [];
  }

  /** Variables in all files of the folder; undefined: the file was opened alone. */
  environmentGraph(uri: string): Promise<EnvironmentGraph | undefined> {
    return this.ask(uri, ({ environment }) => environment.graph());
  }

  /** Which tools read an env file, open or not. */
  async envReaders(uri: string): Promise<readonly EnvReader[]> {
    return (await this.ask(uri, ({ folder, environment }) => environment.readers(folder.canonical(uri)))) ?? [];
  }

  /** A text is another one, or a document was opened or closed. */
  documentsChanged(): void {
    this.evaluation.changed();
  }

  /** Files on the disk changed, came or went. True when what holds for other files may be different. */
  diskChanged(uris: readonly string[]): boolean {
    this.revision++;
    this.evaluation.changed();
    for (const { folder } of this.folders.values()) folder.diskChanged();
    this.exposures.filesChanged();
    this.knowledge.filesChanged(uris);
    return this.configs.changed(uris);
  }

  /** Settings or folders are others: all is found out anew when somebody asks. */
  forget(): void {
    this.revision++;
    for (const { folder } of this.folders.values()) folder.stop();
    this.folders.clear();
    this.knowledge.forget();
    this.configs.forget();
  }

  settingsChanged(): void {
    this.revision++;
    this.knowledge.forget();
  }

  closed(uri: string): void {
    this.kept.delete(uri);
    this.checks.delete(uri);
    this.store.forget(normal(uri));
  }

  dispose(): void {
    this.forget();
    this.evaluation.dispose();
  }

  private async take(uri: string): Promise<Snapshot | undefined> {
    const { documents, waits } = this.host;
    const first = documents.get(uri);
    if (first?.kind === undefined) return undefined;
    const opened = this.opened(first.address);
    if (!this.isOurs(first)) return undefined;
    const [{ settings, schema }] = await Promise.all([
      this.surroundings(uri),
      waits ? undefined : opened?.folder.ready(PATIENCE),
    ]);
    const ask = (): SnapshotFacts | undefined => {
      // It may have changed or closed meanwhile.
      const document = documents.get(uri);
      return document === undefined ? undefined : this.factsOf(document, settings, schema, opened);
    };
    const facts = waits && opened !== undefined ? await opened.folder.settled(ask) : ask();
    if (!waits) opened?.folder.catchUp();
    if (facts === undefined) return undefined;
    const last = this.checks.get(uri) ?? {};
    this.checks.set(uri, last);
    return snapshotOf(
      facts.project === undefined ? facts : { ...facts, project: await this.exposures.addTo(facts.project) },
      last,
    );
  }

  private factsOf(
    document: OpenDocument,
    settings: FileSettings,
    schema: Schema,
    opened: Opened | undefined,
  ): SnapshotFacts | undefined {
    const { uri, version, text, kind } = document;
    const folder = opened?.folder.root.address;
    const address = opened?.folder.canonical(uri) ?? document.address;
    const known = { uri, version, schema, settings, folder };
    const around = settings.ignored ? undefined : opened;
    switch (kind) {
      case undefined:
        return undefined;
      case "lua": {
        const analysis = this.store.lua(address, text);
        return { ...known, analysis, project: around === undefined ? undefined : projectOf(address, text, around) };
      }
      case "env": {
        const readers = settings.dialect === "auto" ? (opened?.environment.readers(address) ?? []) : [];
        const analysis = this.store.env(address, text, { dialect: settings.dialect, readers });
        return { ...known, analysis, readers, uses: around?.environment.uses(address) };
      }
      default: {
        const own = this.store.containers(address, text, kind);
        if (own === undefined || around === undefined) return own === undefined ? undefined : { ...known, analysis: own };
        const complete: SnapshotFacts["complete"] = (analysis) => around.environment.complete(address, analysis);
        return { ...known, analysis: complete(own), complete };
      }
    }
  }

  /** Whether a document is checked at all; of containers the text says so. */
  private isOurs({ kind, text, address }: OpenDocument): boolean {
    if (kind === undefined || kind === "lua" || kind === "env") return kind !== undefined;
    return this.store.containers(address, text, kind) !== undefined;
  }

  /** Of what is known of the folder of a file, up to date. */
  private async ask<T>(uri: string, question: (opened: Opened) => T): Promise<T | undefined> {
    const opened = this.opened(normal(uri));
    return opened?.folder.settled(() => question(opened));
  }

  private opened(address: string): Opened | undefined {
    const root = this.host.rootOf(address);
    const files = this.host.files(address);
    if (root === undefined || files === undefined) return undefined;
    const known = this.folders.get(root.address);
    if (known !== undefined) return known;
    const { documents } = this.host;
    const folder: Folder = new Folder({
      root,
      files,
      documents,
      store: this.store,
      label: (one) => this.host.label(one, root.address),
      isWatched: (one) => this.host.isWatched(one),
      fresh: this.host.waits ? Number.POSITIVE_INFINITY : FRESH,
      foresee: () => {
        this.foresee(opened);
      },
      changed: () => {
        this.changed();
      },
    });
    const opened = { folder, environment: new FolderEnvironment(folder, this.store) };
    this.folders.set(root.address, opened);
    return opened;
  }

  /** Asks what may be asked of a folder, so that it is read before. */
  private foresee({ folder, environment }: Opened): void {
    folder.includes.includedBy(folder.root.address);
    for (const [address, { kind, text }] of folder.open()) {
      if (kind === "env") environment.readers(address);
      if (kind === "env" || (kind === "lua" && ASKS_ENVIRONMENT.test(text))) environment.graph();
      const containers =
        kind === undefined || kind === "lua" || kind === "env" ? undefined : this.store.containers(address, text, kind);
      if (containers !== undefined) environment.complete(address, containers);
    }
  }

  private changed(): void {
    this.revision++;
    this.host.changed();
  }
}

/** Undefined where two configurations share the file. */
function projectOf(address: string, text: string, { folder, environment }: Opened): Project | undefined {
  const project = folder.includes.project(address);
  if (project === undefined) return undefined;
  const complete = project.complete && !folder.cut;
  const around = ASKS_ENVIRONMENT.test(text) ? { environment: environment.environment(address) } : {};
  return { ...project, complete, ...around };
}
