// What the graph knows for single files: the files around a container file, and what else a container is given beside an env file.

import type { Container } from "../container.ts";
import { withNeighbours } from "../containerNeighbours.ts";
import type { ContainerNeighbours } from "../containerNeighbours.ts";
import { readEnvFile } from "../envFile.ts";
import type { EnvFile } from "../envFile.ts";
import type { VariableBeside } from "../project.ts";
import { folderOf, nameOf } from "./files.ts";
import type { EnvGraphFile } from "./files.ts";
import type { EnvironmentGraph } from "./graph.ts";
import type { Service } from "./links.ts";
import type { EnvDialect } from "../../syntax/env/dialects.ts";

/** Without configurations, which take their time to be understood. */
export function neighboursIn({ files }: EnvironmentGraph): ContainerNeighbours {
  return {
    configuration: () => undefined,
    composeFile(path) {
      const found = files.find((one) => one.path === path);
      return found?.kind === "container" && found.file.form === "compose" ? found.file : undefined;
    },
    envFile(path, dialect) {
      const found = files.find((one) => one.path === path);
      return found?.kind === "env" ? readAs(found, dialect) : undefined;
    },
  };
}

const READ = new WeakMap<EnvGraphFile, Map<string, EnvFile>>();

function readAs(file: EnvGraphFile, dialect: EnvDialect): EnvFile {
  if (file.file.dialects.includes(dialect)) return file.file;
  const known = READ.get(file) ?? new Map<string, EnvFile>();
  READ.set(file, known);
  const found = known.get(dialect) ?? readEnvFile(file.text, dialect);
  known.set(dialect, found);
  return found;
}

/** What containers of Prosody's image that are given this env file are given besides. */
export function besideOf(graph: EnvironmentGraph, own: EnvGraphFile): readonly VariableBeside[] {
  const ownNames = new Set(own.file.variables.map(({ name }) => name));
  const found = servicesWith(graph, own).flatMap((service) => containersOf(service, graph));
  const names = new Set(found.flatMap(({ variables }) => variables.variables.map(({ name }) => name)));
  return [...names].flatMap((name): readonly VariableBeside[] => {
    if (ownNames.has(name)) return [];
    const [value, ...others] = new Set(found.map((container) => valueIn(container, name)));
    return [{ name, value: others.length > 0 ? undefined : value }];
  });
}

/** Compose puts the `.env` of its folder into the compose file, from where the variables get into any service. */
function servicesWith({ links }: EnvironmentGraph, own: EnvGraphFile): readonly Service[] {
  const given = links.services.filter(({ envFiles, official }) => official && envFiles.includes(own));
  if (given.length > 0 || nameOf(own.path) !== ".env") return given;
  const folder = folderOf(own.path);
  return links.services.filter(
    ({ official, parts }) => official && parts.some(({ file }) => file.file.form === "compose" && folderOf(file.path) === folder),
  );
}

function containersOf({ parts }: Service, graph: EnvironmentGraph): readonly Container[] {
  const neighbours = neighboursIn(graph);
  return parts.flatMap(
    ({ file, container }) => withNeighbours({ ...file.file, containers: [container] }, file.path, neighbours).containers,
  );
}

function valueIn({ variables }: Container, name: string): string | undefined {
  return variables.variables.findLast((one) => one.name === name)?.readings[0]?.value;
}
