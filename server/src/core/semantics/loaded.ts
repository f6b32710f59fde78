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
  /** The same, but modules of one's own bring along only what is likely. */
  mayRead(module: string): boolean;
}

export type IsLoaded = (module: string) => boolean;

const ANY: Loaded = { names: new Set(), may: () => true, mayRead: () => true };

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
  const unknown = addBrought(names, schema, () => true);
  // The prefix makes it a name that nothing is found under.
  const isIgnored = (name: string): boolean =>
    schema.module(name) === undefined && schema.module(name.replace(/^mod_/, "")) !== undefined;
  const own = new Set(unknown.filter((name) => !isIgnored(name)).map(firstWord));
  const mayBring = (module: string): boolean => own.has(firstWord(module)) || isHelper(module, schema);
  return {
    names,
    may: (module) => names.has(module) || own.size > 0,
    mayRead: (module) => names.has(module) || (own.size > 0 && mayBring(module)),
  };
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
  const unknown = addBrought(names, schema, (other) => isComponent || !refusesHosts(other, schema));
  return unknown.length > 0 ? undefined : (module) => names.has(module);
}

/** Adds what modules bring along. Those of which it is not known what they do. */
function addBrought(names: Set<string>, schema: Schema, isBrought: (name: string) => boolean): readonly string[] {
  const unknown: string[] = [];
  // A set that grows while it is gone through.
  for (const name of names) {
    const module = schema.module(name);
    if (module === undefined || module.origin === "own") unknown.push(name);
    for (const other of module?.depends ?? []) if (isBrought(other.name)) names.add(other.name);
  }
  return unknown;
}

/** What has it in common with a module is likely to be made for it. */
function firstWord(module: string): string {
  return module.split("_", 1)[0] ?? module;
}

/** What modules of one's own may bring along: what others need too, and web services. */
function isHelper(name: string, schema: Schema): boolean {
  const { bundledModules } = schema;
  const needs = (module: string, other: string): boolean =>
    bundledModules[module]?.depends?.some((dependency) => dependency.name === other) === true;
  return needs(name, "http") || Object.keys(bundledModules).some((module) => needs(module, name));
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

/** The kind of component on which alone a module works, by itself or for one that it loads: `muc` for `muc_mam`. */
export function homeComponent(name: string, schema: Schema): string | undefined {
  const needed = new Set([name]);
  // Grows while it is gone through.
  for (const one of needed) {
    for (const other of schema.module(one)?.depends ?? []) {
      if (other.optional === true) continue;
      if (schema.module(other.name)?.kind === "component") return other.name;
      needed.add(other.name);
    }
  }
  return undefined;
}
