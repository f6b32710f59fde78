// What a rule is told of the environment, where the texts of a test are several files: a configuration, an env file, a compose file.

import { environmentFor, usesOf } from "../../server/src/core/model/environment/facts.ts";
import type { GraphFile } from "../../server/src/core/model/environment/files.ts";
import { environmentGraph } from "../../server/src/core/model/environment/graph.ts";
import type { EnvironmentGraph } from "../../server/src/core/model/environment/graph.ts";
import type { ContainerNeighbours } from "../../server/src/core/model/containerNeighbours.ts";
import { neighboursWithConfigs } from "../../server/src/core/graphNeighbours.ts";
import type { EnvUses, Environment } from "../../server/src/core/model/project.ts";
import type { Rule } from "../../server/src/core/rules/rule.ts";
import { containerKindOf, kindOf } from "../../server/src/core/source.ts";
import { graphFile } from "../../server/src/core/graphFiles.ts";

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
  const file = graphFile(path, text);
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
  return { environment: environmentFor(graph, path), uses: usesOf(graph, path), neighbours: neighboursWithConfigs(graph) };
}
