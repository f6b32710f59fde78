// Variables of the environment across the files of a workspace folder: the graph for whoever asks for it, and, found out in the
// background and kept, what the rules may rely on.

import { URI } from "vscode-uri";
import { environmentFor, usesOf } from "../core/model/environment/facts.ts";
import { neighboursWithConfigs } from "../core/graphNeighbours.ts";
import { givenTo, hasNeighbours, withNeighbours } from "../core/model/containerNeighbours.ts";
import type { ContainerAnalysis } from "../core/analyse.ts";
import { environmentGraph } from "../core/model/environment/graph.ts";
import type { EnvironmentGraph } from "../core/model/environment/graph.ts";
import type { EnvUses, Environment } from "../core/model/project.ts";
import { graphFile } from "../core/graphFiles.ts";
import { EnvironmentFiles } from "./environmentFiles.ts";
import type { EnvironmentFilesParts } from "./environmentFiles.ts";
import { normal } from "./includeGraph.ts";
import { withinPatience } from "./patience.ts";

export interface EnvironmentsParts extends EnvironmentFilesParts {
  /** Somebody reads files for us. */
  canRead(): boolean;
  /** What the rules may rely on is something else now, below a folder. */
  changed(folder: string): void;
}

/** Milliseconds that a file waits for its folder to be looked at for the first time. */
const PATIENCE = 500;
/** Milliseconds in which changes are gathered. */
const QUIET = 600;

interface Built {
  readonly graph: EnvironmentGraph;
  readonly cut: boolean;
}

/** Of a folder for whose files rules asked. */
interface Known {
  graph?: Built;
  /** What rules were told. */
  told?: string;
  looking?: Promise<void>;
  timer?: ReturnType<typeof setTimeout>;
}

export class Environments {
  private readonly files: EnvironmentFiles;
  private readonly known = new Map<string, Known>();
  private readonly built = new Map<string, Built>();
  private readonly wholes = new WeakMap<
    ContainerAnalysis,
    { readonly graph: EnvironmentGraph; readonly whole: ContainerAnalysis }
  >();

  constructor(private readonly parts: EnvironmentsParts) {
    this.files = new EnvironmentFiles(parts);
  }

  /** Of the folder of a file, or of the file alone when it was opened alone. */
  async graph(uri: string): Promise<EnvironmentGraph | undefined> {
    const folder = this.parts.folderOf(uri);
    if (folder !== undefined) return (await this.build(folder)).graph;
    const document = this.parts.documents.get(uri);
    const file = document === undefined ? undefined : graphFile(pathOf(uri), document.getText(), document.languageId);
    return file === undefined ? undefined : environmentGraph([file]);
  }

  /** Of the server that a configuration is for. */
  async environment(uri: string): Promise<Environment | undefined> {
    const seen = await this.seen(uri);
    const found = seen === undefined ? undefined : environmentFor(seen.graph, pathOf(uri));
    return found === undefined || seen?.cut !== true ? found : { ...found, certain: false };
  }

  /** Of an env file. */
  async uses(uri: string): Promise<EnvUses | undefined> {
    const seen = await this.seen(uri);
    const found = seen === undefined ? undefined : usesOf(seen.graph, pathOf(uri));
    return found === undefined || seen?.cut !== true ? found : { ...found, certain: false };
  }

  /** What adds to the containers of a file what the files around it give them, as far as that is known. */
  async completing(uri: string, { file }: ContainerAnalysis): Promise<(analysis: ContainerAnalysis) => ContainerAnalysis> {
    const path = pathOf(uri);
    const seen = hasNeighbours(file, path) ? await this.seen(uri) : undefined;
    return (analysis) => (seen === undefined ? analysis : this.completed(analysis, path, seen.graph));
  }

  private completed(analysis: ContainerAnalysis, path: string, graph: EnvironmentGraph): ContainerAnalysis {
    const known = this.wholes.get(analysis);
    if (known?.graph === graph) return known.whole;
    const whole = { ...analysis, file: withNeighbours(analysis.file, path, neighboursWithConfigs(graph)) };
    this.wholes.set(analysis, { graph, whole });
    return whole;
  }

  /** Files came, went or changed on the disk. */
  diskChanged(): void {
    this.files.diskChanged();
    this.textsChanged();
  }

  /** Open documents are other ones, or have another text. */
  textsChanged(): void {
    for (const [folder, known] of this.known) if (known.graph !== undefined) this.lookSoon(folder, known);
  }

  forget(): void {
    for (const { timer } of this.known.values()) clearTimeout(timer);
    this.known.clear();
    this.built.clear();
    this.files.diskChanged();
  }

  private async seen(uri: string): Promise<Built | undefined> {
    const folder = this.parts.folderOf(uri);
    if (folder === undefined || !this.parts.canRead()) return undefined;
    let known = this.known.get(folder);
    if (known === undefined) {
      known = {};
      this.known.set(folder, known);
    }
    if (known.graph === undefined) await withinPatience((known.looking ??= this.look(folder, known)), PATIENCE);
    known.told ??= known.graph === undefined ? "" : verdicts(known.graph);
    return known.graph;
  }

  private lookSoon(folder: string, known: Known): void {
    clearTimeout(known.timer);
    known.timer = setTimeout(() => {
      known.looking = (known.looking ?? Promise.resolve()).then(() => this.look(folder, known));
    }, QUIET);
  }

  private async look(folder: string, known: Known): Promise<void> {
    try {
      known.graph = await this.build(folder);
      if (this.known.get(folder) !== known || known.told === undefined) return;
      const now = verdicts(known.graph);
      if (now === known.told) return;
      known.told = now;
      this.parts.changed(folder);
    } catch {
      // What cannot be looked at is not known.
    }
  }

  private async build(folder: string): Promise<Built> {
    const { files, cut } = await this.files.of(folder);
    const before = this.built.get(folder);
    const isSame = before?.cut === cut && before.graph.files.length === files.length;
    if (isSame && files.every((file, i) => before.graph.files[i] === file)) return before;
    const built = { graph: environmentGraph(files), cut };
    this.built.set(folder, built);
    return built;
  }
}

/** What findings depend on, in one text. */
function verdicts({ graph, cut }: Built): string {
  const neighbours = neighboursWithConfigs(graph);
  return JSON.stringify([
    cut,
    graph.files.map((file) => {
      if (file.kind === "lua") {
        const found = environmentFor(graph, file.path);
        const undefinedNames =
          found?.certain === true && file.file.envRefs.filter(({ name }) => !found.names.has(name)).map(({ name }) => name);
        return [undefinedNames, found?.addsToImage];
      }
      if (file.kind === "container") return hasNeighbours(file.file, file.path) && givenTo(file.file, file.path, neighbours);
      if (file.kind !== "env") return null;
      const found = usesOf(graph, file.path);
      const unused =
        found?.certain === true && file.file.variables.filter(({ name }) => !found.names.has(name)).map(({ name }) => name);
      return [unused, found?.beside];
    }),
  ]);
}

export function pathOf(uri: string): string {
  return URI.parse(normal(uri)).path;
}
