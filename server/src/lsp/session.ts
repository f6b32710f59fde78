// What the server keeps between requests: open documents, settings and caches that can be thrown away. Handlers ask it for a
// document's analysis and get the same one until the text changes.

import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { analyse } from "../core/analyse.ts";
import type { Analysis, LuaAnalysis } from "../core/analyse.ts";
import type { EnvUses, Project } from "../core/model/project.ts";
import type { Schema } from "../core/schema/schema.ts";
import type { Version } from "../core/schema/types.ts";
import type { EnvReader } from "../core/model/envReaders.ts";
import { kindOf } from "../core/source.ts";
import type { ParseCache } from "../core/syntax/lua/parse.ts";
import type { InitializationOptions } from "../protocol.ts";
import { ContainerDocuments } from "./containerDocuments.ts";
import { EffectiveConfigurations } from "./effective.ts";
import { Environments } from "./environments.ts";
import { EnvReadersOfWorkspace } from "./envReaders.ts";
import { Exposures } from "./exposures.ts";
import { NO_FILES, clientFiles } from "./files.ts";
import type { Files } from "./files.ts";
import { Folders } from "./folders.ts";
import type { Host } from "./host.ts";
import { IncludeGraph, normal } from "./includeGraph.ts";
import { KnowledgeSource } from "./knowledge.ts";
import { Projects } from "./project.ts";
import { ProjectConfigs } from "./projectConfigs.ts";
import { DEFAULT_SETTINGS, readSettings, withConfig } from "./settings.ts";
import type { Settings } from "./settings.ts";

/** A document of ours with all that handlers need. */
export interface OpenFile {
  readonly uri: string;
  readonly analysis: Analysis;
  readonly schema: Schema;
  readonly settings: Settings;
  /** The project does not want it checked. */
  readonly ignored: boolean;
  /** The files around it, as far as they are known. */
  readonly project: Project | undefined;
  /** Of an env file: who reads its variables. */
  readonly uses?: EnvUses | undefined;
  /** Of the document. */
  readonly version: number;
}

/** What holds for a file, open or not. */
export interface Surroundings {
  readonly settings: Settings;
  readonly schema: Schema;
  readonly ignored: boolean;
}

interface CachedAnalysis {
  readonly version: number;
  readonly dialect: Settings["env"]["dialect"];
  readonly readers: readonly EnvReader[];
  readonly analysis: Analysis;
}

const NO_READERS: readonly EnvReader[] = [];

/** Only where there may be something to say of it is the environment looked at. */
const READS_VARIABLE = /\bENV_|getenv/;
const OWN_VARIABLE = /^[^\S\n]*(?:export\s+)?(?!PROSODY|export\b|#)[A-Za-z_]/m;

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
  /** Of clients that push their settings instead of being asked. */
  private pushedSettings: Settings = DEFAULT_SETTINGS;
  private readonly settings = new Map<string, Promise<Settings>>();
  private readonly analyses = new Map<string, CachedAnalysis>();
  private readonly containers = new ContainerDocuments();
  private readonly parseCaches = new Map<string, ParseCache>();
  readonly folders = new Folders();
  readonly knowledge: KnowledgeSource;
  readonly includeGraph: IncludeGraph;
  readonly projectConfigs: ProjectConfigs;
  readonly environments: Environments;
  private readonly projects: Projects;
  private readonly envReaders: EnvReadersOfWorkspace;
  private readonly exposures: Exposures;
  private readonly configurations: EffectiveConfigurations | undefined;

  constructor(
    private readonly connection: Connection,
    readonly documents: TextDocuments<TextDocument>,
    host: Host,
    /** A file, or those below a folder, are to be looked at again. */
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
    const folderOf = (uri: string): string | undefined => this.folders.of(uri);
    this.includeGraph = new IncludeGraph({ documents, files, folderOf });
    this.projectConfigs = new ProjectConfigs({ connection, files, folderOf });
    this.envReaders = new EnvReadersOfWorkspace({ documents, files, folderOf });
    const canRead = (): boolean => this.options.readFile === true || host.files !== undefined;
    this.environments = new Environments({ documents, files, folderOf, graph: this.includeGraph, canRead, changed });
    this.projects = new Projects({
      graph: this.includeGraph,
      folders: this.folders,
      canRead,
      open: () => this.openConfigurations(),
      changed,
    });
    const ask = host.exposureOf?.bind(host);
    this.exposures = new Exposures({ ask, isTrusted: () => this.options.evaluate === true, changed });
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

  async surroundings(uri: string, version?: Version): Promise<Surroundings> {
    const [own, found] = await Promise.all([this.settingsFor(uri), this.projectConfigs.of(uri)]);
    const settings = found === undefined ? own : withConfig(own, found.config, found.fromFolder);
    const schema = await this.knowledge.schemaFor(uri, version ?? settings.version, settings.schema.files);
    return { settings, schema, ignored: found?.ignored === true };
  }

  /** Texts changed, open ones or on the disk. */
  textsChanged(): void {
    this.configurations?.changed();
    // A client that does not tell of the disk leaves us no better occasion.
    if (!this.abilities.watching) {
      this.includeGraph.diskChanged();
      this.environments.diskChanged();
    } else this.environments.textsChanged();
  }

  /** True when files have to be checked again for it. */
  diskChanged(uris: readonly string[]): boolean {
    this.textsChanged();
    this.includeGraph.diskChanged();
    this.environments.diskChanged();
    this.projects.filesChanged();
    this.exposures.filesChanged();
    this.envReaders.forget();
    this.knowledge.filesChanged(uris);
    return this.projectConfigs.changed(uris);
  }

  /** A document was opened or closed. */
  documentsChanged(): void {
    this.projects.filesChanged();
    this.environments.textsChanged();
    this.envReaders.forget();
    if (this.abilities.watching) return;
    this.projectConfigs.forget();
    this.exposures.filesChanged();
  }

  foldersChanged(): void {
    this.knowledge.forget();
    this.projects.forget();
    this.environments.forget();
    this.envReaders.forget();
    this.projectConfigs.forget();
  }

  dispose(): void {
    this.environments.forget();
    this.configurations?.dispose();
  }

  /** Undefined when the document is not open or none of ours. */
  async file(uri: string): Promise<OpenFile | undefined> {
    const opened = this.documents.get(uri);
    if (opened === undefined) return undefined;
    if (kindOf(opened.uri, opened.languageId) === undefined) return this.containerFile(opened);
    const { settings, schema, ignored } = await this.surroundings(uri);
    const isConfig = kindOf(opened.uri, opened.languageId) === "lua";
    const around = isConfig && !ignored ? await this.projectOf(uri, opened.getText()) : undefined;
    const uses = isConfig || ignored || !OWN_VARIABLE.test(opened.getText()) ? undefined : await this.environments.uses(uri);
    const undecided = !isConfig && settings.env.dialect === "auto";
    const readers = undecided ? await this.envReaders.of(uri) : NO_READERS;
    // It may have changed or closed meanwhile.
    const document = this.documents.get(uri);
    const kind = document === undefined ? undefined : kindOf(document.uri, document.languageId);
    if (document === undefined || kind === undefined) return undefined;
    const analysis = this.analysisOf(document, kind, settings.env.dialect, readers);
    const { version } = document;
    const project = around === undefined || analysis.kind !== "lua" ? undefined : this.exposures.addTo(withOwn(around, analysis));
    return { uri, analysis, schema, settings, ignored, project, uses, version };
  }

  private async projectOf(uri: string, text: string): Promise<Project | undefined> {
    const project = await this.projects.of(uri);
    if (project === undefined || !READS_VARIABLE.test(text)) return project;
    return { ...project, environment: await this.environments.environment(uri) };
  }

  private async containerFile(opened: TextDocument): Promise<OpenFile | undefined> {
    const { uri } = opened;
    if (this.containers.analysisOf(opened) === undefined) return undefined;
    const { settings, schema, ignored } = await this.surroundings(uri);
    // It may have changed or closed meanwhile.
    const document = this.documents.get(uri);
    const analysis = document === undefined ? undefined : this.containers.analysisOf(document);
    if (document === undefined || analysis === undefined) return undefined;
    return { uri, analysis, schema, settings, ignored, project: undefined, version: document.version };
  }

  /** As the client writes it, where it is open. */
  documentOf(address: string): TextDocument | undefined {
    return this.documents.get(address) ?? this.documents.all().find(({ uri }) => normal(uri) === normal(address));
  }

  /** Other open configurations of its workspace folder. */
  openAround(uri: string): readonly string[] {
    const folder = this.folders.of(uri);
    if (folder === undefined || kindOf(uri, this.documents.get(uri)?.languageId) !== "lua") return [];
    return this.documents
      .all()
      .filter((other) => kindOf(other.uri, other.languageId) === "lua" && this.folders.of(other.uri) === folder)
      .flatMap((other) => (other.uri === uri ? [] : other.uri));
  }

  private analysisOf(
    document: TextDocument,
    kind: "lua" | "env",
    dialect: Settings["env"]["dialect"],
    readers: readonly EnvReader[] = NO_READERS,
  ): Analysis {
    const { uri, version } = document;
    const known = this.analyses.get(uri);
    // Lua is read in one way only.
    if (known?.version === version && (kind === "lua" || (known.dialect === dialect && known.readers === readers)))
      return known.analysis;
    const analysis = analyse(kind, document.getText(), { dialect, readers, cache: this.parseCache(uri) });
    this.analyses.set(uri, { version, dialect, readers, analysis });
    return analysis;
  }

  private openConfigurations(): ReadonlyMap<string, LuaAnalysis> {
    const open = new Map<string, LuaAnalysis>();
    for (const document of this.documents.all()) {
      if (kindOf(document.uri, document.languageId) !== "lua") continue;
      const analysis = this.analysisOf(document, "lua", "auto");
      if (analysis.kind === "lua") open.set(normal(document.uri), analysis);
    }
    return open;
  }

  forget(uri: string): void {
    this.settings.delete(uri);
    this.analyses.delete(uri);
    this.containers.forget(uri);
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

/** The text may have changed while the files around it were looked at. */
function withOwn(project: Project, { text, file }: LuaAnalysis): Project {
  const isOwn = ({ path }: { readonly path: string }): boolean => path === project.path;
  if (project.files.find(isOwn)?.file === file) return project;
  return { ...project, files: project.files.map((one) => (isOwn(one) ? { ...one, text, file } : one)) };
}
