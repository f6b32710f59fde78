// What a rule is told of the environment, where the texts of a test are several files: a configuration, an env file, a compose file.

import { analyse } from "../../server/src/core/analyse.ts";
import { environmentFor, usesOf } from "../../server/src/core/model/environment/facts.ts";
import type { GraphFile } from "../../server/src/core/model/environment/files.ts";
import { environmentGraph } from "../../server/src/core/model/environment/graph.ts";
import type { EnvironmentGraph } from "../../server/src/core/model/environment/graph.ts";
import type { ContainerNeighbours } from "../../server/src/core/model/containerNeighbours.ts";
import { neighboursIn } from "../../server/src/core/model/environment/neighbours.ts";
import type { EnvUses, Environment } from "../../server/src/core/model/project.ts";
import type { Rule } from "../../server/src/core/rules/rule.ts";
import { containerKindOf, kindOf } from "../../server/src/core/source.ts";
import * as parsers from "../../server/src/core/analyseContainers.ts";
import { graphFile } from "../../server/src/core/graphFiles.ts";
import { folderOf, nameOf } from "../../server/src/workspace/address.ts";
import { Includes } from "../../server/src/workspace/includes.ts";

export interface TextAt {
  readonly path: string;
  readonly text: string;
}

/** Which of the files of a project a rule looks at. */
export function isFor({ kind }: Rule, path: string): boolean {
  const found = kindOf(path) ?? (containerKindOf(path) === undefined ? "lua" : "container");
  return found === kind;
}

export function graphOf(files: readonly TextAt[]): EnvironmentGraph {
  return environmentGraph(files.map(fileAt));
}

function fileAt({ path, text }: TextAt): GraphFile {
  const file = graphFile(path, text, kindOf(path) ?? containerKindOf(path), parsers);
  if (file === undefined) throw new Error(`${path} says nothing of variables`);
  return file;
}

export interface Around {
  readonly environment?: Environment | undefined;
  readonly uses?: EnvUses | undefined;
  readonly neighbours?: ContainerNeighbours;
}

/** Nothing for other rules than those of containers where the files are all of one kind: then none tells of the environment. */
export function environmentAround(rule: Rule, files: readonly TextAt[], path: string): Around {
  if (rule.kind !== "container" && files.every((file) => isFor(rule, file.path))) return {};
  const graph = graphOf(files);
  return { environment: environmentFor(graph, path), uses: usesOf(graph, path), neighbours: neighboursOf(graph, files) };
}

/** As the workspace has them, which follows the Includes of a configuration that is mounted. */
function neighboursOf(graph: EnvironmentGraph, files: readonly TextAt[]): ContainerNeighbours {
  const configs = new Map<string, string>(
    files.flatMap(({ path, text }) => (kindOf(path) === "lua" ? [[`file://${path}`, text] as const] : [])),
  );
  const includes = new Includes({
    configs: () => configs.keys(),
    config: (address) => {
      const analysis = analyse("lua", configs.get(address) ?? "");
      return configs.has(address) && analysis.kind === "lua" ? analysis : undefined;
    },
    mayInclude: () => true,
    list: (folder) => {
      const inside = [...configs.keys()].filter((address) => folderOf(address) === folder);
      return { files: new Map(inside.map((address) => [nameOf(address), address])), folders: [], others: [] };
    },
    place: (address) => address,
    label: nameOf,
    listed: 0,
    revision: 0,
  });
  return { ...neighboursIn(graph), configuration: (path) => includes.configuration(`file://${path}`) };
}
