// The knowledge as it is for one version of Prosody: every feature and rule asks here. Names are looked up in all versions, so
// that "not yet in 0.12" can be told from "never heard of"; `availability` says which.

import type { Knowledge, ProviderFamily } from "./knowledge.ts";
import { addOwnModules, addOwnOptions } from "./own.ts";
import { serviceOptions } from "./serviceOptions.ts";
import type {
  CommunityEntry,
  Dependency,
  DirectiveEntry,
  Json,
  ModuleEntry,
  ModuleKind,
  OptionEntry,
  Scope,
  ServiceEntry,
  TypeSpec,
  VariableEntry,
  Version,
} from "./types.ts";
import { availability, compareVersions, holdsIn } from "./version.ts";
import type { Availability } from "./version.ts";

/** `own`: declared by the user, or found in a module of the workspace. */
export type Origin = "bundled" | "community" | "own";

/** An option with what holds in the chosen version. Of community options only name, type and modules may be known. */
export interface OptionInfo extends Omit<OptionEntry, "summary" | "history" | "scope"> {
  readonly name: string;
  readonly origin: Origin;
  readonly availability: Availability;
  readonly summary?: string;
  /** Absent where it is not known. */
  readonly scope?: Scope;
  readonly page: string;
}

export interface ModuleInfo {
  readonly name: string;
  readonly origin: Origin;
  readonly availability: Availability;
  readonly kind: ModuleKind;
  readonly page: string;
  readonly summary?: string;
  readonly depends: readonly Dependency[];
  /** What is known of it as a part of Prosody, if it is one in any version. */
  readonly entry?: ModuleEntry;
  /** What is known of it as a community module, if it is or was one. */
  readonly community?: CommunityEntry;
}

export interface VariableInfo extends VariableEntry {
  readonly name: string;
  readonly availability: Availability;
  readonly page: string;
}

export interface DirectiveInfo extends DirectiveEntry {
  readonly name: string;
  readonly availability: Availability;
  readonly page: string;
}

export interface ProviderInfo {
  readonly name: string;
  readonly availability: Availability;
  readonly summary?: string;
  readonly origin: Origin;
}

const SITE = "https://prosody.im/doc/";
const IMAGE_PAGE = "https://prosody.im/doc/docker";

export class Schema {
  private optionMap: ReadonlyMap<string, OptionInfo> | undefined;
  private moduleMap: ReadonlyMap<string, ModuleInfo> | undefined;
  private variableMap: ReadonlyMap<string, VariableInfo> | undefined;

  constructor(
    private readonly knowledge: Knowledge,
    readonly version: Version,
  ) {}

  option(name: string): OptionInfo | undefined {
    return this.options.get(name);
  }

  module(name: string): ModuleInfo | undefined {
    return this.modules.get(name);
  }

  variable(name: string): VariableInfo | undefined {
    return this.variables.get(name);
  }

  /** By name or alias (`Host` is `VirtualHost`). */
  directive(name: string): DirectiveInfo | undefined {
    const { directives } = this.knowledge;
    const found = Object.entries(directives).find(([key, entry]) => key === name || entry.aliases?.includes(name) === true);
    if (found === undefined) return undefined;
    const [key, entry] = found;
    return { ...entry, name: key, availability: availability(entry, this.version), page: entry.link ?? `${SITE}configure` };
  }

  get directives(): readonly DirectiveInfo[] {
    return Object.keys(this.knowledge.directives).flatMap((name) => this.directive(name) ?? []);
  }

  /** Network services by name, and bundled modules by name, of all versions. */
  get services(): Readonly<Record<string, ServiceEntry>> {
    return this.knowledge.services;
  }

  get bundledModules(): Readonly<Record<string, ModuleEntry>> {
    return this.knowledge.modules;
  }

  get options(): ReadonlyMap<string, OptionInfo> {
    this.optionMap ??= this.makeOptions();
    return this.optionMap;
  }

  get modules(): ReadonlyMap<string, ModuleInfo> {
    this.moduleMap ??= this.makeModules();
    return this.moduleMap;
  }

  get variables(): ReadonlyMap<string, VariableInfo> {
    if (this.variableMap === undefined) {
      const own = Object.entries(this.knowledge.own?.variables ?? {}).map(
        ([name, entry]) => [name, { empty: "set", ...entry }] as const,
      );
      const entries: readonly (readonly [string, VariableEntry])[] = [...Object.entries(this.knowledge.variables), ...own];
      this.variableMap = new Map(
        entries.map(([name, entry]) => [
          name,
          { ...entry, name, availability: availability(entry, this.version), page: entry.link ?? IMAGE_PAGE },
        ]),
      );
    }
    return this.variableMap;
  }

  /** Authentication, storage or authorization providers: modules named `auth_…`, `storage_…`, `authz_…`, and what is built in. */
  providers(family: ProviderFamily): readonly ProviderInfo[] {
    const prefix = `${family}_`;
    const modules = [...this.modules.values()].filter((module) => module.name.startsWith(prefix));
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

  private makeOptions(): ReadonlyMap<string, OptionInfo> {
    const options = new Map<string, OptionInfo>();
    const { ssl } = this.knowledge.options;
    const bundled = { ...serviceOptions(this.knowledge.services, ssl?.type), ...this.knowledge.options };
    for (const [name, entry] of Object.entries(bundled)) options.set(name, this.bundledOption(name, entry));
    for (const [module, entry] of Object.entries(this.knowledge.community)) {
      for (const [name, option] of Object.entries(entry.options ?? {})) {
        const known = options.get(name);
        if (known?.origin === "bundled") continue;
        options.set(name, {
          ...option,
          // Two community modules may read one name as different things: then nothing is certain of its type.
          ...(known !== undefined && JSON.stringify(known.type) !== JSON.stringify(option.type) ? { type: "any" } : {}),
          name,
          origin: "community",
          availability: "now",
          modules: [...(known?.modules ?? []), module],
          page: communityPage(module),
        });
      }
    }
    addOwnOptions(options, this.knowledge.own);
    return options;
  }

  private bundledOption(name: string, entry: OptionEntry): OptionInfo {
    const { history = [], ...current } = entry;
    const past = history.filter((item) => compareVersions(this.version, item.upTo) <= 0);
    // The oldest matching item comes first and wins, field by field.
    const overlay: { type?: TypeSpec; default?: Json; defaultText?: string; scope?: Scope } = {};
    for (const item of [...past].reverse()) {
      const { upTo: _upTo, ...fields } = item;
      Object.assign(overlay, fields);
    }
    const [module] = entry.modules ?? [];
    return {
      ...current,
      ...overlay,
      name,
      origin: "bundled",
      availability: availability(entry, this.version),
      page: entry.link ?? (module === undefined ? `${SITE}configure` : `${SITE}modules/mod_${module}`),
    };
  }

  private makeModules(): ReadonlyMap<string, ModuleInfo> {
    const modules = new Map<string, ModuleInfo>();
    const { community } = this.knowledge;
    for (const [name, entry] of Object.entries(this.knowledge.modules)) {
      const bundled = availability(entry, this.version);
      const other = Object.hasOwn(community, name) ? community[name] : undefined;
      modules.set(name, {
        name,
        // A module that a later version bundles can be had from the community before.
        origin: bundled !== "now" && other !== undefined ? "community" : "bundled",
        availability: bundled !== "now" && other !== undefined && other.gone !== true ? "now" : bundled,
        kind: entry.kind,
        page: entry.link ?? `${SITE}modules/mod_${name}`,
        summary: entry.summary,
        depends: entry.depends ?? [],
        entry,
        ...(other === undefined ? {} : { community: other }),
      });
    }
    for (const [name, entry] of Object.entries(community)) {
      if (modules.has(name)) continue;
      modules.set(name, {
        name,
        origin: "community",
        availability: "now",
        kind: entry.kind ?? "module",
        page: communityPage(name),
        depends: [],
        ...(entry.summary === undefined ? {} : { summary: entry.summary }),
        community: entry,
      });
    }
    addOwnModules(modules, this.knowledge.own);
    return modules;
  }
}

/** Whether Prosody loads the module on hosts without being told. */
export function isAutoloaded(module: ModuleInfo, version: Version): boolean {
  return holdsIn(module.entry?.autoload, version);
}

function communityPage(module: string): string {
  return `https://modules.prosody.im/mod_${module}`;
}
