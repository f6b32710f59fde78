// Which modules may be loaded in one section of a configuration, and what they bring along.

import type { ConfigFile, Section } from "../../../model/config.ts";
import { isAutoloaded } from "../../../schema/schema.ts";
import type { Schema } from "../../../schema/schema.ts";
import { holdsIn } from "../../../schema/version.ts";
import { isHelper } from "./oldLoaded.ts";
import { moduleNames } from "./oldModuleNames.ts";
import type { ModuleName } from "../../../semantics/moduleNames.ts";
import { sectionKey } from "../../../semantics/sections.ts";

/**
 * Whether a module may be loaded there; undefined where it cannot be told, as one of them may bring along anything. Every provider counts
 * as loaded, and so does what is disabled.
 */
export function loadedIn(section: Section, all: ConfigFile, schema: Schema): ((module: string) => boolean) | undefined {
  const key = sectionKey(section);
  const isComponent = section.kind === "component";
  const names = new Set<string>();
  if (isComponent && section.module !== undefined && section.module.kind !== "string") return undefined;
  if (isComponent && section.module === undefined) names.add("component");
  for (const one of moduleNames(all, schema)) if (isLoaded(one, key, isComponent, schema)) names.add(one.name);
  for (const name of Object.keys(schema.bundledModules)) {
    const module = schema.module(name);
    if (module?.origin !== "bundled" || module.availability !== "now") continue;
    if (/^(?:auth|storage|authz)_/.test(name) || (!isComponent && isAutoloaded(module, schema.version))) names.add(name);
  }
  let community = false;
  // A set that grows while it is gone through.
  for (const name of names) {
    const module = schema.module(name);
    // A module of one's own may bring along anything.
    if (module === undefined || module.origin === "own") return undefined;
    community ||= module.origin === "community";
    for (const other of module.depends) if (isComponent || !needsComponent(other.name, schema)) names.add(other.name);
  }
  return (module) => names.has(module) || (community && isHelper(module, schema));
}

/** Refuses to load on a host. */
function needsComponent(name: string, schema: Schema): boolean {
  const module = schema.module(name);
  if (module?.kind === "component") return true;
  return module?.depends.some((other) => other.optional !== true && schema.module(other.name)?.kind === "component") === true;
}

function isLoaded({ name, use, section }: ModuleName, key: string, isComponent: boolean, schema: Schema): boolean {
  if (use === "disable") return false;
  if (sectionKey(section) === key) return true;
  if (section.kind !== "global" || use === "component") return false;
  return !isComponent || holdsIn(schema.module(name)?.entry?.inheritable, schema.version);
}
