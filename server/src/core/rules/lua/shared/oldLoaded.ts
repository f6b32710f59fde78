// Which modules may be loaded anywhere: those that are named, those that load by themselves, the providers, and what all of them
// bring along. Where the configuration does not tell, every module may be.

import { isAutoloaded } from "../../../schema/schema.ts";
import type { Schema } from "../../../schema/schema.ts";
import type { DetailedType, SimpleKind } from "../../../schema/types.ts";
import type { LuaContext } from "../../rule.ts";
import { everything } from "./everything.ts";
import { leavesOf, mayHold } from "../../../semantics/leaves.ts";
import { wholeList } from "./lookup.ts";

export interface Loaded {
  readonly names: ReadonlySet<string>;
  may(module: string): boolean;
}

/** Options whose default names a module. */
const DEFAULTS = { authentication: "auth_", default_storage: "storage_", authorization: "authz_" };

export function loadedModules(context: LuaContext): Loaded {
  const { schema } = context;
  const names = namedModules(context);
  if (names === undefined) return ANY;
  for (const [option, prefix] of Object.entries(DEFAULTS)) {
    const usual = schema.option(option)?.default;
    if (typeof usual === "string") names.add(prefix + usual);
  }
  for (const name of Object.keys(schema.bundledModules)) {
    const module = schema.module(name);
    if (module !== undefined && isAutoloaded(module, schema.version)) names.add(name);
  }
  let community = false;
  // A set that grows while it is gone through.
  for (const name of names) {
    const module = schema.module(name);
    // The prefix makes it a name that nothing is found under.
    if (module === undefined && schema.module(name.replace(/^mod_/, "")) !== undefined) continue;
    // A module of one's own may bring along anything and read any option.
    if (module === undefined || module.origin === "own") return ANY;
    community ||= module.origin === "community";
    for (const other of module.depends) names.add(other.name);
  }
  return { names, may: (module) => names.has(module) || (community && isHelper(module, schema)) };
}

const ANY: Loaded = { names: new Set(), may: () => true };

function namedModules(context: LuaContext): Set<string> | undefined {
  const { schema } = context;
  const file = everything(context);
  if (wholeList(file) === undefined) return undefined;
  const names = new Set<string>();
  for (const { name, value: whole } of file.settings) {
    if (name === "modules_disabled") continue;
    const option = schema.option(name);
    if (option === undefined || !mayHold(option.type, namesModules)) continue;
    for (const { type, value } of leavesOf(option.type, whole)) {
      const prefix = typeof type !== "string" && type.is === "provider" ? `${type.of}_` : "";
      if (prefix === "" && type !== "module" && type !== "componentmodule") continue;
      if (value.kind !== "string") return undefined;
      names.add(prefix + value.value);
    }
  }
  for (const { kind, module } of file.sections) {
    if (kind !== "component") continue;
    if (module !== undefined && module.kind !== "string") return undefined;
    names.add(module?.value ?? "component");
  }
  return names;
}

function namesModules(kind: SimpleKind | DetailedType): boolean {
  return kind === "module" || kind === "componentmodule" || (typeof kind !== "string" && kind.is === "provider");
}

/** What community modules may bring along: whatever others need too, and web services. */
export function isHelper(name: string, schema: Schema): boolean {
  const needs = (entry: { readonly depends?: readonly { readonly name: string }[] } | undefined, other: string): boolean =>
    entry?.depends?.some((dependency) => dependency.name === other) === true;
  const { bundledModules } = schema;
  return needs(bundledModules[name], "http") || Object.values(bundledModules).some((entry) => needs(entry, name));
}
