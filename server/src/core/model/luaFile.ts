// The model of one Lua file, made of parts that are kept from one text to the next. What the file as a whole says (`settings`,
// `sections`, …) is put together when somebody asks for it; no key stroke does.

import { lastAtOrBefore } from "../text/lastAtOrBefore.ts";
import type { ConfigFile, ConfigPart, Section, Setting } from "./config.ts";
import { GLOBAL, INHERITED } from "./loweredChunk.ts";
import { placedPart } from "./part.ts";
import type { Part, PlacedPart } from "./part.ts";
import { placedSection } from "./place.ts";
import type { Variables } from "./variables.ts";

export class LuaFile implements ConfigFile {
  readonly kind = "lua";
  readonly global: Section = { kind: "global", header: { start: 0, end: 0 }, certain: true };
  /** Offsets of the parts. */
  private readonly starts: Int32Array;
  /** For each part, the one with the section in which it begins; -1: it begins in the global one. */
  private readonly openers: Int32Array;
  /** For each part, the number of chunks before it; then all of them. */
  private readonly firstChunks: Int32Array;
  private readonly placed = new Map<number, PlacedPart>();
  private readonly placedSections = new Map<Section, Section>();
  private readonly wholes = new Map<keyof ConfigPart, readonly unknown[]>();
  private allSections: readonly Section[] | undefined;
  private allNamedModules: ReadonlySet<string> | undefined;
  private allReadNames: ReadonlySet<string> | undefined;
  private sectionsByName: ReadonlyMap<string, Section> | undefined;

  constructor(
    readonly parts: readonly Part[],
    start: number,
    /** For each part, the variables that are visible where it begins. */
    readonly variables: readonly Variables[],
    /** Some function opens sections: what a statement means depends on all of them. */
    readonly isProgram: boolean,
    /** Of the syntax that it was made from. */
    readonly syntaxId: object,
  ) {
    const count = parts.length;
    const [starts, chunks, openers] = [new Int32Array(count), new Int32Array(count + 1), new Int32Array(count)];
    let at = start;
    let chunk = 0;
    let opener = -1;
    let hasVariables = false;
    for (let i = 0; i < count; i++) {
      const part = parts[i];
      if (part === undefined) continue;
      starts[i] = at;
      openers[i] = opener;
      chunks[i] = chunk;
      at += part.length;
      chunk += part.chunks.length;
      hasVariables ||= part.hasVariables;
      if (part.section !== INHERITED) opener = part.section.kind === "global" ? -1 : i;
    }
    chunks[count] = chunk;
    this.starts = starts;
    this.openers = openers;
    this.firstChunks = chunks;
    this.hasVariables = hasVariables;
  }

  /** Some statement sets a variable of the file. */
  readonly hasVariables: boolean;

  firstChunkOf(part: number): number {
    return this.firstChunks[part] ?? 0;
  }

  /** The part with a chunk, or the number of parts for one behind the last. */
  partOfChunk(chunk: number): number {
    return chunk >= (this.firstChunks.at(-1) ?? 0) ? this.parts.length : lastAtOrBefore(this.firstChunks, chunk);
  }

  /** A part, with the offsets of the file. */
  placedPart(i: number): PlacedPart {
    const known = this.placed.get(i);
    if (known !== undefined) return known;
    const part = this.parts[i];
    if (part === undefined) throw new RangeError("no such part");
    const placed = placedPart(part, this.startOf(i), this.inheritedBy(i), (section, by) => this.placedSection(section, by));
    this.placed.set(i, placed);
    return placed;
  }

  /** The section in which a part begins. */
  private inheritedBy(i: number): Section {
    const opener = this.openerOf(i);
    const part = this.parts[opener];
    return part === undefined ? this.global : this.placedSection(part.section, this.startOf(opener) + part.sectionOffset);
  }

  /** Those that begin in a part. */
  private sectionsOf(i: number): readonly Section[] {
    const part = this.parts[i];
    if (part === undefined || part.lowered.every(({ sections }) => sections.length === 0)) return [];
    let at = this.startOf(i);
    return part.lowered.flatMap(({ sections }, chunk) => {
      const place = at;
      at += part.chunks[chunk]?.source.length ?? 0;
      return sections.map((section) => this.placedSection(section, place));
    });
  }

  /** All sections are there for sure, and none ends with a function. */
  get isPlainlyDivided(): boolean {
    return this.parts.every(({ isPlainlyDivided }) => isPlainlyDivided);
  }

  /** What the file says of an option, anywhere or in some of its parts. */
  settingsNamed(name: string, isWanted: (part: number) => boolean = () => true): readonly Setting[] {
    return this.parts.flatMap(({ sets }, i) =>
      sets.has(name) && isWanted(i) ? this.placedPart(i).settings.filter((setting) => setting.name === name) : [],
    );
  }

  /** The same object for the same section, whatever asks for it. */
  private placedSection(section: Section, by: number): Section {
    if (section === GLOBAL) return this.global;
    let placed = this.placedSections.get(section);
    if (placed === undefined) {
      placed = placedSection(section, by);
      this.placedSections.set(section, placed);
    }
    return placed;
  }

  startOf(i: number): number {
    return this.starts[i] ?? 0;
  }

  /** The part with the section in which a part begins; -1: it begins in the global one. */
  openerOf(i: number): number {
    return this.openers[i] ?? -1;
  }

  /** The last part that begins at or before an offset, or the first one; -1 in a file without any. */
  partAt(offset: number): number {
    return this.parts.length === 0 ? -1 : lastAtOrBefore(this.starts, offset);
  }

  /** The parts that touch an offset: where one ends another begins. */
  partsAround(offset: number): readonly PlacedPart[] {
    const i = this.partAt(offset);
    if (i < 0) return [];
    const isEdge = i > 0 && this.startOf(i) >= offset;
    return isEdge ? [this.placedPart(i - 1), this.placedPart(i)] : [this.placedPart(i)];
  }

  /** Settings of the statement at an offset, and of those near it, in their order. */
  settingsAround(offset: number): readonly Setting[] {
    return this.partsAround(offset).flatMap(({ settings }) => settings);
  }

  sectionsAround(offset: number): readonly Section[] {
    return this.partsAround(offset).flatMap(({ sections }) => sections);
  }

  /** Names that `modules_enabled` lists, and of what components are made, anywhere. */
  get namedModules(): ReadonlySet<string> {
    if (this.allNamedModules === undefined) {
      const names = new Set<string>();
      for (const { namedModules } of this.parts) for (const name of namedModules) names.add(name);
      this.allNamedModules = names;
    }
    return this.allNamedModules;
  }

  /** For each name of hosts and components the first section that is there for sure; not in its place. */
  get firstSections(): ReadonlyMap<string, Section> {
    this.sectionsByName ??= firstByName(this.parts.flatMap(({ lowered }) => lowered.flatMap(({ sections }) => sections)));
    return this.sectionsByName;
  }

  /** Lets go of placed parts and of what was put together from them, which are made again when they are asked for. */
  forgetPlaces(): void {
    this.placed.clear();
    this.placedSections.clear();
    this.wholes.clear();
    this.allSections = undefined;
  }

  /** Hosts and components that begin at or behind an offset, in their order; each is made when it is reached. */
  *sectionsFrom(offset: number): Generator<Section, undefined> {
    for (let i = Math.max(0, this.partAt(offset)); i < this.parts.length; i++) {
      for (const section of this.sectionsOf(i)) if (section.kind !== "global" && section.header.start >= offset) yield section;
    }
  }

  get sections(): readonly Section[] {
    this.allSections ??= [this.global, ...this.parts.flatMap((_, i) => this.sectionsOf(i))];
    return this.allSections;
  }

  get settings(): ConfigFile["settings"] {
    return this.whole("settings");
  }

  get includes(): ConfigFile["includes"] {
    return this.whole("includes");
  }

  get envRefs(): ConfigFile["envRefs"] {
    return this.whole("envRefs");
  }

  get locals(): ConfigFile["locals"] {
    return this.whole("locals");
  }

  get luaReads(): ConfigFile["luaReads"] {
    return this.whole("luaReads");
  }

  get wordReads(): ConfigFile["wordReads"] {
    return this.whole("wordReads");
  }

  get readNames(): ReadonlySet<string> {
    this.allReadNames ??= new Set(this.parts.flatMap(({ readNames }) => readNames));
    return this.allReadNames;
  }

  private whole<Kind extends keyof ConfigPart>(kind: Kind): ConfigPart[Kind] {
    let all = this.wholes.get(kind);
    if (all === undefined) {
      all = this.parts.flatMap((_, i): readonly unknown[] => this.placedPart(i)[kind]);
      this.wholes.set(kind, all);
    }
    return all as ConfigPart[Kind];
  }
}

function firstByName(sections: readonly Section[]): ReadonlyMap<string, Section> {
  const found = sections.flatMap((one) => (one.host !== undefined && one.certain ? [[one.host, one] as const] : []));
  return new Map(found.toReversed());
}
