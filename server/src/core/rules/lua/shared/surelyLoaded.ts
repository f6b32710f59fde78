// Modules that a file surely loads somewhere, and what they load.

import type { ConfigFile } from "../../../model/config.ts";
import { isAutoloaded } from "../../../schema/schema.ts";
import type { Schema } from "../../../schema/schema.ts";
import { usedModules } from "./hostModules.ts";

export function surelyLoaded(file: ConfigFile, schema: Schema): ReadonlySet<string> {
  const always = [...schema.modules.values()].filter((module) => isAutoloaded(module, schema.version));
  return withNeeded(
    [...always, ...usedModules(file, schema)].map(({ name }) => name),
    schema,
  );
}

/** With what they load in any configuration. */
export function withNeeded(modules: readonly string[], schema: Schema): ReadonlySet<string> {
  const names = new Set(modules);
  // What is added meanwhile is visited, too.
  for (const name of names) {
    for (const other of schema.module(name)?.depends ?? []) if (other.optional !== true) names.add(other.name);
  }
  return names;
}
