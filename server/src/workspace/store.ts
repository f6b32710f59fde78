// One text, understood once: whoever asks for the same file with the same text gets the same analysis. What the file was before is kept
// until the next text comes, so that only what changed is understood anew.

import { analyse } from "../core/analyse.ts";
import type { ContainerAnalysis, EnvAnalysis, LuaAnalysis } from "../core/analyse.ts";
import { graphFile } from "../core/graphFiles.ts";
import type { ContainerParsers } from "../core/graphFiles.ts";
import type { ContainerFile } from "../core/model/container.ts";
import type { GraphFile } from "../core/model/environment/files.ts";
import type { EnvDialectChoice } from "../core/model/envFile.ts";
import type { EnvReader } from "../core/model/envReaders.ts";
import { mayConcernContainers } from "../core/source.ts";
import type { ContainerKind, FileKind } from "../core/source.ts";
import { LineIndex } from "../core/text/lineIndex.ts";
import { pathOf } from "./address.ts";
import type { OpenDocument } from "./documents.ts";

/** How an env file is to be read. */
export interface EnvReading {
  readonly dialect: EnvDialectChoice;
  readonly readers: readonly EnvReader[];
}

interface Understood {
  readonly text: string;
  lua?: LuaAnalysis;
  /** Of the text before, until this one is understood. */
  previous?: LuaAnalysis;
  env?: readonly (EnvReading & { readonly analysis: EnvAnalysis })[];
  containers?: ContainerAnalysis | undefined;
  /** Of all images. */
  compose?: ContainerFile | undefined;
  graph?: { readonly file: GraphFile | undefined };
}

export class Store {
  /** What understands texts about containers: much code that few servers need, loaded with the first such text. */
  parsers: ContainerParsers | undefined;
  private readonly known = new Map<string, Understood>();

  /** To be waited for before something is asked that such texts are a part of. */
  async prepare(files: Iterable<Pick<OpenDocument, "kind" | "text">>): Promise<void> {
    if (this.parsers !== undefined) return;
    for (const { kind, text } of files) {
      if (kind === undefined || kind === "lua" || kind === "env") continue;
      // Services of any image share env files with ours.
      if (kind !== "compose" && !mayConcernContainers(text)) continue;
      this.parsers = await import("../core/analyseContainers.ts");
      return;
    }
  }

  lua(address: string, text: string): LuaAnalysis {
    const entry = this.entry(address, text);
    if (entry.lua !== undefined) return entry.lua;
    const analysis = analyse("lua", text, { previous: entry.previous }) as LuaAnalysis;
    delete entry.previous;
    entry.lua = analysis;
    return analysis;
  }

  env(address: string, text: string, { dialect, readers }: EnvReading): EnvAnalysis {
    const entry = this.entry(address, text);
    const known = entry.env?.find((one) => one.dialect === dialect && isSame(one.readers, readers));
    if (known !== undefined) return known.analysis;
    const analysis = analyse("env", text, { dialect, readers }) as EnvAnalysis;
    entry.env = [...(entry.env ?? []), { dialect, readers, analysis }];
    return analysis;
  }

  /** Undefined when the text is none of our business. One that was, stays: what was said of it has to be taken back. */
  containers(address: string, text: string, kind: ContainerKind): ContainerAnalysis | undefined {
    const before = this.known.get(address);
    const entry = this.entry(address, text);
    if (!("containers" in entry)) {
      const found = this.parsers?.analyseContainers(kind, text);
      entry.containers = found ?? (before?.containers === undefined ? undefined : nothing(kind, text));
    }
    return entry.containers;
  }

  /** The services of a compose file, of any images. */
  compose(address: string, text: string): ContainerFile | undefined {
    const entry = this.entry(address, text);
    return (entry.compose ??= entry.containers?.file ?? this.parsers?.readComposeContainers(text).file);
  }

  /** What the file says of variables; undefined: nothing that could be followed. */
  graphFile(address: string, text: string, kind: FileKind | ContainerKind | undefined): GraphFile | undefined {
    const entry = this.entry(address, text);
    const known = kind === "lua" ? entry.lua : kind === "compose" ? entry.containers : undefined;
    entry.graph ??= { file: graphFile(pathOf(address), text, kind, this.parsers, known) };
    return entry.graph.file;
  }

  /** It is not open any more. */
  forget(address: string): void {
    this.known.delete(address);
  }

  private entry(address: string, text: string): Understood {
    const known = this.known.get(address);
    if (known?.text === text) return known;
    const previous = known?.lua ?? known?.previous;
    const entry: Understood = { text, ...(previous === undefined ? {} : { previous }) };
    this.known.set(address, entry);
    return entry;
  }
}

function isSame(one: readonly EnvReader[], other: readonly EnvReader[]): boolean {
  return one === other || (one.length === 0 && other.length === 0);
}

function nothing(source: ContainerKind, text: string): ContainerAnalysis {
  const file: ContainerFile = { kind: "container", form: "compose", containers: [] };
  return { kind: "container", source, text, lines: new LineIndex(text), file, comments: [] };
}
