// Variables of the environment across the files of a folder that is checked as a whole, as an editor sees them that has the folder open.
// Of files that are named one by one nothing is known to be all there is.

import { realpathSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Analysis } from "../../core/analyse.ts";
import { GRAPH_SEARCHES, MAX_GRAPH_FOUND, MAX_GRAPH_LENGTH, graphFile, isGraphFile } from "../../core/graphFiles.ts";
import { environmentFor, usesOf } from "../../core/model/environment/facts.ts";
import type { GraphFile } from "../../core/model/environment/files.ts";
import { environmentGraph } from "../../core/model/environment/graph.ts";
import type { EnvironmentGraph } from "../../core/model/environment/graph.ts";
import type { EnvUses, Environment } from "../../core/model/project.ts";
import { ASKS_ENVIRONMENT } from "../../core/model/envNames.ts";
import { FILE_PATTERNS } from "../../core/source.ts";
import { nodeFiles } from "../../nodeFiles.ts";
import { toSlashes } from "./slashes.ts";

/** Configurations that are looked at, as in an editor. */
const MAX_CONFIGS = 200;

export interface Around {
  readonly environment?: Environment | undefined;
  readonly uses?: EnvUses | undefined;
}

const NOTHING: Around = {};

export class FolderEnvironments {
  private readonly folders: readonly string[];
  private readonly graphs = new Map<string, Promise<EnvironmentGraph | undefined>>();

  /** Folders that are checked; of those within each other the outermost counts. */
  constructor(folders: readonly string[]) {
    this.folders = folders.map((folder) => resolve(folder)).sort((a, b) => a.length - b.length);
  }

  /** The folder is looked at when the first file in it has something to ask. */
  async of(path: string, analysis: Analysis): Promise<Around> {
    const file = resolve(path);
    const folder = this.folders.find((one) => !relative(one, file).startsWith("..") && relative(one, file) !== "");
    if (folder === undefined || !asks(analysis)) return NOTHING;
    const graph = await (this.graphs.get(folder) ?? this.look(folder));
    if (graph === undefined) return NOTHING;
    const at = toSlashes(file);
    return analysis.kind === "lua" ? { environment: environmentFor(graph, at) } : { uses: usesOf(graph, at) };
  }

  private look(folder: string): Promise<EnvironmentGraph | undefined> {
    const found = build(folder).catch(() => undefined);
    this.graphs.set(folder, found);
    return found;
  }
}

/** Most configurations do not read variables, nor could they be meant as an addition to the image's. */
function asks(analysis: Analysis): boolean {
  if (analysis.kind === "lua") return ASKS_ENVIRONMENT.test(analysis.text);
  return analysis.kind === "env";
}

/** Undefined where there is more than is looked at: then nothing is certain. */
async function build(folder: string): Promise<EnvironmentGraph | undefined> {
  const real = realpathSync(folder);
  const root = pathToFileURL(real).href;
  const configs = await nodeFiles.findFiles(root, FILE_PATTERNS.lua, MAX_CONFIGS);
  const searches = await Promise.all(GRAPH_SEARCHES.map((patterns) => nodeFiles.findFiles(root, patterns, MAX_GRAPH_FOUND)));
  if (configs.length >= MAX_CONFIGS || searches.some(({ length }) => length >= MAX_GRAPH_FOUND)) return undefined;
  const paths = [...new Set([...[...configs].sort(), ...searches.flat()].map((uri) => fileURLToPath(uri)))];
  const files: GraphFile[] = [];
  for (const path of paths) {
    if (!isGraphFile(path)) continue;
    const text = await nodeFiles.readFile(pathToFileURL(path).href);
    if (text === undefined || text.length > MAX_GRAPH_LENGTH) return undefined;
    // As the user names it, which the folder may be a link to.
    const file = graphFile(toSlashes(resolve(folder, relative(real, path))), text);
    if (file !== undefined) files.push(file);
  }
  return environmentGraph(files);
}
