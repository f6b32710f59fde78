// Where Prosody listens in a container of the image, from the variables alone, or from the whole of a configuration of one's own.

import { knowsVariables } from "../../../model/container.ts";
import type { Schema } from "../../../schema/schema.ts";
import { configurationOf, isServer, valueOf, variable } from "./official.ts";
import type { OfficialContainer } from "./official.ts";
import { portsOfOwn } from "./ownListens.ts";
import { ALWAYS, serviceOf, withDependencies } from "./services.ts";
import type { ListeningPort } from "./services.ts";

/** Modules are named in these. */
const LISTS = [
  "PROSODY_ENABLE_MODULES",
  "PROSODY_DISABLE_MODULES",
  "PROSODY_COMPONENTS",
  "PROSODY_MUC_MODULES",
  "PROSODY_EXTERNAL_COMPONENTS",
];

/** Undefined where it cannot be told from the container's description. */
export function listeningPorts(container: OfficialContainer, schema: Schema): readonly ListeningPort[] | undefined {
  if (!isServer(container) || !knowsVariables(container)) return undefined;
  const { ownConfig } = container;
  if (ownConfig !== undefined) return portsOfOwn(ownConfig, schema);
  if (configurationOf(container) !== "image") return undefined;
  if (LISTS.some((name) => variable(container, name) !== undefined && valueOf(container, name) === undefined)) return undefined;
  const loaded = loadedModules(container, schema);
  if (loaded === undefined) return undefined;
  return Object.values(schema.services).flatMap((service) => serviceOf(service, loaded, schema));
}

function loadedModules(container: OfficialContainer, schema: Schema): ReadonlySet<string> | undefined {
  const list = (name: string): readonly string[] => (valueOf(container, name) ?? "").split(",").filter((item) => item !== "");
  const disabled = new Set(list("PROSODY_DISABLE_MODULES"));
  const components = list("PROSODY_COMPONENTS").map((item) => item.split(":")[1] ?? "");
  const external = list("PROSODY_EXTERNAL_COMPONENTS").length > 0 ? ["component"] : [];
  const enabled = [...ALWAYS, ...list("PROSODY_ENABLE_MODULES"), ...components, ...list("PROSODY_MUC_MODULES"), ...external];
  return withDependencies(
    enabled.map((name) => name.trim()).filter((name) => name !== ""),
    schema,
    disabled,
  );
}
