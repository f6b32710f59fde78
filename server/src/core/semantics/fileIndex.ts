// One file of a configuration, found by names. Made from the one of the text before where there is one, so that it costs what changed.

import type { Include, Section, Setting } from "../model/config.ts";
import { INHERITED } from "../model/loweredChunk.ts";
import type { LuaFile } from "../model/luaFile.ts";
import type { Part, PlacedPart } from "../model/part.ts";
import type { Schema } from "../schema/schema.ts";
import { addTo } from "../text/addTo.ts";
import { replaced } from "../text/replaced.ts";
import type { NameKind } from "./filesByName.ts";
import { moduleNamesIn } from "./moduleNames.ts";
import type { ModuleName, ModuleUse } from "./moduleNames.ts";
import { NameIndex } from "./nameIndex.ts";
import type { NamesEdit, NamesIn } from "./nameIndex.ts";
import { partFacts } from "./partFacts.ts";
import type { PartFacts } from "./partFacts.ts";
import { sectionKey } from "./sections.ts";

/** Where an option is set in no more parts than this, they are looked at rather than those of a section, which may be thousands. */
const FEW = 8;

/** Which parts two files have in common at both ends. */
export interface PartsChange {
  readonly removed: readonly Part[];
  readonly added: readonly Part[];
  /** How many stay in front of them. */
  readonly before: number;
}

/** Modules that a part names. */
interface NamedModules {
  readonly all: readonly ModuleName[];
  readonly byName: ReadonlyMap<string, readonly ModuleName[]>;
}

export interface FactsChange {
  readonly gone: readonly PartFacts[];
  readonly come: readonly PartFacts[];
  /** As many parts, with sections of the same kinds: the others stand in the sections in which they stood. */
  readonly keepsSections: boolean;
}

export class FileIndex {
  private readonly byName: Readonly<Record<NameKind, NameIndex>>;
  private readonly totals = new Map<Counted, number>();
  /** Of the parts of the file. */
  readonly facts: readonly PartFacts[];
  private readonly named = new WeakMap<PlacedPart, NamedModules>();
  /** Where parts were when they were last looked for. */
  private readonly positions: WeakMap<Part, number>;
  private inGlobal: readonly number[] | undefined;
  /** Where it was found; -1: there is none. */
  private includeAt: number | undefined;
  /** The host that was asked for last: one asks for all of its options. */
  private lastHost: { readonly host: string; readonly parts: readonly number[] } | undefined;
  /** Against the file of the index that it was made from. */
  readonly change: FactsChange | undefined;
  /** Of the index that it was made from. */
  readonly madeFrom: object | undefined;
  readonly id: object = {};

  constructor(
    readonly file: LuaFile,
    readonly schema: Schema,
    previous?: FileIndex,
  ) {
    const { parts } = file;
    this.positions = previous?.schema === schema ? previous.positions : new WeakMap();
    if (previous?.schema !== schema) {
      this.facts = parts.map((part) => partFacts(part, schema));
      parts.forEach((part, i) => this.positions.set(part, i));
      this.byName = forEachKind((kind) => NameIndex.of(parts, this.facts, NAMES[kind]));
      return;
    }
    this.madeFrom = previous.id;
    const change = partsChange(previous.file.parts, parts);
    const { before, removed, added } = change;
    const gone = previous.facts.slice(before, before + removed.length);
    const come = added.map((part) => partFacts(part, schema));
    this.change = { gone, come, keepsSections: openings(removed) === openings(added) };
    added.forEach((part, i) => this.positions.set(part, before + i));
    this.facts = replaced(previous.facts, before, before + removed.length, come);
    const edit: NamesEdit = { removed, gone, added, come };
    this.byName = forEachKind((kind) => previous.byName[kind].with(edit, NAMES[kind]));
    for (const [what, before] of previous.totals) this.totals.set(what, before + count(come, what) - count(gone, what));
  }

  /** How many there are in all parts, or how many parts have such. */
  total(what: Counted): number {
    const total = this.totals.get(what) ?? count(this.facts, what);
    this.totals.set(what, total);
    return total;
  }

  get moduleNames(): readonly string[] {
    return this.byName.module.names().filter((name) => !name.includes(" "));
  }

  /** All names of a kind that occur; those of modules as in `PartFacts.modules`. */
  names(kind: NameKind): readonly string[] {
    return this.byName[kind].names();
  }

  has(kind: NameKind, name: string): boolean {
    return this.byName[kind].has(name);
  }

  /** Names of hosts and components that begin more than once. */
  get repeatedHosts(): ReadonlySet<string> {
    return this.byName.host.repeated;
  }

  get firstInclude(): Include | undefined {
    this.includeAt ??= this.facts.findIndex(({ hasIncludes }) => hasIncludes);
    return this.includeAt < 0 ? undefined : this.placed(this.includeAt).includes[0];
  }

  /** The parts in which something occurs, in their places. */
  placedWith(isWanted: (facts: PartFacts) => boolean): readonly PlacedPart[] {
    return this.facts.flatMap((facts, i) => (isWanted(facts) ? [this.placed(i)] : []));
  }

  sectionsNamed(host: string): readonly Section[] {
    return this.at(this.byName.host.get(host)).flatMap((i) => this.placed(i).sections.filter((section) => section.host === host));
  }

  settingsNamed(option: string): readonly Setting[] {
    return this.settingsOf(this.at(this.byName.option.get(option)), option, () => true);
  }

  globalSettings(option: string): readonly Setting[] {
    const named = this.byName.option;
    const parts = named.count(option) < this.globalParts.length ? this.at(named.get(option)) : this.globalParts;
    return this.settingsOf(parts, option, ({ kind }) => kind === "global");
  }

  /** Of a host or component. */
  settingsIn(option: string, section: Section): readonly Setting[] {
    const key = sectionKey(section);
    const named = this.byName.option;
    const parts = named.count(option) <= FEW ? this.at(named.get(option)) : this.partsOf(section);
    return this.settingsOf(parts, option, (one) => sectionKey(one) === key);
  }

  private settingsOf(parts: readonly number[], option: string, isMeant: (section: Section) => boolean): readonly Setting[] {
    const found: Setting[] = [];
    for (const i of parts) {
      const places = this.facts[i]?.settings.get(option);
      if (places === undefined) continue;
      const { settings } = this.placed(i);
      for (const place of places) {
        const setting = settings[place];
        if (setting !== undefined && isMeant(setting.section)) found.push(setting);
      }
    }
    return found;
  }

  modulesNamed(module: string, use: ModuleUse | undefined): readonly ModuleName[] {
    const parts = this.byName.module.get(use === undefined ? module : `${use} ${module}`);
    const found = this.at(parts).flatMap((i) => this.modulesIn(i).byName.get(module) ?? []);
    return use === undefined ? found : found.filter((one) => one.use === use);
  }

  /** Named in the global section; `module`: the places of that one. */
  globalModules(module?: string): readonly ModuleName[] {
    return this.globalParts.flatMap((i) => this.namedAt(i, module).filter(({ section }) => section.kind === "global"));
  }

  /** Named in the sections of a host or component; `module`: the places of that one. */
  modulesOf(section: Section, module?: string): readonly ModuleName[] {
    const key = sectionKey(section);
    const found: ModuleName[] = [];
    for (const i of this.partsOf(section)) {
      for (const one of this.namedAt(i, module)) if (sectionKey(one.section) === key) found.push(one);
    }
    return found;
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
    return this.modulesIn(i).all;
  }

  private namedAt(i: number, module: string | undefined): readonly ModuleName[] {
    return module === undefined ? this.modulesAt(i) : (this.modulesIn(i).byName.get(module) ?? []);
  }

  private modulesIn(i: number): NamedModules {
    const part = this.placed(i);
    let names = this.named.get(part);
    if (names === undefined) {
      const all = moduleNamesIn(part, this.schema);
      names = { all, byName: byNameOf(all) };
      this.named.set(part, names);
    }
    return names;
  }

  /** Parts with statements of the global section. */
  get globalParts(): readonly number[] {
    if (this.inGlobal === undefined) {
      const found: number[] = [];
      const { parts } = this.file;
      for (let i = 0; i < parts.length; i++) if (this.file.openerOf(i) < 0 || parts[i]?.hasGlobal === true) found.push(i);
      this.inGlobal = found;
    }
    return this.inGlobal;
  }

  /** Parts in which the sections of a host or component begin or go on. */
  partsOf({ host, header }: Section): readonly number[] {
    return host === undefined ? this.partsFrom(header.start) : this.partsOfHost(host);
  }

  /** Parts of the one section that begins at an offset. */
  partsFrom(start: number): readonly number[] {
    return this.withContinuations([this.file.partAt(start)]);
  }

  partsOfHost(host: string): readonly number[] {
    if (this.lastHost?.host !== host)
      this.lastHost = { host, parts: this.withContinuations(this.at(this.byName.host.get(host))) };
    return this.lastHost.parts;
  }

  private withContinuations(openers: readonly number[]): readonly number[] {
    const { file } = this;
    const parts: number[] = [];
    for (const opener of openers) {
      parts.push(opener);
      for (let i = opener + 1; i < file.parts.length && file.openerOf(i) === opener; i++) parts.push(i);
    }
    return parts;
  }

  /** Mostly where it was, or not far from there. */
  private positionOf(part: Part): number {
    const { parts } = this.file;
    const before = this.positions.get(part) ?? 0;
    for (let away = 0; ; away++) {
      const isOutside = before - away < 0 && before + away >= parts.length;
      const found = parts[before + away] === part ? before + away : parts[before - away] === part ? before - away : -1;
      if (found < 0 && !isOutside) continue;
      this.positions.set(part, found);
      return found;
    }
  }

  /** In the order of the file, each once. */
  private at(parts: readonly Part[]): readonly number[] {
    if (parts.length === 0) return [];
    const found = parts.map((part) => this.positionOf(part));
    return found.length < 2 ? found : [...new Set(found)].sort((a, b) => a - b);
  }
}

function byNameOf(modules: readonly ModuleName[]): NamedModules["byName"] {
  const byName = new Map<string, ModuleName[]>();
  for (const module of modules) addTo(byName, module.name, module);
  return byName;
}

export function partsChange(old: readonly Part[], now: readonly Part[]): PartsChange {
  const most = Math.min(old.length, now.length);
  let before = 0;
  while (before < most && old[before] === now[before]) before++;
  let after = 0;
  while (after < most - before && old[old.length - 1 - after] === now[now.length - 1 - after]) after++;
  return { before, removed: old.slice(before, old.length - after), added: now.slice(before, now.length - after) };
}

function openings(parts: readonly Part[]): string {
  return parts
    .map(({ lowered, section }) => {
      const kinds = lowered.flatMap(({ sections }) => sections.map(({ kind, certain }) => `${kind} ${certain}`));
      return `${kinds.join()} then ${section === INHERITED ? "as before" : section.kind}`;
    })
    .join("; ");
}

/** What is counted of each part. */
const COUNTED = {
  sections: ({ sections }) => sections.length,
  hosts: ({ sections }) => sections.filter(({ kind }) => kind === "host").length,
  unnamed: ({ sections }) => sections.filter(({ host }) => host === undefined).length,
  uncertain: ({ isUncertain }) => Number(isUncertain),
  doubtful: ({ isDoubtful }) => Number(isDoubtful),
  inFunctions: ({ isInFunction }) => Number(isInFunction),
  includes: ({ hasIncludes }) => Number(hasIncludes),
  locals: ({ hasLocals }) => Number(hasLocals),
  luaReads: ({ hasLuaReads }) => Number(hasLuaReads),
} satisfies Readonly<Record<string, (facts: PartFacts) => number>>;

export type Counted = keyof typeof COUNTED;

function count(facts: readonly PartFacts[], what: Counted): number {
  const of = COUNTED[what];
  return facts.reduce((sum, one) => sum + of(one), 0);
}

/** By which names parts are found. */
const NAMES: Readonly<Record<NameKind, NamesIn>> = {
  option: ({ settings }) => settings.keys(),
  host: ({ hosts }) => hosts,
  module: ({ modules }) => modules,
  kind: ({ kinds }) => kinds,
  read: ({ readNames }) => readNames,
};

function forEachKind(make: (kind: NameKind) => NameIndex): Readonly<Record<NameKind, NameIndex>> {
  return { option: make("option"), host: make("host"), module: make("module"), kind: make("kind"), read: make("read") };
}
