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
import { includeTargets, matches } from "../../core/model/includes.ts";
import { readEnvFile } from "../../core/model/envFile.ts";
import { fromSlashes, toSlashes } from "./slashes.ts";

const MAX_BYTES = 200_000;
/** Of one configuration. */
const MAX_FILES = 100;

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
    configuration: (path) => this.configuration(path),
    envFile: (path, dialect) => {
      const text = this.read(path);
      return text === undefined ? undefined : readEnvFile(text, dialect);
    },
  };

  /** The file with all that it includes; undefined where something belongs to it that is not here, or is not understood. */
  private configuration(main: string): readonly ConfigFile[] | undefined {
    const files: ConfigFile[] = [];
    const paths = new Set([main]);
    // Grows while it is gone through.
    for (const path of paths) {
      const text = this.read(path);
      const analysis = text === undefined || paths.size > MAX_FILES ? undefined : analyse("lua", text);
      if (analysis?.kind !== "lua" || analysis.syntax.issues.length > 0) return undefined;
      const included = includedBy(analysis.file, path);
      if (included === undefined) return undefined;
      for (const other of included) paths.add(other);
      files.push(analysis.file);
    }
    return files;
  }

  private read(path: string): string | undefined {
    if (!this.texts.has(path)) this.texts.set(path, readSmall(fromSlashes(path)));
    return this.texts.get(path);
  }
}

/** Undefined where one of them is no file of this machine: what is absolute is meant inside the container. */
function includedBy(file: ConfigFile, path: string): readonly string[] | undefined {
  const targets = includeTargets(file, path);
  const isHere = file.includes.every((one) => one.path.kind === "string" && !one.path.value.startsWith("/"));
  if (!isHere || targets.length < file.includes.length) return undefined;
  const found = targets.map(({ pattern }) =>
    pattern.kind === "file"
      ? [pattern.path]
      : namesIn(fromSlashes(pattern.folder))
          .map((name) => `${pattern.folder}/${name}`)
          .filter((one) => matches(pattern, one)),
  );
  return found.some((some) => some.length === 0) ? undefined : found.flat();
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
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
