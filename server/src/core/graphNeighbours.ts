// The files around a container file out of an environment graph, with the configurations that are mounted into it.

import { analyse } from "./analyse.ts";
import type { ConfigFile } from "./model/config.ts";
import type { ContainerNeighbours } from "./model/containerNeighbours.ts";
import type { LuaGraphFile } from "./model/environment/files.ts";
import type { EnvironmentGraph } from "./model/environment/graph.ts";
import { neighboursIn } from "./model/environment/neighbours.ts";
import { matches } from "./model/includes.ts";
import { wholeConfiguration } from "./model/wholeConfiguration.ts";

export function neighboursWithConfigs(graph: EnvironmentGraph): ContainerNeighbours {
  return { ...neighboursIn(graph), configuration: (path) => configuration(graph, path) };
}

function configuration({ files }: EnvironmentGraph, path: string): readonly ConfigFile[] | undefined {
  const configs = new Map(files.flatMap((file) => (file.kind === "lua" ? [[file.path, file] as const] : [])));
  return wholeConfiguration(path, {
    file: (at) => understand(configs.get(at)),
    matching: (pattern) => [...configs.keys()].filter((at) => matches(pattern, at)),
  });
}

const UNDERSTOOD = new WeakMap<LuaGraphFile, { readonly file: ConfigFile | undefined }>();

/** The graph looks into files only that say something of variables. Undefined: a part of it is not understood. */
function understand(graphFile: LuaGraphFile | undefined): ConfigFile | undefined {
  if (graphFile === undefined) return undefined;
  const known = UNDERSTOOD.get(graphFile);
  if (known !== undefined) return known.file;
  const analysis = analyse("lua", graphFile.text);
  const file = analysis.kind === "lua" && analysis.syntax.issues.length === 0 ? analysis.file : undefined;
  UNDERSTOOD.set(graphFile, { file });
  return file;
}
