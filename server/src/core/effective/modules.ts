// The modules that Prosody would load on each host: those it always loads, the global list, what components take over of it, the
// host's own list, providers, and what all of these load in turn.

import type { Schema } from "../schema/schema.ts";
import { compareVersions, holdsIn } from "../schema/version.ts";
import { itemsOf, optionOf, ownOption } from "./read.ts";
import type { HostOptions } from "./types.ts";

export type LoadReason =
  | "component" // the module of `Component "x" "module"`
  | "always"
  | "global" // in the global modules_enabled
  | "host" // in the host's own
  | "provider" // authentication or authorization
  | "dependency"; // another one loads it

export interface LoadedModule {
  readonly name: string;
  readonly reason: LoadReason;
  /** The module that loads it, for dependencies. */
  readonly by?: string;
  /** Absent where it depends on more than we follow whether it is loaded. */
  readonly certain?: true;
}

/** By host, in the order of loading as far as there is one; `*` has the modules that load once for the whole server. */
export type ModulesByHost = Readonly<Record<string, readonly LoadedModule[]>>;

export function loadedModules(config: HostOptions, schema: Schema): ModulesByHost {
  const hosts = Object.keys(config).filter((host) => host !== "*");
  const perHost = hosts.map((host): [string, readonly LoadedModule[]] => [host, modulesOf(host, config, schema)]);
  const shared = new Map<string, LoadedModule>();
  for (const [, modules] of perHost) {
    for (const module of modules) {
      const known = shared.get(module.name);
      if (schema.module(module.name)?.entry?.global !== true || known?.certain === true) continue;
      shared.set(module.name, module);
    }
  }
  return Object.fromEntries([["*", [...shared.values()]], ...perHost]);
}

function modulesOf(host: string, config: HostOptions, schema: Schema): readonly LoadedModule[] {
  const component = optionOf(config, host, "component_module");
  const isComponent = typeof component === "string";
  const bundled = Object.entries(schema.bundledModules);
  const always = bundled.flatMap(([name, { autoload }]) => (holdsIn(autoload, schema.version) ? [name] : []));
  const inherited = (name: string): boolean => !isComponent || holdsIn(schema.bundledModules[name]?.inheritable, schema.version);
  const disabled = new Set(itemsOf(ownOption(config, "*", "modules_disabled")));
  const disabledHere = new Set(itemsOf(ownOption(config, host, "modules_disabled")));

  const loaded = new Map<string, LoadedModule>();
  const add = (name: string, reason: LoadReason): void => {
    if (!loaded.has(name)) loaded.set(name, { name, reason, certain: true });
  };
  if (isComponent) add(component, "component");
  for (const [names, reason] of [
    [always, "always"],
    [itemsOf(ownOption(config, "*", "modules_enabled")), "global"],
  ] as const) {
    for (const name of names) if (inherited(name) && !disabled.has(name) && !disabledHere.has(name)) add(name, reason);
  }
  for (const name of itemsOf(ownOption(config, host, "modules_enabled"))) if (!disabledHere.has(name)) add(name, "host");
  // The newer of the two does the work of both.
  if (loaded.has("vcard_legacy") && loaded.get("vcard")?.reason !== "component") loaded.delete("vcard");
  for (const name of providers(host, config, schema, isComponent)) add(name, "provider");
  addDependencies(loaded, schema);
  return [...loaded.values()];
}

function providers(host: string, config: HostOptions, schema: Schema, isComponent: boolean): readonly string[] {
  const found: string[] = [];
  const authorization = optionOf(config, host, "authorization") ?? "internal";
  if (compareVersions(schema.version, "0.12") >= 0 && typeof authorization === "string") found.push(`authz_${authorization}`);
  const authentication = optionOf(config, host, "authentication") ?? schema.option("authentication")?.default;
  if (!isComponent && typeof authentication === "string" && authentication !== "null") found.push(`auth_${authentication}`);
  return found;
}

function addDependencies(loaded: Map<string, LoadedModule>, schema: Schema): void {
  // What is added meanwhile is visited, too.
  for (const [name, module] of loaded) {
    // What only may be loaded loads nothing that could be told.
    if (module.certain !== true) continue;
    for (const { name: other, optional } of schema.module(name)?.depends ?? []) {
      if (loaded.has(other)) continue;
      loaded.set(other, { name: other, reason: "dependency", by: name, ...(optional === true ? {} : { certain: true }) });
    }
  }
}
