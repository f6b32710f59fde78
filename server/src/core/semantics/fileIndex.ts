// One file of a configuration, found by names. Made from the one of the text before where there is one, so that it costs what changed.

import type { Section, Setting } from "../model/config.ts";
import type { LuaFile } from "../model/luaFile.ts";
import type { Part, PlacedPart } from "../model/part.ts";
import type { Schema } from "../schema/schema.ts";
import { moduleNamesIn } from "./moduleNames.ts";
import type { ModuleName } from "./moduleNames.ts";
import { NameIndex } from "./nameIndex.ts";
import { partFacts } from "./partFacts.ts";
import type { PartFacts } from "./partFacts.ts";
import { sectionKey } from "./sections.ts";

/** Which parts two files have in common at both ends. */
export interface PartsChange {
  readonly removed: readonly Part[];
  readonly added: readonly Part[];
  /** How many stay in front of them. */
  readonly before: number;
}

export class FileIndex {
  private readonly options: NameIndex;
  private readonly hostIndex: NameIndex;
  private readonly moduleIndex: NameIndex;
  private readonly facts: WeakMap<Part, PartFacts>;
  private readonly named = new WeakMap<PlacedPart, readonly ModuleName[]>();
  private positions: ReadonlyMap<Part, number> | undefined;
  private inGlobal: readonly number[] | undefined;
  /** Against the file of the index that it was made from. */
  readonly change: PartsChange | undefined;
  /** Of the index that it was made from. */
  readonly madeFrom: object | undefined;
  readonly id: object = {};

  constructor(
    readonly file: LuaFile,
    readonly schema: Schema,
    previous?: FileIndex,
  ) {
    const { parts } = file;
    if (previous?.schema !== schema) {
      this.facts = new WeakMap();
      this.options = NameIndex.of(parts, (part) => this.factsOf(part).settings.keys());
      this.hostIndex = NameIndex.of(parts, (part) => this.factsOf(part).hosts);
      this.moduleIndex = NameIndex.of(parts, (part) => this.factsOf(part).modules);
      return;
    }
    this.facts = previous.facts;
    this.madeFrom = previous.id;
    this.change = partsChange(previous.file.parts, parts);
    const { removed, added } = this.change;
    this.options = previous.options.with(removed, added, (part) => this.factsOf(part).settings.keys());
    this.hostIndex = previous.hostIndex.with(removed, added, (part) => this.factsOf(part).hosts);
    this.moduleIndex = previous.moduleIndex.with(removed, added, (part) => this.factsOf(part).modules);
  }

  factsOf(part: Part): PartFacts {
    let facts = this.facts.get(part);
    if (facts === undefined) {
      facts = partFacts(part, this.schema);
      this.facts.set(part, facts);
    }
    return facts;
  }

  get moduleNames(): readonly string[] {
    return this.moduleIndex.names();
  }

  /** Names of hosts and components that begin more than once. */
  get repeatedHosts(): ReadonlySet<string> {
    return this.hostIndex.repeated;
  }

  get hostNames(): readonly string[] {
    return this.hostIndex.names();
  }

  /** The parts in which something occurs, in their places. */
  placedWith(isWanted: (facts: PartFacts) => boolean): readonly PlacedPart[] {
    return this.file.parts.flatMap((part, i) => (isWanted(this.factsOf(part)) ? [this.placed(i)] : []));
  }

  isSet(option: string): boolean {
    return this.options.has(option);
  }

  hasHost(host: string): boolean {
    return this.hostIndex.has(host);
  }

  sectionsNamed(host: string): readonly Section[] {
    return this.at(this.hostIndex.get(host)).flatMap((i) => this.placed(i).sections.filter((section) => section.host === host));
  }

  settingsNamed(option: string): readonly Setting[] {
    return this.at(this.options.get(option)).flatMap((i) => this.settingsAt(i, option));
  }

  globalSettings(option: string): readonly Setting[] {
    const found = this.globalParts.flatMap((i) => this.settingsAt(i, option));
    return found.filter(({ section }) => section.kind === "global");
  }

  /** Of a host or component. */
  settingsIn(option: string, section: Section): readonly Setting[] {
    const key = sectionKey(section);
    return this.partsOf(section).flatMap((i) => this.settingsAt(i, option).filter((one) => sectionKey(one.section) === key));
  }

  modulesNamed(module: string): readonly ModuleName[] {
    return this.at(this.moduleIndex.get(module)).flatMap((i) => this.modulesAt(i).filter(({ name }) => name === module));
  }

  /** Named in the global section. */
  globalModules(): readonly ModuleName[] {
    return this.globalParts.flatMap((i) => this.modulesAt(i).filter(({ section }) => section.kind === "global"));
  }

  /** Named in the sections of a host or component. */
  modulesIn(section: Section): readonly ModuleName[] {
    const key = sectionKey(section);
    return this.partsOf(section).flatMap((i) => this.modulesAt(i).filter((one) => sectionKey(one.section) === key));
  }

  /** Whether a setting or section that was answered stands in this file. */
  holds(thing: Setting | Section): boolean {
    if (thing === this.file.global) return true;
    const i = thing.identity === undefined ? -1 : this.file.partAt("header" in thing ? thing.header.start : thing.span.start);
    if (i < 0) return false;
    const { settings, sections } = this.placed(i);
    const has = (one: Setting | Section): boolean => one.identity === thing.identity;
    return settings.some(has) || sections.some(has);
  }

  placed(i: number): PlacedPart {
    return this.file.placedPart(i);
  }

  modulesAt(i: number): readonly ModuleName[] {
    const part = this.placed(i);
    let names = this.named.get(part);
    if (names === undefined) {
      names = moduleNamesIn(part, this.schema);
      this.named.set(part, names);
    }
    return names;
  }

  /** Parts with statements of the global section. */
  get globalParts(): readonly number[] {
    this.inGlobal ??= this.file.parts.flatMap(({ section }, i) =>
      this.file.openerOf(i) < 0 || section.kind === "global" ? [i] : [],
    );
    return this.inGlobal;
  }

  /** Parts in which the sections of a host or component begin or go on. */
  partsOf({ host, header }: Section): readonly number[] {
    return host === undefined ? this.withContinuations([this.file.partAt(header.start)]) : this.partsOfHost(host);
  }

  partsOfHost(host: string): readonly number[] {
    return this.withContinuations(this.at(this.hostIndex.get(host)));
  }

  private withContinuations(openers: readonly number[]): readonly number[] {
    const { file } = this;
    return openers.flatMap((opener) => {
      const parts = [opener];
      for (let i = opener + 1; i < file.parts.length && file.openerOf(i) === opener; i++) parts.push(i);
      return parts;
    });
  }

  private settingsAt(i: number, option: string): readonly Setting[] {
    const part = this.file.parts[i];
    const places = part === undefined ? undefined : this.factsOf(part).settings.get(option);
    if (places === undefined) return [];
    const { settings } = this.placed(i);
    return places.flatMap((place) => settings[place] ?? []);
  }

  /** In the order of the file, each once. */
  private at(parts: readonly Part[]): readonly number[] {
    if (parts.length === 0) return [];
    this.positions ??= new Map(this.file.parts.map((part, i) => [part, i]));
    const found = parts.flatMap((part) => this.positions?.get(part) ?? []);
    return found.length < 2 ? found : [...new Set(found)].sort((a, b) => a - b);
  }
}

export function partsChange(old: readonly Part[], now: readonly Part[]): PartsChange {
  const most = Math.min(old.length, now.length);
  let before = 0;
  while (before < most && old[before] === now[before]) before++;
  let after = 0;
  while (after < most - before && old[old.length - 1 - after] === now[now.length - 1 - after]) after++;
  return { before, removed: old.slice(before, old.length - after), added: now.slice(before, now.length - after) };
}
