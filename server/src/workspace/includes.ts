// The one walker of Include: which files a configuration is made of, and who includes a file. It works on what is known of the disk; what
// is not known yet is asked for while it walks, and cannot be told until it is there.

import type { LuaAnalysis } from "../core/analyse.ts";
import type { ConfigFile } from "../core/model/config.ts";
import { includeTargets, matches } from "../core/model/includes.ts";
import type { IncludePattern } from "../core/model/includes.ts";
import { includeKey, patternOf, projectAround } from "../core/model/projectAround.ts";
import type { FilesBelow, Included, KnownFiles } from "../core/model/projectAround.ts";
import type { Project } from "../core/model/project.ts";
import { addressAt, folderOf, inFolder, pathOf } from "./address.ts";
import { MAIN_FILE } from "./evaluation.ts";
import type { Listing } from "./files.ts";

/** The configurations of a folder, by normal address. */
export interface ConfigSource {
  /** Those that are open or were found. */
  configs(): Iterable<string>;
  /** Another one for another text. Undefined: not there, or not yet known. */
  config(address: string): LuaAnalysis | undefined;
  /** Whether it could include anything, which is seen faster than understood. */
  mayInclude(address: string): boolean;
  /** `missing`: there is no such folder. Undefined: it lies outside of what is seen, or is not known yet. */
  list(folder: string): Listing | "missing" | undefined;
  /** By which path Prosody gets to the file: a link's, where one leads there. */
  place(address: string): string;
  /** For people. */
  label(address: string): string;
  /** Grows with what is known of folders. */
  readonly listed: number;
  /** Grows with every change. */
  readonly revision: number;
}

/** Where a file is included. */
export interface IncludedBy {
  readonly address: string;
  /** From 0. */
  readonly line: number;
}

/** What the Includes of one file stand for, by path as written. */
interface Followed {
  readonly file: ConfigFile | undefined;
  readonly listed: number;
  readonly targets: ReadonlyMap<string, Included | undefined>;
}

/** More files are no configuration. */
const MAX_FILES = 1_000;

export class Includes {
  private readonly followed = new Map<string, Followed>();
  private includers: ReadonlyMap<string, readonly string[]> = new Map();
  private readonly made = new Map<string, FilesBelow>();
  /** All configurations. */
  private known: ReadonlySet<string> = new Set();
  private at = -1;

  constructor(private readonly source: ConfigSource) {}

  /** Undefined where two configurations share the file. */
  project(path: string): Project | undefined {
    const { source } = this;
    const includers = this.includersBy();
    const own = this.follow(path);
    const known: KnownFiles = {
      file: (at) => {
        const analysis = source.config(at);
        if (analysis === undefined) return undefined;
        const { text, file, syntax } = analysis;
        return { path: at, name: source.label(source.place(at)), text, file, whole: syntax.issues.length === 0 };
      },
      included: (at, include) => (at === path ? own : this.follow(at)).targets.get(includeKey(include) ?? ""),
      includers: (at) => includers.get(at) ?? [],
      mainAbove: (at) => {
        const main = inFolder(folderOf(folderOf(at)), MAIN_FILE);
        return this.known.has(main) ? main : undefined;
      },
    };
    return projectAround(path, known, this.made);
  }

  /** Other files that include this one. */
  includedBy(address: string): readonly IncludedBy[] {
    return (this.includersBy().get(address) ?? []).flatMap((by) => {
      const analysis = by === address ? undefined : this.source.config(by);
      if (analysis === undefined) return [];
      const { targets } = this.follow(by);
      return includeTargets(analysis.file, pathOf(this.source.place(by))).flatMap(({ span, key }) => {
        const included = targets.get(key);
        const isHere = included?.kind === "files" && included.paths.includes(address);
        return isHere ? [{ address: by, line: analysis.lines.at(span.start).line }] : [];
      });
    });
  }

  /** The files of a configuration that is put into a container, from its main file on; undefined where not all of it is known. */
  configuration(main: string): readonly ConfigFile[] | undefined {
    const files: ConfigFile[] = [];
    const addresses = new Set([main]);
    // Grows while it is gone through.
    for (const address of addresses) {
      const analysis = addresses.size > MAX_FILES ? undefined : this.source.config(address);
      if (analysis === undefined || analysis.syntax.issues.length > 0) return undefined;
      for (const include of analysis.file.includes) {
        // What is absolute is meant inside the container.
        const isHere = include.path.kind === "string" && !include.path.value.startsWith("/");
        const included = isHere ? this.follow(address).targets.get(includeKey(include) ?? "") : undefined;
        if (included?.kind !== "files" || included.paths.length === 0) return undefined;
        for (const path of included.paths) addresses.add(path);
      }
      files.push(analysis.file);
    }
    return files;
  }

  /** The same as far as it is there, where the folder of the main file takes the place of `mounted` in the container. */
  filesInContainer(main: string, mounted: string): readonly ConfigFile[] {
    const files: ConfigFile[] = [];
    const folder = pathOf(folderOf(main));
    const addresses = new Set([main]);
    for (const address of addresses) {
      const analysis = addresses.size > MAX_FILES ? undefined : this.source.config(address);
      if (analysis === undefined) continue;
      files.push(analysis.file);
      for (const { pattern } of includeTargets(analysis.file, pathOf(address))) {
        const included = this.resolve(address, moved(pattern, mounted, folder));
        if (included?.kind === "files") for (const path of included.paths) addresses.add(path);
      }
    }
    return files;
  }

  /** What a pattern stands for that is written in a file. */
  resolve(from: string, pattern: IncludePattern): Included | undefined {
    const folder = pattern.kind === "glob" ? pattern.folder : pattern.path.slice(0, pattern.path.lastIndexOf("/")) || "/";
    const listing = this.source.list(addressAt(folder, from));
    if (listing === undefined) return undefined;
    if (listing === "missing") return { kind: "missing" };
    const isMeant = (name: string): boolean => matches(pattern, `${folder.replace(/\/$/, "")}/${name}`);
    // A folder is no file that Prosody could read.
    if (pattern.kind === "file" && listing.folders.some(isMeant)) return { kind: "missing" };
    if (listing.others.some(isMeant)) return undefined;
    const names = [...listing.files.keys()].filter(isMeant).sort();
    if (pattern.kind === "file" && names.length === 0) return { kind: "missing" };
    return { kind: "files", paths: [...new Set(names.map((name) => listing.files.get(name) ?? name))] };
  }

  private follow(address: string): Followed {
    const { source } = this;
    const known = this.followed.get(address);
    const file = source.mayInclude(address) ? source.config(address)?.file : undefined;
    if (known !== undefined && known.file === file && known.listed === source.listed) return known;
    const place = source.place(address);
    const targets = new Map<string, Included | undefined>();
    for (const include of file?.includes ?? []) {
      const key = includeKey(include);
      const pattern = file === undefined || key === undefined ? undefined : patternOf(include, pathOf(place));
      if (key !== undefined) targets.set(key, pattern === undefined ? undefined : this.resolve(place, pattern));
    }
    const followed = { file, listed: source.listed, targets };
    this.followed.set(address, followed);
    return followed;
  }

  private includersBy(): ReadonlyMap<string, readonly string[]> {
    if (this.at === this.source.revision) return this.includers;
    this.at = this.source.revision;
    this.made.clear();
    const by = new Map<string, string[]>();
    const all = new Set(this.source.configs());
    // Grows: what is included need not be named like a configuration.
    for (const address of all) {
      for (const target of targetsOf(this.follow(address))) {
        const list = by.get(target);
        if (list === undefined) by.set(target, [address]);
        else if (!list.includes(address)) list.push(address);
        if (all.size < 2 * MAX_FILES) all.add(target);
      }
    }
    for (const address of this.followed.keys()) if (!all.has(address)) this.followed.delete(address);
    this.includers = by;
    this.known = all;
    return by;
  }
}

function targetsOf({ targets }: Followed): readonly string[] {
  return [...targets.values()].flatMap((included) => (included?.kind === "files" ? included.paths : []));
}

/** Where a path inside the container is here. */
function moved(pattern: IncludePattern, from: string, to: string): IncludePattern {
  const here = (path: string): string => (path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path);
  return pattern.kind === "file" ? { ...pattern, path: here(pattern.path) } : { ...pattern, folder: here(pattern.folder) };
}
