// The workspace: what editor and command line know of files, put together the same way. A host brings documents, files and choices; it
// gets snapshots of open files, and is told when an answer may be another one.

import type { ContainerAnalysis } from "../core/analyse.ts";
import type { ConfigFile } from "../core/model/config.ts";
import type { EnvironmentGraph } from "../core/model/environment/graph.ts";
import type { EnvReader } from "../core/model/envReaders.ts";
import type { IncludePattern } from "../core/model/includes.ts";
import type { ImageVersion } from "../core/semantics/imageVersion.ts";
import type { Finding } from "../core/rules/rule.ts";
import type { Schema } from "../core/schema/schema.ts";
import { SharedConfiguration } from "../core/semantics/around.ts";
import type { Version } from "../core/schema/types.ts";
import { addressAt, normal } from "./address.ts";
import { ProjectConfigs } from "./config.ts";
import type { OpenDocument } from "./documents.ts";
import { Evaluation } from "./evaluation.ts";
import { Exposures } from "./exposure.ts";
import { OpenedFolders, projectOf } from "./folders.ts";
import type { Opened } from "./folders.ts";
import type { WorkspaceHost } from "./host.ts";
import type { IncludedBy } from "./includes.ts";
import { InstalledVersions } from "./installed.ts";
import { loadingFindings } from "./loading.ts";
import { KnowledgeSource } from "./knowledge.ts";
import type { Sources } from "./knowledge.ts";
import { settingsFor } from "./settings.ts";
import type { FileSettings, VersionInForce } from "./settings.ts";
import { snapshotOf } from "./snapshot.ts";
import type { LastCheck, Snapshot, SnapshotFacts } from "./snapshot.ts";
import { Store } from "./store.ts";

/** Milliseconds that an answer waits for its folder to be looked at for the first time. */
const PATIENCE = 1_000;

interface Kept {
  readonly at: number;
  readonly snapshot: Promise<Snapshot | undefined>;
}

export class Workspace {
  readonly configs: ProjectConfigs;
  readonly evaluation: Evaluation;
  private readonly knowledge: KnowledgeSource;
  private readonly exposures: Exposures;
  private readonly installed: InstalledVersions;
  private readonly store = new Store();
  private readonly folders: OpenedFolders;
  private readonly kept = new Map<string, Kept>();
  private readonly checks = new Map<string, LastCheck>();
  private readonly shared = new SharedConfiguration();
  /** Grows with all that an answer may depend on, but texts. */
  private revision = 0;

  constructor(private readonly host: WorkspaceHost) {
    const patience = host.waits ? Number.POSITIVE_INFINITY : PATIENCE;
    const changed = (): void => {
      this.changed();
    };
    this.folders = new OpenedFolders(host, this.store, changed);
    this.configs = new ProjectConfigs(host);
    this.exposures = new Exposures(host, changed);
    this.installed = new InstalledVersions(() => host.machine(), changed);
    this.knowledge = new KnowledgeSource({ host, patience, changed });
    this.evaluation = new Evaluation(host, (uri) => this.envReaders(uri));
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

  /** What an evaluation says of the configuration that an open file belongs to: nothing on the way of a key stroke. */
  async loading(uri: string): Promise<readonly Finding[]> {
    const snapshot = await this.snapshot(uri);
    return snapshot === undefined ? [] : loadingFindings(snapshot, this.evaluation);
  }

  /** What holds for a file, open or not. `version`: in place of the one that it is for. */
  async surroundings(uri: string, version?: Version): Promise<{ readonly settings: FileSettings; readonly schema: Schema }> {
    const { settings: said, sources } = await this.said(uri);
    const settings = version === undefined ? { ...said, version: await this.versionOf(uri, said) } : said;
    return { settings, schema: await this.knowledge.schemaFor(version ?? settings.version.version, sources) };
  }

  /** The project does not want the file checked. */
  async isIgnored(uri: string): Promise<boolean> {
    return (await this.said(uri)).settings.ignored;
  }

  /** Other files of the folder that include this one. */
  async includedBy(uri: string): Promise<readonly IncludedBy[]> {
    return (await this.folders.ask(normal(uri), ({ folder }) => folder.includes.includedBy(folder.canonical(uri)))) ?? [];
  }

  /** Files that an Include in the file stands for. */
  async included(uri: string, pattern: IncludePattern): Promise<readonly string[]> {
    const found = await this.folders.ask(normal(uri), ({ folder }) => folder.includes.resolve(folder.canonical(uri), pattern));
    return found?.kind === "files" ? found.paths : [];
  }

  /** The files of a configuration whose folder takes the place of `mounted` in a container. */
  async filesInContainer(main: string, mounted: string): Promise<readonly ConfigFile[]> {
    return (
      (await this.folders.ask(normal(main), ({ folder }) => folder.includes.filesInContainer(folder.canonical(main), mounted))) ??
      []
    );
  }

  /** Variables in all files of the folder; undefined: the file was opened alone. */
  environmentGraph(uri: string): Promise<EnvironmentGraph | undefined> {
    return this.folders.ask(normal(uri), ({ environment }) => environment.graph());
  }

  /** Which tools read an env file, open or not. */
  async envReaders(uri: string): Promise<readonly EnvReader[]> {
    return (await this.folders.ask(normal(uri), ({ folder, environment }) => environment.readers(folder.canonical(uri)))) ?? [];
  }

  /** Files on the disk changed, came or went. True when what holds for other files may be different. */
  diskChanged(uris: readonly string[]): boolean {
    this.revision++;
    this.evaluation.changed();
    this.folders.diskChanged();
    this.exposures.filesChanged();
    this.knowledge.filesChanged(uris);
    return this.configs.changed(uris);
  }

  /** Settings or folders are others: all is found out anew when somebody asks. */
  forget(): void {
    this.revision++;
    this.folders.forget();
    this.knowledge.forget();
    this.configs.forget();
  }

  settingsChanged(): void {
    this.revision++;
    this.installed.forget();
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

  /** What people say of a file; what the files around it tell is not asked. */
  private async said(uri: string): Promise<{ readonly settings: FileSettings; readonly sources: Sources }> {
    const address = normal(uri);
    const root = this.host.rootOf(address);
    const [choice, found] = await Promise.all([this.host.choice(uri), this.configs.of(address)]);
    const settings = settingsFor(address, choice, found, root?.searched === true ? root.address : undefined);
    const own = this.host.ownSources;
    const folders = [...(root?.searched === true ? [root.address] : []), ...(own?.folders ?? [])];
    return { settings, sources: { folders, declarations: [...settings.declarations, ...(own?.declarations ?? [])] } };
  }

  private async versionOf(uri: string, { version }: FileSettings): Promise<VersionInForce> {
    if (version.because !== "assumed") return version;
    const snapshot = await this.snapshot(uri);
    if (snapshot !== undefined) return snapshot.settings.version;
    const address = normal(uri);
    const found = await this.folders.ask(address, ({ folder, environment }) => {
      const main = folder.includes.project(folder.canonical(uri))?.files[0]?.path ?? address;
      return { main, image: environment.imageVersion(folder.canonical(uri), main) };
    });
    return byImage(found?.image, uri) ?? (await this.installed.of(found?.main ?? address)) ?? version;
  }

  private async take(uri: string): Promise<Snapshot | undefined> {
    const { documents, waits } = this.host;
    const first = documents.get(uri);
    if (first?.kind === undefined) return undefined;
    const opened = this.folders.of(first.address);
    await this.store.prepare([first]);
    if (!this.isOurs(first)) return undefined;
    const [{ settings, sources }] = await Promise.all([this.said(uri), waits ? undefined : opened?.folder.ready(PATIENCE)]);
    const schema = await this.knowledge.schemaFor(settings.version.version, sources);
    const ask = (): SnapshotFacts | undefined => {
      // It may have changed or closed meanwhile.
      const document = documents.get(uri);
      return document === undefined ? undefined : this.factsOf(document, settings, schema, opened);
    };
    await this.store.prepare(documents.all());
    const told = waits && opened !== undefined ? await opened.folder.settled(ask) : ask();
    if (!waits) opened?.folder.catchUp();
    if (told === undefined) return undefined;
    const isAssumed = told.settings.version.because === "assumed";
    const main = told.project?.files[0]?.path ?? first.address;
    const facts = inVersion(told, isAssumed ? await this.installed.of(main) : undefined);
    const last = this.checks.get(uri) ?? {};
    this.checks.set(uri, last);
    const project = facts.project === undefined ? undefined : await this.exposures.addTo(facts.project);
    return snapshotOf({ ...facts, ...(project === undefined ? {} : { project }), clock: this.host.processorTime }, last);
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
    const known = { uri, version, schema, settings, folder, shared: this.shared };
    const around = settings.ignored ? undefined : opened;
    const image = (main?: string): VersionInForce | undefined =>
      settings.version.because === "assumed" ? byImage(around?.environment.imageVersion(address, main), address) : undefined;
    switch (kind) {
      case undefined:
        return undefined;
      case "lua": {
        const analysis = this.store.lua(address, text);
        const project = around === undefined ? undefined : projectOf(address, text, around);
        return inVersion({ ...known, analysis, project }, image(project?.files[0]?.path));
      }
      case "env": {
        const readers = settings.dialect === "auto" ? (opened?.environment.readers(address) ?? []) : [];
        const analysis = this.store.env(address, text, { dialect: settings.dialect, readers });
        return inVersion({ ...known, analysis, readers, uses: around?.environment.uses(address) }, image());
      }
      default: {
        const own = this.store.containers(address, text, kind);
        if (own === undefined) return undefined;
        const complete = (analysis: ContainerAnalysis): ContainerAnalysis =>
          around?.environment.complete(address, analysis) ?? analysis;
        const understand = (changed: string): ContainerAnalysis | undefined => {
          const found = this.store.parsers?.analyseContainers(kind, changed);
          return found && complete(found);
        };
        return inVersion({ ...known, analysis: complete(own), understand }, image());
      }
    }
  }

  /** Whether a document is checked at all; of containers the text says so. */
  private isOurs({ kind, text, address }: OpenDocument): boolean {
    if (kind === undefined || kind === "lua" || kind === "env") return kind !== undefined;
    return this.store.containers(address, text, kind) !== undefined;
  }

  private changed(): void {
    this.revision++;
    this.host.changed();
  }
}

function byImage(found: ImageVersion | undefined, near: string): VersionInForce | undefined {
  if (found === undefined) return undefined;
  const { version, image, path } = found;
  return { version, because: "image", address: addressAt(path, near), image };
}

function inVersion(facts: SnapshotFacts, version: VersionInForce | undefined): SnapshotFacts {
  if (version === undefined) return facts;
  return { ...facts, settings: { ...facts.settings, version }, schema: facts.schema.forVersion(version.version) };
}
