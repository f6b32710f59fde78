// The files around a container file out of an environment graph, with the configurations that are mounted into it.

import { analyse } from "./analyse.ts";
import type { ConfigFile } from "./model/config.ts";
import type { ContainerNeighbours } from "./model/containerNeighbours.ts";
import type { LuaGraphFile } from "./model/environment/files.ts";
import type { EnvironmentGraph } from "./model/environment/graph.ts";
import { neighboursIn } from "./model/environment/neighbours.ts";
import { includeTargets, matches } from "./model/includes.ts";

export function neighboursWithConfigs(graph: EnvironmentGraph): ContainerNeighbours {
  return { ...neighboursIn(graph), configuration: (path) => configuration(graph, path) };
}

function configuration({ files }: EnvironmentGraph, path: string): readonly ConfigFile[] | undefined {
  const configs = files.filter((file) => file.kind === "lua");
  const main = configs.find((file) => file.path === path);
  if (main === undefined) return undefined;
  const found = new Set([main]);
  // Grows while it is gone through.
  for (const file of found) {
    const included = includesOf(file, configs);
    if (included === undefined) return undefined;
    for (const other of included) found.add(other);
  }
  const understood = [...found].map(understand);
  return understood.includes(undefined) ? undefined : understood.filter((file) => file !== undefined);
}

/** Undefined where one of them stands for files that are not here: a path of the container, or nothing that is known. */
function includesOf(file: LuaGraphFile, configs: readonly LuaGraphFile[]): readonly LuaGraphFile[] | undefined {
  const { includes } = file.file;
  const targets = includeTargets(file.file, file.path);
  const isRelative = includes.every((one) => one.path.kind === "string" && !one.path.value.startsWith("/"));
  if (!isRelative || targets.length < includes.length) return undefined;
  const found = targets.map(({ pattern }) => configs.filter((config) => matches(pattern, config.path)));
  return found.some((some) => some.length === 0) ? undefined : found.flat();
}

const UNDERSTOOD = new WeakMap<LuaGraphFile, { readonly file: ConfigFile | undefined }>();

/** The graph looks into files only that say something of variables. Undefined: a part of it is not understood. */
function understand(graphFile: LuaGraphFile): ConfigFile | undefined {
  const known = UNDERSTOOD.get(graphFile);
  if (known !== undefined) return known.file;
  const analysis = analyse("lua", graphFile.text);
  const file = analysis.kind === "lua" && analysis.syntax.issues.length === 0 ? analysis.file : undefined;
  UNDERSTOOD.set(graphFile, { file });
  return file;
}
