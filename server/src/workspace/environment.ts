// Variables of the environment across the files of a folder: which tools read an env file, what a configuration is given, what files give
// to containers. Made of what is known of the folder, anew when something of that is different.

import type { ContainerAnalysis } from "../core/analyse.ts";
import { hasNeighbours, withNeighbours } from "../core/model/containerNeighbours.ts";
import type { ContainerNeighbours } from "../core/model/containerNeighbours.ts";
import { environmentFor, usesOf } from "../core/model/environment/facts.ts";
import { environmentGraph } from "../core/model/environment/graph.ts";
import { imageVersionFor } from "../core/semantics/imageVersion.ts";
import type { ImageVersion } from "../core/semantics/imageVersion.ts";
import type { EnvironmentGraph } from "../core/model/environment/graph.ts";
import { envReaders, mayTellReader } from "../core/model/envReaders.ts";
import type { EnvReader } from "../core/model/envReaders.ts";
import type { EnvUses, Environment } from "../core/model/project.ts";
import { isGraphFile } from "../core/graphFiles.ts";
import { kindOf } from "../core/source.ts";
import { addressAt, folderOf, pathOf } from "./address.ts";
import type { Folder } from "./folder.ts";
import type { Store } from "./store.ts";

/** Folders above a file in which those that speak of it are looked for when no folder was opened. */
const MAX_ABOVE = 4;
const MAX_READER_LENGTH = 200_000;

interface Built {
  readonly graph: EnvironmentGraph;
  readonly cut: boolean;
}

export class FolderEnvironment {
  private built: Built | undefined;
  private at = -1;
  private readonly told = new Map<string, { readonly of: readonly string[]; readonly readers: readonly EnvReader[] }>();
  private readonly wholes = new WeakMap<ContainerAnalysis, { readonly revision: number; readonly whole: ContainerAnalysis }>();

  constructor(
    private readonly folder: Folder,
    private readonly store: Store,
  ) {}

  /** As the files are now. */
  graph(): EnvironmentGraph {
    return this.build().graph;
  }

  /** Of the server that a configuration is for. Nothing is known to be all there is where the folder was not searched. */
  environment(address: string): Environment | undefined {
    return this.certainly(({ graph }) => environmentFor(graph, pathOf(address)));
  }

  uses(address: string): EnvUses | undefined {
    return this.certainly(({ graph }) => usesOf(graph, pathOf(address)));
  }

  /** Which tools read an env file. The same list until something else is found. */
  readers(address: string): readonly EnvReader[] {
    const { folder } = this;
    const path = pathOf(address);
    const found = folder.root.searched ? folder.readers : this.above(address, mayTellReader);
    const neighbours = found.flatMap((one) => {
      const text = folder.textAround(one);
      return text === undefined || text.length > MAX_READER_LENGTH ? [] : [{ path: pathOf(one), text }];
    });
    const known = this.told.get(address);
    const isSame = known?.of.length === neighbours.length && neighbours.every(({ text }, i) => known.of[i] === text);
    if (isSame) return known.readers;
    const nearest = [...neighbours].sort((a, b) => distance(a.path, path) - distance(b.path, path));
    const readers = envReaders(path, nearest, (text) => this.store.parsers?.readCompose(text) ?? { services: [] });
    this.told.set(address, { of: neighbours.map(({ text }) => text), readers });
    return readers;
  }

  /** Which image the containers run that are given the file, or the main file of its configuration. */
  imageVersion(address: string, main = address): ImageVersion | undefined {
    const { folder } = this;
    const besides = folder.root.searched ? [] : this.above(address, (name) => isGraphFile(name) && kindOf(name) === undefined);
    return imageVersionFor(folder.containers(besides), [pathOf(address), pathOf(main)]);
  }

  /** With what the files around it give to its containers, as far as that is known. */
  complete(address: string, analysis: ContainerAnalysis): ContainerAnalysis {
    const path = pathOf(address);
    if (!hasNeighbours(analysis.file, path)) return analysis;
    const { revision } = this.folder;
    const known = this.wholes.get(analysis);
    if (known?.revision === revision) return known.whole;
    const file = withNeighbours(analysis.file, path, this.neighbours(address));
    const whole = { ...analysis, file };
    this.wholes.set(analysis, { revision, whole });
    return whole;
  }

  private neighbours(near: string): ContainerNeighbours {
    const { folder, store } = this;
    const read = <T>(path: string, understand: (address: string, text: string) => T): T | undefined => {
      const address = folder.canonical(addressAt(path, near));
      const text = folder.text(address);
      return text === undefined || text.length > MAX_READER_LENGTH ? undefined : understand(address, text);
    };
    return {
      composeFile: (path) => read(path, (address, text) => store.compose(address, text)),
      envFile: (path, dialect) => read(path, (address, text) => store.env(address, text, { dialect, readers: [] }).file),
      configuration: (path) => folder.includes.configuration(folder.canonical(addressAt(path, near))),
    };
  }

  private certainly<T extends { readonly certain: boolean }>(ask: (built: Built) => T | undefined): T | undefined {
    if (!this.folder.root.searched) return undefined;
    const built = this.build();
    const found = ask(built);
    return found === undefined || !built.cut ? found : { ...found, certain: false };
  }

  private build(): Built {
    const { folder } = this;
    if (this.built !== undefined && this.at === folder.revision) return this.built;
    this.at = folder.revision;
    const files = folder.graphFiles();
    const cut = folder.graphCut;
    const before = this.built?.graph.files;
    const isSame = this.built?.cut === cut && before?.length === files.length && files.every((file, i) => before[i] === file);
    if (!isSame || this.built === undefined) this.built = { graph: environmentGraph(files), cut };
    return this.built;
  }

  /** In the folder of a file and those above it, up to that of the repository. */
  private above(address: string, isWanted: (name: string) => boolean): readonly string[] {
    const found: string[] = [];
    let at = folderOf(address);
    for (let i = 0; i < MAX_ABOVE; i++) {
      const listing = this.folder.known.listing(at, [at]);
      if (listing === undefined || listing === "missing") break;
      found.push(...[...listing.files].filter(([name]) => isWanted(name)).map(([, file]) => file));
      if (listing.folders.includes(".git") || folderOf(at) === at) break;
      at = folderOf(at);
    }
    return found.sort();
  }
}

/** How many folders lie between them. */
function distance(a: string, b: string): number {
  const [one, other] = [a.split("/").slice(0, -1), b.split("/").slice(0, -1)];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return one.length + other.length - 2 * same;
}
