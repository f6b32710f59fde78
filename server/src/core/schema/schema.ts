// The knowledge as it is for one version of Prosody: every feature and rule asks here. Names are looked up in all versions, so
// that "not yet in 0.12" can be told from "never heard of"; `availability` says which.

import type { DirectiveInfo, ModuleInfo, OptionInfo, ProviderInfo, VariableInfo } from "./info.ts";
import type { Knowledge, ProviderFamily } from "./knowledge.ts";
import { ownOptionNames, withOwnModule, withOwnOption } from "./own.ts";
import { SITE, bundledModule, bundledOption, communityModule, communityOption, readersOf } from "./resolve.ts";
import { serviceOptions } from "./serviceOptions.ts";
import { Table } from "./table.ts";
import type {
  CommunityEntry,
  ModuleEntry,
  ModuleGroup,
  OptionEntry,
  ServiceEntry,
  UpgradeKnowledge,
  VariableEntry,
  Version,
} from "./types.ts";
import { availability, holdsIn } from "./version.ts";

export type { DirectiveInfo, ModuleInfo, OptionInfo, Origin, ProviderInfo, VariableInfo } from "./info.ts";

const IMAGE_PAGE = `${SITE}docker`;

export class Schema {
  private readonly optionTable = new Table(
    () => this.optionNames(),
    (name) => this.makeOption(name),
  );
  private readonly moduleTable = new Table(
    () => this.moduleNames(),
    (name) => this.makeModule(name),
  );
  private readonly variableTable = new Table(
    () => [...Object.keys(this.knowledge.variables), ...Object.keys(this.knowledge.own?.variables ?? {})],
    (name) => this.makeVariable(name),
  );
  private readonly others = new Map<Version, Schema>();
  private readonly answers = new Map<unknown, unknown>();
  private serviceOptionEntries: Readonly<Record<string, OptionEntry>> | undefined;
  private communityReaders: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(
    private readonly knowledge: Knowledge,
    readonly version: Version,
  ) {}

  /** The same knowledge for another version. */
  forVersion(version: Version): Schema {
    if (version === this.version) return this;
    const known = this.others.get(version) ?? new Schema(this.knowledge, version);
    this.others.set(version, known);
    return known;
  }

  /** Works something out of the knowledge once, as all of it takes longer than a check. */
  once<Answer>(work: (schema: Schema) => Answer): Answer {
    const known = this.answers.get(work);
    if (known !== undefined || this.answers.has(work)) return known as Answer;
    const answer = work(this);
    this.answers.set(work, answer);
    return answer;
  }

  option(name: string): OptionInfo | undefined {
    return this.optionTable.get(name);
  }

  module(name: string): ModuleInfo | undefined {
    return this.moduleTable.get(name);
  }

  variable(name: string): VariableInfo | undefined {
    return this.variableTable.get(name);
  }

  /** By name or alias (`Host` is `VirtualHost`). */
  directive(name: string): DirectiveInfo | undefined {
    return this.once(directivesByName).get(name);
  }

  get directives(): readonly DirectiveInfo[] {
    return Object.entries(this.knowledge.directives).map(([name, entry]) => {
      const page = entry.link ?? `${SITE}configure`;
      return { ...entry, name, availability: availability(entry, this.version), page };
    });
  }

  /** Network services by name, and bundled modules by name, of all versions. */
  get services(): Readonly<Record<string, ServiceEntry>> {
    return this.knowledge.services;
  }

  get bundledModules(): Readonly<Record<string, ModuleEntry>> {
    return this.knowledge.modules;
  }

  /** Of all versions. */
  get upgrades(): UpgradeKnowledge {
    return this.knowledge.upgrades;
  }

  get moduleGroups(): readonly ModuleGroup[] {
    return this.knowledge.moduleGroups;
  }

  get options(): ReadonlyMap<string, OptionInfo> {
    return this.optionTable.all;
  }

  /** Those without which the modules that read them do not work. Found without making all others, which takes longer than a check. */
  get requiredOptions(): readonly OptionInfo[] {
    const entries = Object.entries(this.knowledge.options);
    return entries.flatMap(([name, { requiredBy }]) => (requiredBy === undefined ? [] : (this.option(name) ?? [])));
  }

  get modules(): ReadonlyMap<string, ModuleInfo> {
    return this.moduleTable.all;
  }

  get variables(): ReadonlyMap<string, VariableInfo> {
    return this.variableTable.all;
  }

  /** Authentication, storage or authorization providers: modules named `auth_…`, `storage_…`, `authz_…`, and what is built in. */
  providers(family: ProviderFamily): readonly ProviderInfo[] {
    const prefix = `${family}_`;
    const names = new Set(this.moduleNames().filter((name) => name.startsWith(prefix)));
    const modules = [...names].flatMap((name) => this.module(name) ?? []);
    const named = modules.map((module) => ({
      name: module.name.slice(prefix.length),
      availability: module.availability,
      origin: module.origin,
      ...(module.summary === undefined ? {} : { summary: module.summary }),
    }));
    const builtIn = Object.entries(this.knowledge.providers[family]).map(([name, entry]) => ({
      name,
      availability: availability(entry, this.version),
      origin: "bundled" as const,
      summary: entry.summary,
    }));
    return [...named, ...builtIn];
  }

  private optionNames(): readonly string[] {
    const { options, community, own } = this.knowledge;
    this.communityReaders ??= readersOf(community);
    const ownNames = own === undefined ? [] : ownOptionNames(own);
    return [...Object.keys(this.ofServices), ...Object.keys(options), ...this.communityReaders.keys(), ...ownNames];
  }

  private makeOption(name: string): OptionInfo | undefined {
    const { options, own } = this.knowledge;
    const entry = ownValue(options, name) ?? ownValue(this.ofServices, name);
    const known =
      entry === undefined
        ? communityOption(name, this.readersOf(name), this.knowledge.community)
        : bundledOption(name, entry, this.version);
    return own === undefined ? known : withOwnOption(name, known, own);
  }

  /** Options that every network service has. */
  private get ofServices(): Readonly<Record<string, OptionEntry>> {
    this.serviceOptionEntries ??= serviceOptions(this.knowledge.services, this.knowledge.options["ssl"]?.type);
    return this.serviceOptionEntries;
  }

  /** Of one name without looking at all others, until somebody asks for all. */
  private readersOf(name: string): readonly string[] {
    const { community } = this.knowledge;
    if (this.communityReaders !== undefined) return this.communityReaders.get(name) ?? [];
    return Object.keys(community).filter((module) => ownValue(community[module]?.options ?? {}, name) !== undefined);
  }

  private moduleNames(): readonly string[] {
    const { modules, community, own } = this.knowledge;
    return [...Object.keys(modules), ...Object.keys(community), ...Object.keys(own?.modules ?? {})];
  }

  private makeModule(name: string): ModuleInfo | undefined {
    const { modules, own } = this.knowledge;
    const entry = ownValue(modules, name);
    const ofCommunity = (): CommunityEntry | undefined => ownValue(this.knowledge.community, name);
    const known =
      entry === undefined ? communityModule(name, ofCommunity()) : bundledModule(name, entry, ofCommunity, this.version);
    return own === undefined ? known : withOwnModule(name, known, own);
  }

  private makeVariable(name: string): VariableInfo | undefined {
    const { variables, own } = this.knowledge;
    const declared = ownValue(own?.variables ?? {}, name);
    const entry: VariableEntry | undefined = declared === undefined ? ownValue(variables, name) : { empty: "set", ...declared };
    if (entry === undefined) return undefined;
    return { ...entry, name, availability: availability(entry, this.version), page: entry.link ?? IMAGE_PAGE };
  }
}

function directivesByName({ directives }: Schema): ReadonlyMap<string, DirectiveInfo> {
  const names = new Map<string, DirectiveInfo>();
  for (const directive of directives) {
    for (const name of [directive.name, ...(directive.aliases ?? [])]) if (!names.has(name)) names.set(name, directive);
  }
  return names;
}

/** Whether Prosody loads the module on hosts without being told. */
export function isAutoloaded(module: ModuleInfo, version: Version): boolean {
  return holdsIn(module.entry?.autoload, version);
}

/** Names come from files: `constructor` is one like any other. */
function ownValue<Value>(entries: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}
