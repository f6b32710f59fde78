// What the server keeps between requests: open documents, settings and caches that can be thrown away. Handlers ask it for a
// document's analysis and get the same one until the text changes.

import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis, ContainerAnalysis, LuaAnalysis } from "../core/analyse.ts";
import type { EnvUses, Project } from "../core/model/project.ts";
import type { Schema } from "../core/schema/schema.ts";
import type { Version } from "../core/schema/types.ts";
import { ASKS_ENVIRONMENT } from "../core/model/envNames.ts";
import { kindOf } from "../core/source.ts";
import type { InitializationOptions } from "../protocol.ts";
import { Analyses, NO_READERS } from "./analyses.ts";
import { ClientSettings } from "./clientSettings.ts";
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
import { withConfig } from "./settings.ts";
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
  /** Of containers: adds to a description what the files around it give them. */
  readonly complete?: (analysis: ContainerAnalysis) => ContainerAnalysis;
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

const asItIs = (analysis: ContainerAnalysis): ContainerAnalysis => analysis;

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
  private readonly settings: ClientSettings;
  private readonly analyses: Analyses;
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
    connection: Connection,
    readonly documents: TextDocuments<TextDocument>,
    private readonly host: Host,
    /** A file, or those below a folder, are to be looked at again. */
    changed: (folder: string) => void,
  ) {
    this.settings = new ClientSettings(connection, () => this.abilities.configuration);
    this.analyses = new Analyses(documents);
    const files = (): Files => (this.options.readFile === true ? clientFiles(connection) : (host.files ?? NO_FILES));
    const startThread = host.startThread?.bind(host);
    if (startThread !== undefined) {
      this.configurations = new EffectiveConfigurations({
        documents,
        files,
        folderOf: (uri) => this.folders.of(uri),
        startThread: () => startThread(this.options),
        envReaders: (uri) => this.envReaders.of(uri),
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
      open: () => this.analyses.openConfigurations(),
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

  /** What goes before `RULE.md`, for every link to a rule's page; undefined where there is none that the client could follow. */
  get ruleAddress(): string | undefined {
    return this.options.ruleAddress ?? this.host.rulePages;
  }

  async surroundings(uri: string, version?: Version): Promise<Surroundings> {
    const [own, found] = await Promise.all([this.settings.of(uri), this.projectConfigs.of(uri)]);
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
    const uses = isConfig || ignored ? undefined : await this.environments.uses(uri);
    const { dialect } = settings.env;
    const choice = isConfig ? undefined : { dialect, readers: dialect === "auto" ? await this.envReaders.of(uri) : NO_READERS };
    // It may have changed or closed meanwhile.
    const document = this.documents.get(uri);
    const kind = document === undefined ? undefined : kindOf(document.uri, document.languageId);
    if (document === undefined || kind === undefined) return undefined;
    const analysis = this.analyses.of(document, kind, choice);
    const { version } = document;
    const project = around === undefined || analysis.kind !== "lua" ? undefined : this.exposures.addTo(withOwn(around, analysis));
    return { uri, analysis, schema, settings, ignored, project, uses, version };
  }

  private async projectOf(uri: string, text: string): Promise<Project | undefined> {
    const project = await this.projects.of(uri);
    if (project === undefined || !ASKS_ENVIRONMENT.test(text)) return project;
    return { ...project, environment: await this.environments.environment(uri) };
  }

  private async containerFile(opened: TextDocument): Promise<OpenFile | undefined> {
    const { uri } = opened;
    const first = this.analyses.containersIn(opened);
    if (first === undefined) return undefined;
    const { settings, schema, ignored } = await this.surroundings(uri);
    const complete = ignored ? asItIs : await this.environments.completing(uri, first);
    // It may have changed or closed meanwhile.
    const document = this.documents.get(uri);
    const own = document === undefined ? undefined : this.analyses.containersIn(document);
    if (document === undefined || own === undefined) return undefined;
    const analysis = complete(own);
    return { uri, analysis, schema, settings, ignored, project: undefined, complete, version: document.version };
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

  forget(uri: string): void {
    this.settings.forget(uri);
    this.analyses.forget(uri);
  }

  settingsChanged(pushed: unknown): void {
    this.knowledge.forget();
    this.settings.changed(pushed);
  }
}

/** The text may have changed while the files around it were looked at. */
function withOwn(project: Project, { text, file }: LuaAnalysis): Project {
  const isOwn = ({ path }: { readonly path: string }): boolean => path === project.path;
  if (project.files.find(isOwn)?.file === file) return project;
  return { ...project, files: project.files.map((one) => (isOwn(one) ? { ...one, text, file } : one)) };
}
