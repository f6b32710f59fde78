// The schema for a file: the built-in knowledge, what files like prosody-schema.json declare, and what the modules in a folder read.
// A folder is read in the background; a file waits a moment for it.

import { MODULE_PATTERNS, moduleNameOf } from "../core/schema/customModules/moduleFiles.ts";
import { readModule } from "../core/schema/customModules/readModule.ts";
import { extendKnowledge } from "../core/schema/extendKnowledge.ts";
import type { Extension } from "../core/schema/extendKnowledge.ts";
import { parseExtension } from "../core/schema/extension.ts";
import type { OwnKnowledge } from "../core/schema/extension.ts";
import type { Knowledge } from "../core/schema/knowledge.ts";
import { Schema } from "../core/schema/schema.ts";
import type { Version } from "../core/schema/types.ts";
import { isBelow, nameOf } from "./address.ts";
import type { Complain } from "./config.ts";
import { filesOf } from "./files.ts";
import type { WorkspaceHost } from "./host.ts";
import { withTimeout } from "./withTimeout.ts";
import type { Declaration } from "./settings.ts";

/** Milliseconds in which changes on disk are gathered. */
const QUIET = 100;
/** More modules are a copy of the community's repository, and known. */
const MAX_MODULES = 2_000;

/** Where a file's knowledge comes from besides what is built in. */
export interface Sources {
  /** Folders with modules. */
  readonly folders: readonly string[];
  readonly declarations: readonly Declaration[];
}

export interface KnowledgeParts {
  readonly host: Pick<WorkspaceHost, "loadKnowledge" | "files" | "complain" | "watch">;
  /** Milliseconds that a file waits. */
  readonly patience: number;
  /** Files see another schema now. */
  changed(): void;
}

export class KnowledgeSource {
  private readonly known = new Map<string, OwnSources>();
  private base: OwnSources | undefined;

  constructor(private readonly parts: KnowledgeParts) {}

  async schemaFor(version: Version, sources: Sources): Promise<Schema> {
    const base = (this.base ??= new OwnSources({ folders: [], declarations: [] }, this.parts.host.loadKnowledge(), this.parts));
    if (sources.folders.length === 0 && sources.declarations.length === 0) return base.schema(version);
    const key = JSON.stringify(sources);
    let own = this.known.get(key);
    if (own === undefined) {
      this.parts.host.watch([...MODULE_PATTERNS, ...sources.declarations.map(({ address }) => `**/${nameOf(address)}`)]);
      own = new OwnSources(sources, base.knowledge, this.parts);
      this.known.set(key, own);
    }
    await own.ready(this.parts.patience);
    // What adds nothing shares the schemas of what is built in.
    return (own.isEmpty ? base : own).schema(version);
  }

  /** Settings or folders changed: everything is read again when a file asks. */
  forget(): void {
    for (const own of this.known.values()) own.stop();
    this.known.clear();
  }

  filesChanged(uris: readonly string[]): void {
    for (const own of this.known.values()) if (uris.some((uri) => own.concerns(uri))) own.readSoon();
  }
}

class OwnSources {
  isEmpty = true;
  knowledge: Knowledge;
  private schemas = new Map<Version, Schema>();
  private readonly modules = new Map<string, { readonly text: string; readonly knowledge: OwnKnowledge }>();
  private told: readonly string[] = [];
  private first: Promise<void> | undefined;
  private reading: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = "[]";
  private isGiven = false;
  private isStopped = false;

  constructor(
    private readonly sources: Sources,
    private readonly base: Knowledge,
    private readonly parts: KnowledgeParts,
  ) {
    this.knowledge = base;
  }

  async ready(patience: number): Promise<void> {
    await withTimeout((this.first ??= this.read()), patience);
    this.isGiven = true;
  }

  schema(version: Version): Schema {
    const schema = this.schemas.get(version) ?? new Schema(this.knowledge, version);
    this.schemas.set(version, schema);
    return schema;
  }

  concerns(uri: string): boolean {
    const { folders, declarations } = this.sources;
    const isModule = moduleNameOf(uri) !== undefined && folders.some((folder) => isBelow(uri, folder));
    return isModule || declarations.some(({ address }) => nameOf(address) === nameOf(uri));
  }

  readSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), QUIET);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.tell(new Map());
  }

  /** One after the other. */
  private read(): Promise<void> {
    this.reading = this.reading.then(() => this.readOnce()).catch(() => undefined);
    return this.reading;
  }

  private async readOnce(): Promise<void> {
    const found: Extension[] = [];
    for (const folder of this.sources.folders) found.push(...(await this.modulesIn(folder)));
    const { declared, problems } = await this.declared();
    if (this.isStopped) return;
    this.tell(problems);
    // Later ones win: what is declared stands after what was found.
    const extensions = [...found, ...declared];
    const now = JSON.stringify(extensions);
    if (now === this.last) return;
    this.last = now;
    this.isEmpty = extensions.length === 0;
    this.knowledge = extendKnowledge(this.base, extensions);
    this.schemas = new Map();
    if (this.isGiven) this.parts.changed();
  }

  private async declared(): Promise<{ readonly declared: readonly Extension[]; readonly problems: Told }> {
    const declared: Extension[] = [];
    const problems: Told = new Map();
    for (const { address, within } of this.sources.declarations) {
      const text = await filesOf(this.parts.host, address).readFile(address, within);
      if (text === undefined) continue;
      const parsed = parseExtension(text);
      declared.push({ knowledge: parsed.extension, address });
      problems.set(address, { text, problems: parsed.problems });
    }
    return { declared, problems };
  }

  private async modulesIn(folder: string): Promise<readonly Extension[]> {
    const files = filesOf(this.parts.host, folder);
    const found: Extension[] = [];
    for (const address of [...(await files.findFiles(folder, MODULE_PATTERNS, MAX_MODULES))].sort()) {
      const name = moduleNameOf(address);
      // One after the other: the answers come between other requests, which are not kept waiting.
      const text = name === undefined ? undefined : await files.readFile(address, [folder]);
      if (name === undefined || text === undefined) continue;
      const known = this.modules.get(address);
      const knowledge =
        known?.text === text ? known.knowledge : { modules: { [name]: readModule(text, name) }, options: {}, variables: {} };
      this.modules.set(address, { text, knowledge });
      found.push({ knowledge, address });
    }
    return found;
  }

  private tell(problems: Told): void {
    const { complain } = this.parts.host;
    for (const address of this.told) if (!problems.has(address)) complain(address, "", []);
    for (const [address, one] of problems)
      if (one.problems.length > 0 || this.told.includes(address)) complain(address, one.text, one.problems);
    this.told = [...problems.keys()];
  }
}

type Told = Map<string, { readonly text: string; readonly problems: Parameters<Complain>[2] }>;
