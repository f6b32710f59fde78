// The files around a configuration, for the rules that look at them. How the files of a workspace folder include each other is found
// out in the background and kept; a key stroke only puts the new text of its file in its place.

import { URI } from "vscode-uri";
import { analyse } from "../core/analyse.ts";
import type { LuaAnalysis } from "../core/analyse.ts";
import type { Include } from "../core/model/config.ts";
import { includeKey, patternOf, projectAround } from "../core/model/projectAround.ts";
import type { KnownFile } from "../core/model/projectAround.ts";
import type { Project } from "../core/model/project.ts";
import type { Folders } from "./folders.ts";
import { MAX_FILES, normal } from "./includeGraph.ts";
import type { IncludeGraph } from "./includeGraph.ts";
import { withinPatience } from "./patience.ts";

export interface ProjectParts {
  readonly graph: IncludeGraph;
  readonly folders: Folders;
  /** Somebody reads files for us. */
  canRead(): boolean;
  /** Open configurations as they are being edited, by normal address. */
  open(): ReadonlyMap<string, LuaAnalysis>;
  /** Files below a folder stand in another project now. */
  changed(folder: string): void;
}

/** Milliseconds that a file waits for its folder to be looked at for the first time. */
const PATIENCE = 1_000;
/** Milliseconds in which changes are gathered. */
const QUIET = 200;
/** Milliseconds of work after which requests have their turn. */
const TURN = 20;

export class Projects {
  private readonly known = new Map<string, FolderProjects>();

  constructor(private readonly parts: ProjectParts) {}

  /** Undefined where nothing is known of the files around. */
  async of(uri: string): Promise<Project | undefined> {
    const folder = this.parts.folders.of(uri);
    if (folder === undefined || !this.parts.canRead()) return undefined;
    let known = this.known.get(folder);
    if (known === undefined) {
      known = new FolderProjects(folder, this.parts);
      this.known.set(folder, known);
    }
    return known.project(normal(uri));
  }

  /** Files came, went or changed on the disk, or were opened or closed. */
  filesChanged(): void {
    for (const known of this.known.values()) known.lookSoon();
  }

  /** Folders changed. */
  forget(): void {
    for (const known of this.known.values()) known.stop();
    this.known.clear();
  }
}

/** What the Includes of the files stand for, by file and by path as written. */
type Resolved = ReadonlyMap<string, ReadonlyMap<string, readonly string[] | undefined>>;

interface Seen {
  readonly resolved: Resolved;
  readonly texts: ReadonlyMap<string, string>;
  readonly includers: ReadonlyMap<string, readonly string[]>;
  /** There may be more files than were looked at. */
  readonly cut: boolean;
}

class FolderProjects {
  private seen: Seen | undefined;
  private readonly parsed = new Map<string, { readonly text: string; readonly analysis: LuaAnalysis }>();
  private looking: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStopped = false;
  private isGiven = false;

  constructor(
    private readonly folder: string,
    private readonly parts: ProjectParts,
  ) {}

  async project(path: string): Promise<Project | undefined> {
    if (this.seen === undefined) await withinPatience((this.looking ??= this.look()), PATIENCE);
    this.isGiven = true;
    const { seen } = this;
    if (seen === undefined) return undefined;
    const open = this.parts.open();
    if (this.isOutdated(seen, open)) this.lookSoon();
    const found = projectAround(path, {
      file: (at) => this.file(at, seen, open),
      targets: (at, include) => seen.resolved.get(at)?.get(includeKey(include) ?? ""),
      includers: (at) => seen.includers.get(at) ?? [],
    });
    return found === undefined || !seen.cut ? found : { ...found, complete: false };
  }

  lookSoon(): void {
    clearTimeout(this.timer);
    if (this.isStopped || this.seen === undefined) return;
    this.timer = setTimeout(() => {
      this.looking = (this.looking ?? Promise.resolve()).then(() => this.look());
    }, QUIET);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private file(path: string, seen: Seen, open: ReadonlyMap<string, LuaAnalysis>): KnownFile | undefined {
    const text = seen.texts.get(path);
    const analysis = open.get(path) ?? (text === undefined ? undefined : this.analysisOf(path, text));
    if (analysis === undefined) return undefined;
    return {
      path,
      name: this.parts.folders.label(path, this.folder),
      text: analysis.text,
      file: analysis.file,
      whole: analysis.syntax.issues.length === 0,
    };
  }

  private analysisOf(path: string, text: string): LuaAnalysis | undefined {
    const known = this.parsed.get(path);
    if (known?.text === text) return known.analysis;
    const analysis = analyse("lua", text);
    if (analysis.kind !== "lua") return undefined;
    this.parsed.set(path, { text, analysis });
    return analysis;
  }

  /** Somebody is writing an Include, or opened a file that was not there. */
  private isOutdated({ resolved, cut }: Seen, open: ReadonlyMap<string, LuaAnalysis>): boolean {
    for (const [path, { file }] of open) {
      if (this.parts.folders.of(path) !== this.folder) continue;
      const known = resolved.get(path);
      if (known === undefined && cut) continue;
      const keys = new Set(file.includes.flatMap((include) => includeKey(include) ?? []));
      if (known?.size !== keys.size || [...keys].some((key) => !known.has(key))) return true;
    }
    return false;
  }

  private async look(): Promise<void> {
    try {
      const now = await this.lookOnce();
      if (this.isStopped) return;
      const differs = this.seen === undefined || fingerprint(this.seen) !== fingerprint(now) || textsDiffer(this.seen, now);
      this.seen = now;
      for (const path of this.parsed.keys()) if (!now.texts.has(path)) this.parsed.delete(path);
      if (differs && this.isGiven) this.parts.changed(this.folder);
    } catch {
      // What cannot be looked at is not known.
    }
  }

  private async lookOnce(): Promise<Seen> {
    const { graph } = this.parts;
    const texts = new Map(await graph.configurations(this.folder));
    let cut = texts.size >= MAX_FILES;
    const resolved = new Map<string, ReadonlyMap<string, readonly string[] | undefined>>();
    const includers = new Map<string, string[]>();
    let turn = Date.now();
    // Grows: what is included need not be named like a configuration.
    for (const [path, text] of texts) {
      const targets = new Map<string, readonly string[] | undefined>();
      for (const include of this.includesOf(path, text)) {
        const key = includeKey(include);
        if (key === undefined || targets.has(key)) continue;
        const found = await this.resolve(path, text, include);
        targets.set(key, found);
        for (const target of found ?? []) {
          includers.set(target, [...new Set([...(includers.get(target) ?? []), path])]);
          if (texts.has(target)) continue;
          const content = await graph.text(target);
          if (texts.size >= 2 * MAX_FILES || content === undefined) cut = true;
          else texts.set(target, content);
        }
      }
      resolved.set(path, targets);
      if (Date.now() - turn <= TURN) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      turn = Date.now();
    }
    return { resolved, texts, includers, cut };
  }

  private includesOf(path: string, text: string): readonly Include[] {
    // Most files include nothing, which is seen faster than understood.
    if (!/include/i.test(text)) return [];
    return (this.parts.open().get(path) ?? this.analysisOf(path, text))?.file.includes ?? [];
  }

  private async resolve(path: string, text: string, include: Include): Promise<readonly string[] | undefined> {
    const file = this.analysisOf(path, text)?.file;
    const address = URI.parse(path);
    const pattern = file === undefined ? undefined : patternOf(include, address.path);
    if (pattern === undefined) return undefined;
    const place = pattern.kind === "file" ? pattern.path : `${pattern.folder.replace(/\/$/, "")}/x`;
    // What lies outside of the workspace cannot be seen.
    if (this.parts.folders.of(address.with({ path: place }).toString()) === undefined) return undefined;
    return this.parts.graph.matching(path, pattern);
  }
}

function fingerprint({ resolved, cut }: Seen): string {
  return JSON.stringify([cut, [...resolved].map(([path, targets]) => [path, [...targets]])]);
}

function textsDiffer({ texts: before }: Seen, { texts: now }: Seen): boolean {
  return before.size !== now.size || [...now].some(([path, text]) => before.get(path) !== text);
}
