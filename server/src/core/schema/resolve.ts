// One entry of the data → what is true of it in one version of Prosody.

import type { ModuleInfo, OptionInfo } from "./info.ts";
import type { CommunityEntry, Json, ModuleEntry, OptionEntry, Scope, TypeSpec, Version } from "./types.ts";
import { availability, compareVersions } from "./version.ts";

export const SITE = "https://prosody.im/doc/";

export function bundledOption(name: string, entry: OptionEntry, version: Version): OptionInfo {
  const { history = [], ...current } = entry;
  const past = history.filter((item) => compareVersions(version, item.upTo) <= 0);
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
    availability: availability(entry, version),
    page: entry.link ?? (module === undefined ? `${SITE}configure` : `${SITE}modules/mod_${module}`),
  };
}

type Community = Readonly<Record<string, CommunityEntry>>;

/** `readers`: the community modules that read it. */
export function communityOption(name: string, readers: readonly string[], community: Community): OptionInfo | undefined {
  let info: OptionInfo | undefined;
  for (const module of readers) {
    const option = community[module]?.options?.[name];
    if (option === undefined) continue;
    const modules = [...(info?.modules ?? []), module];
    info = {
      summary: readBy(modules),
      ...option,
      // Two community modules may read one name as different things: then nothing is certain of its type.
      ...(info !== undefined && JSON.stringify(info.type) !== JSON.stringify(option.type) ? { type: "any" } : {}),
      name,
      origin: "community",
      availability: "now",
      modules,
      page: communityPage(module),
    };
  }
  return info;
}

/** What can be said of an option that is known by its readers alone. */
function readBy(modules: readonly string[]): string {
  const names = modules.map((module) => `\`${module}\``).join(", ");
  return `Read by the community ${modules.length === 1 ? "module" : "modules"} ${names}; the page of the module may tell more.`;
}

/** Community modules by the names of the options that they read. */
export function readersOf(community: Community): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const [module, { options }] of Object.entries(community)) {
    for (const name in options) {
      const modules = readers.get(name);
      if (modules === undefined) readers.set(name, [module]);
      else modules.push(module);
    }
  }
  return readers;
}

export function bundledModule(
  name: string,
  entry: ModuleEntry,
  ofCommunity: () => CommunityEntry | undefined,
  version: Version,
): ModuleInfo {
  const bundled = availability(entry, version);
  // A module that a later version bundles can be had from the community before.
  const elsewhere = bundled === "now" ? undefined : ofCommunity();
  const { componentOnly } = entry;
  const refuses = componentOnly !== undefined && compareVersions(version, componentOnly.since) >= 0;
  return {
    name,
    origin: elsewhere === undefined ? "bundled" : "community",
    availability: elsewhere !== undefined && elsewhere.gone !== true ? "now" : bundled,
    kind: refuses ? "component" : entry.kind,
    ...(refuses && componentOnly.since === version && componentOnly.patch !== undefined
      ? { kindSince: componentOnly.patch }
      : {}),
    page: entry.link ?? `${SITE}modules/mod_${name}`,
    summary: entry.summary,
    depends: entry.depends ?? [],
    entry,
    // The community's modules are read from the disk when first needed, which for most files is never.
    get community() {
      return ofCommunity();
    },
  };
}

export function communityModule(name: string, entry: CommunityEntry | undefined): ModuleInfo | undefined {
  if (entry === undefined) return undefined;
  return {
    name,
    origin: "community",
    availability: "now",
    kind: entry.kind ?? "module",
    page: communityPage(name),
    depends: [
      ...(entry.depends ?? []).map((other) => ({ name: other })),
      ...(entry.mayLoad ?? []).map((other) => ({ name: other, optional: true })),
    ],
    ...(entry.summary === undefined ? {} : { summary: entry.summary }),
    community: entry,
  };
}

function communityPage(module: string): string {
  return `https://modules.prosody.im/mod_${module}`;
}
