// Where Prosody listens in a container of the image, from the variables alone.

import { knowsVariables } from "../../../model/container.ts";
import type { Schema } from "../../../schema/schema.ts";
import { availability, compareVersions } from "../../../schema/version.ts";
import { configurationOf, isServer, valueOf, variable } from "./official.ts";
import type { OfficialContainer } from "./official.ts";

export interface ListeningPort {
  readonly port: number;
  /** What connects there, for sentences. */
  readonly title: string;
  /** Prefix of its options: `http_`. */
  readonly prefix: string;
  /** Reached from within the container only. */
  readonly loopback: boolean;
}

/** Modules are named in these. */
const LISTS = [
  "PROSODY_ENABLE_MODULES",
  "PROSODY_DISABLE_MODULES",
  "PROSODY_COMPONENTS",
  "PROSODY_MUC_MODULES",
  "PROSODY_EXTERNAL_COMPONENTS",
];

/** What the image always loads and listens for. */
const ALWAYS = ["c2s", "s2s"];

/** Undefined where it cannot be told from the container's description. */
export function listeningPorts(container: OfficialContainer, schema: Schema): readonly ListeningPort[] | undefined {
  if (!isServer(container) || configurationOf(container) !== "image" || !knowsVariables(container)) return undefined;
  if (LISTS.some((name) => variable(container, name) !== undefined && valueOf(container, name) === undefined)) return undefined;
  const loaded = loadedModules(container, schema);
  if (loaded === undefined) return undefined;
  return Object.values(schema.services).flatMap((service): readonly ListeningPort[] => {
    if (availability(service, schema.version) !== "now" || !loaded.has(service.module)) return [];
    const { title, prefix, privateSince } = service;
    const loopback =
      service.private === true && (privateSince === undefined || compareVersions(schema.version, privateSince) >= 0);
    return service.defaultPorts.map((port) => ({ port, title, prefix, loopback }));
  });
}

/** With all that they may load in turn. Undefined where one is not Prosody's own: what it brings with it is not known. */
function loadedModules(container: OfficialContainer, schema: Schema): ReadonlySet<string> | undefined {
  const list = (name: string): readonly string[] => (valueOf(container, name) ?? "").split(",").filter((item) => item !== "");
  const disabled = new Set(list("PROSODY_DISABLE_MODULES"));
  const components = list("PROSODY_COMPONENTS").map((item) => item.split(":")[1] ?? "");
  const external = list("PROSODY_EXTERNAL_COMPONENTS").length > 0 ? ["component"] : [];
  const enabled = [...ALWAYS, ...list("PROSODY_ENABLE_MODULES"), ...components, ...list("PROSODY_MUC_MODULES"), ...external];
  const loaded = new Set(enabled.map((name) => name.trim()).filter((name) => name !== "" && !disabled.has(name)));
  for (const name of loaded) {
    const module = Object.hasOwn(schema.bundledModules, name) ? schema.module(name) : undefined;
    if (module === undefined) return undefined;
    // What is added meanwhile is visited, too.
    for (const dependency of module.depends) if (!disabled.has(dependency.name)) loaded.add(dependency.name);
  }
  return loaded;
}
