// Services that listen, and the modules that bring them.

import type { Schema } from "../../../schema/schema.ts";
import type { ServiceEntry } from "../../../schema/types.ts";
import { availability, compareVersions } from "../../../schema/version.ts";

export interface ListeningPort {
  readonly port: number;
  /** What connects there, for sentences. */
  readonly title: string;
  /** Prefix of its options: `http_`. */
  readonly prefix: string;
  /** Reached from within the container only. */
  readonly loopback: boolean;
}

/** What is always loaded and listens. */
export const ALWAYS = ["c2s", "s2s"];

/** Where one service listens unless its options say otherwise. */
export function serviceOf(service: ServiceEntry, loaded: ReadonlySet<string>, { version }: Schema): readonly ListeningPort[] {
  if (availability(service, version) !== "now" || !loaded.has(service.module)) return [];
  const { title, prefix, privateSince } = service;
  const loopback = service.private === true && (privateSince === undefined || compareVersions(version, privateSince) >= 0);
  return service.defaultPorts.map((port) => ({ port, title, prefix, loopback }));
}

/** With all that they load in turn. Undefined where one is not Prosody's own: what it brings with it is not known. */
export function withDependencies(
  names: readonly string[],
  schema: Schema,
  disabled: ReadonlySet<string> = new Set(),
): ReadonlySet<string> | undefined {
  const loaded = new Set(names.filter((name) => !disabled.has(name)));
  for (const name of loaded) {
    const module = Object.hasOwn(schema.bundledModules, name) ? schema.module(name) : undefined;
    if (module === undefined) return undefined;
    // What is added meanwhile is visited, too.
    for (const dependency of module.depends) if (!disabled.has(dependency.name)) loaded.add(dependency.name);
  }
  return loaded;
}
