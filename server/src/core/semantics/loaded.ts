// From the modules that a configuration names to those that are loaded: with what loads by itself and what they bring along. Where the
// configuration does not tell, every module may be.

import type { Section } from "../model/config.ts";
import { isAutoloaded } from "../schema/schema.ts";
import type { Schema } from "../schema/schema.ts";
import { holdsIn } from "../schema/version.ts";

export interface Loaded {
  /** Empty where any module may be loaded. */
  readonly names: ReadonlySet<string>;
  may(module: string): boolean;
}

export type IsLoaded = (module: string) => boolean;

const ANY: Loaded = { names: new Set(), may: () => true };

/** Options whose default names a module. */
const DEFAULTS: Readonly<Record<string, string>> = {
  authentication: "auth_",
  default_storage: "storage_",
  authorization: "authz_",
};

/** The option that brings the module by its default. */
export function optionWithDefault(module: string, schema: Schema): string | undefined {
  return Object.keys(DEFAULTS).find((option) => defaultModule(option, schema) === module);
}

function defaultModule(option: string, schema: Schema): string | undefined {
  const usual = schema.option(option)?.default;
  return typeof usual === "string" ? `${DEFAULTS[option] ?? ""}${usual}` : undefined;
}

/** Modules that may be loaded anywhere; `named` is undefined where one of them is computed. */
export function loadedAnywhere(named: readonly string[] | undefined, schema: Schema): Loaded {
  if (named === undefined) return ANY;
  const names = new Set(named);
  for (const option of Object.keys(DEFAULTS)) names.add(defaultModule(option, schema) ?? "");
  for (const name of Object.keys(schema.bundledModules)) {
    const module = schema.module(name);
    if (module !== undefined && isAutoloaded(module, schema.version)) names.add(name);
  }
  // The prefix makes it a name that nothing is found under.
  const isIgnored = (name: string): boolean => schema.module(name.replace(/^mod_/, "")) !== undefined;
  const may = withBrought(names, schema, isIgnored, () => true);
  return may === undefined ? ANY : { names, may };
}

/**
 * Whether a module may be loaded in a section that names or inherits the given ones; undefined where it cannot be told, as one of them
 * may bring along anything. Every provider counts as loaded, and so does what is disabled.
 */
export function loadedWith(named: Iterable<string>, isComponent: boolean, schema: Schema): IsLoaded | undefined {
  const names = new Set(named);
  for (const name of Object.keys(schema.bundledModules)) {
    const module = schema.module(name);
    if (module?.origin !== "bundled" || module.availability !== "now") continue;
    if (/^(?:auth|storage|authz)_/.test(name) || (!isComponent && isAutoloaded(module, schema.version))) names.add(name);
  }
  return withBrought(
    names,
    schema,
    () => false,
    (other) => isComponent || !refusesHosts(other, schema),
  );
}

/** Adds what modules bring along. Whether one may be loaded then; undefined where one of them may bring along anything. */
function withBrought(
  names: Set<string>,
  schema: Schema,
  isIgnored: (unknown: string) => boolean,
  isBrought: (name: string) => boolean,
): IsLoaded | undefined {
  let community = false;
  // A set that grows while it is gone through.
  for (const name of names) {
    const module = schema.module(name);
    if (module === undefined && isIgnored(name)) continue;
    // A module of one's own may bring along anything and read any option.
    if (module === undefined || module.origin === "own") return undefined;
    community ||= module.origin === "community";
    for (const other of module.depends) if (isBrought(other.name)) names.add(other.name);
  }
  return (module) => names.has(module) || (community && isHelper(module, schema));
}

/** Whether a section of that kind loads a module of the global list. */
export function inheritsModule(module: string, kind: Section["kind"], schema: Schema): boolean {
  return kind !== "component" || holdsIn(schema.module(module)?.entry?.inheritable, schema.version);
}

/** With what they load in any configuration. */
export function withNeeded(modules: Iterable<string>, schema: Schema): ReadonlySet<string> {
  const names = new Set(modules);
  // What is added meanwhile is visited, too.
  for (const name of names) {
    for (const other of schema.module(name)?.depends ?? []) if (other.optional !== true) names.add(other.name);
  }
  return names;
}

function refusesHosts(name: string, schema: Schema): boolean {
  return schema.module(name)?.kind === "component" || homeComponent(name, schema) !== undefined;
}

/** The kind of component on which alone a module works: `muc` for `muc_mam`. */
export function homeComponent(name: string, schema: Schema): string | undefined {
  const depends = schema.module(name)?.depends ?? [];
  return depends.find((other) => other.optional !== true && schema.module(other.name)?.kind === "component")?.name;
}

/** What community modules may bring along: whatever others need too, and web services. */
function isHelper(name: string, schema: Schema): boolean {
  const needs = (entry: { readonly depends?: readonly { readonly name: string }[] } | undefined, other: string): boolean =>
    entry?.depends?.some((dependency) => dependency.name === other) === true;
  const { bundledModules } = schema;
  return needs(bundledModules[name], "http") || Object.values(bundledModules).some((entry) => needs(entry, name));
}
