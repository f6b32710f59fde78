// The files around the configurations that are checked: from the ones given, following their Includes on the disk. Nothing is searched
// for above them: what was not given and is not included is not known.

import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { analyse } from "../../core/analyse.ts";
import type { Analysis, LuaAnalysis } from "../../core/analyse.ts";
import type { Include } from "../../core/model/config.ts";
import { matches } from "../../core/model/includes.ts";
import { includeKey, patternOf, projectAround } from "../../core/model/projectAround.ts";
import type { KnownFile } from "../../core/model/projectAround.ts";
import type { Exposure, Project } from "../../core/model/project.ts";
import { exposureOf } from "../../exposure/exposure.ts";
import { Versioned } from "../../exposure/versioned.ts";
import { fromSlashes, toSlashes } from "./slashes.ts";

const MAX_FILES = 1_000;
const MAX_BYTES = 2_000_000;

interface DiskFile extends KnownFile {
  /** By which it was given or included; `path` is what links lead to. */
  readonly place: string;
  readonly targets: ReadonlyMap<string, readonly string[] | undefined>;
}

export class DiskProjects {
  private readonly files = new Map<string, DiskFile>();
  /** Of those that are checked. */
  private readonly exposures = new Map<string, Exposure>();
  private readonly repositories = new Versioned();
  private cut = false;

  /** A file that is checked. */
  async add(path: string, analysis: Analysis): Promise<void> {
    const real = realPath(resolve(path));
    if (analysis.kind !== "lua" || real === undefined) return;
    this.exposures.set(real, await exposureOf(real, this.repositories));
    this.replace(path, analysis);
  }

  /** Its text, or the new one. */
  replace(path: string, analysis: Analysis): void {
    if (analysis.kind !== "lua") return;
    const place = resolve(path);
    this.put(this.files.get(realPath(place) ?? "")?.place ?? place, analysis);
  }

  of(path: string): Project | undefined {
    const real = realPath(resolve(path));
    if (real === undefined || !this.files.has(real)) return undefined;
    const found = projectAround(real, {
      file: (at) => this.files.get(at),
      targets: (at, include) => this.files.get(at)?.targets.get(includeKey(include) ?? ""),
      includers: (at) => [...this.files.values()].filter((one) => includes(one, at)).map((one) => one.path),
    });
    return found === undefined || !this.cut ? found : { ...found, complete: false };
  }

  private put(place: string, analysis: LuaAnalysis): void {
    const path = realPath(place);
    if (path === undefined) return;
    const { text, file, syntax } = analysis;
    const targets = new Map<string, readonly string[] | undefined>();
    this.files.set(path, {
      path,
      place,
      name: relative(process.cwd(), place),
      text,
      file,
      whole: syntax.issues.length === 0,
      targets,
      ...this.exposures.get(path),
    });
    for (const include of file.includes) {
      const key = includeKey(include);
      if (key !== undefined) targets.set(key, this.follow(include, place));
    }
  }

  /** What an Include stands for, read if it was not yet. */
  private follow(include: Include, place: string): readonly string[] | undefined {
    const pattern = patternOf(include, toSlashes(place));
    if (pattern === undefined) return undefined;
    const folder = fromSlashes(pattern.kind === "file" ? dirname(pattern.path) : pattern.folder);
    try {
      const names = pattern.kind === "file" ? [] : readdirSync(folder).sort();
      const found =
        pattern.kind === "file"
          ? [fromSlashes(pattern.path)].filter((path) => existsSync(path) || !existsSync(folder))
          : names.map((name) => join(folder, name)).filter((path) => matches(pattern, toSlashes(path)));
      return found.map((path) => this.read(path));
    } catch {
      // It is for another machine, or not for our eyes.
      return undefined;
    }
  }

  /** Where the file really is; throws when it cannot be read. */
  private read(place: string): string {
    const path = realpathSync(place);
    if (this.files.has(path)) return path;
    const { size } = statSync(path);
    if (this.files.size >= MAX_FILES || size > MAX_BYTES) {
      this.cut = true;
      return path;
    }
    const analysis = analyse("lua", readFileSync(path, "utf8"));
    if (analysis.kind === "lua") this.put(place, analysis);
    return path;
  }
}

function includes({ targets }: DiskFile, path: string): boolean {
  return [...targets.values()].some((found) => found?.includes(path) === true);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
