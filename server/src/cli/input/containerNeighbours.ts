// The files on the disk that give something to the containers of another one: compose files, env files and configurations that it names,
// or that stand beside it. Each is read once in a run; what cannot be read is not known.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { analyse } from "../../core/analyse.ts";
import { readComposeContainers } from "../../core/analyseContainers.ts";
import type { ConfigFile } from "../../core/model/config.ts";
import type { ContainerFile } from "../../core/model/container.ts";
import { withNeighbours } from "../../core/model/containerNeighbours.ts";
import type { ContainerNeighbours } from "../../core/model/containerNeighbours.ts";
import { matches } from "../../core/model/includes.ts";
import type { IncludePattern } from "../../core/model/includes.ts";
import { wholeConfiguration } from "../../core/model/wholeConfiguration.ts";
import { readEnvFile } from "../../core/model/envFile.ts";
import { fromSlashes, toSlashes } from "./slashes.ts";

const MAX_BYTES = 200_000;

export class NeighboursOnDisk {
  private readonly texts = new Map<string, string | undefined>();

  /** The containers of the file at `path` with what the files around it give them. */
  complete(file: ContainerFile, path: string): ContainerFile {
    return withNeighbours(file, toSlashes(resolve(path)), this.neighbours);
  }

  private readonly neighbours: ContainerNeighbours = {
    composeFile: (path) => {
      const text = this.read(path);
      return text === undefined ? undefined : readComposeContainers(text);
    },
    configuration: (path) => wholeConfiguration(path, { file: (at) => this.config(at), matching: filesMatching }),
    envFile: (path, dialect) => {
      const text = this.read(path);
      return text === undefined ? undefined : readEnvFile(text, dialect);
    },
  };

  private config(path: string): ConfigFile | undefined {
    const text = this.read(path);
    const analysis = text === undefined ? undefined : analyse("lua", text);
    return analysis?.kind === "lua" && analysis.syntax.issues.length === 0 ? analysis.file : undefined;
  }

  private read(path: string): string | undefined {
    if (!this.texts.has(path)) this.texts.set(path, readSmall(fromSlashes(path)));
    return this.texts.get(path);
  }
}

function filesMatching(pattern: IncludePattern): readonly string[] {
  if (pattern.kind === "file") return [pattern.path];
  try {
    const names = readdirSync(fromSlashes(pattern.folder));
    return names.map((name) => `${pattern.folder}/${name}`).filter((path) => matches(pattern, path));
  } catch {
    return [];
  }
}

function readSmall(path: string): string | undefined {
  try {
    const status = statSync(path);
    return status.isFile() && status.size <= MAX_BYTES ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
