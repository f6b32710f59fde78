// A stretch of a file that is kept from one text to the next: some statements that follow each other, in one section unless they open
// others. It does not know where it stands.

import type { Chunk } from "../syntax/lua/chunk.ts";
import { shift } from "../text/span.ts";
import type { ConfigPart, EnvRef, Include, LocalVariable, LuaRead, Section, Setting } from "./config.ts";
import { GLOBAL, INHERITED } from "./loweredChunk.ts";
import type { LoweredChunk } from "./loweredChunk.ts";
import { listItems } from "./value.ts";
import type { Value } from "./value.ts";
import { kept } from "../text/kept.ts";
import { placedSetting, placedSpan, placedValue } from "./place.ts";

/** A file of more statements than that is cut coarsely at first. */
const LARGE = 2000;

/** So many statements of a whole file are looked at together: more cost less for all of it, fewer cost less after the first edit. */
function sizeIn({ length }: readonly Chunk[]): number {
  return length > LARGE ? 80 : 8;
}

/** Where somebody edits a file, he goes on. */
export const SIZE_OF_EDITED = 4;

const NONE = new Map<string, never>();

export class Part {
  /** Up to the next part. */
  readonly length: number;
  /** The section that goes on behind it; `INHERITED`: the one before it. */
  readonly section: Section;
  /** Where the statement begins that opened it. */
  readonly sectionOffset: number;
  /** Names that some statement sets, and of which one asked whether they were set before. */
  readonly sets: ReadonlySet<string>;
  readonly asked: ReadonlyMap<string, boolean>;
  readonly readNames: readonly string[];
  /** Some statement stands in the global section, whatever was open where the part begins. */
  readonly hasGlobal: boolean;
  /** What `modules_enabled` lists, and of what components are made. */
  readonly namedModules: readonly string[];
  /** All sections are there for sure, and none ends with a function. */
  readonly isPlainlyDivided: boolean;
  /** It sets variables of the file. */
  readonly hasVariables: boolean;
  /** It sets variables and uses them: what came from them stands at a place of the file. */
  readonly usesOwnVariables: boolean;

  /** Where it begins, the section is not known. */
  readonly wasLost: boolean;

  constructor(
    readonly chunks: readonly Chunk[],
    readonly lowered: readonly LoweredChunk[],
  ) {
    let length = 0;
    let section = INHERITED;
    let sectionOffset = 0;
    let hasGlobal = false;
    let isPlainlyDivided = true;
    const sets = new Set<string>();
    const asked = new Map<string, boolean>();
    const readNames: string[] = [];
    const namedModules: string[] = [];
    const variables: string[] = [];
    for (const [i, one] of lowered.entries()) {
      if (one.section !== INHERITED) {
        section = one.section;
        sectionOffset = length;
        hasGlobal ||= section === GLOBAL;
      }
      isPlainlyDivided &&= one.sections.every(({ certain, until }) => certain && until === undefined);
      length += chunks[i]?.source.length ?? 0;
      for (const name of one.sets) sets.add(name);
      if (one.asked.size > 0) for (const [name, answer] of one.asked) asked.set(name, answer);
      readNames.push(...one.readNames);
      addNamedModules(namedModules, one);
      if (one.variables.size > 0) variables.push(...one.variables.keys());
    }
    this.length = length;
    this.wasLost = lowered[0]?.wasLost === true;
    this.section = section;
    this.sectionOffset = sectionOffset;
    this.sets = sets;
    this.asked = asked.size === 0 ? NONE : asked;
    this.readNames = kept(readNames);
    this.hasGlobal = hasGlobal;
    this.isPlainlyDivided = isPlainlyDivided;
    this.namedModules = kept(namedModules);
    this.hasVariables = variables.length > 0;
    this.usesOwnVariables = lowered.some(({ lookedFor }) => lookedFor.some((name) => variables.includes(name)));
  }
}

function addNamedModules(to: string[], { settings, sections }: LoweredChunk): void {
  const add = (value: Value | undefined): void => {
    if (value?.kind === "string") to.push(value.value);
  };
  for (const { name, value } of settings) if (name === "modules_enabled") listItems(value).forEach(add);
  for (const { module } of sections) add(module);
}

/** A part where it stands in a file. */
export interface PlacedPart extends ConfigPart {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
  /** The section in which it begins. */
  readonly inherited: Section;
  /** The section that goes on behind it. */
  readonly last: Section;
}

/** `inherited`: the section in which it begins; `placeSection` moves a section by an offset. */
export function placedPart(
  part: Part,
  start: number,
  inherited: Section,
  placeSection: (section: Section, by: number) => Section,
): PlacedPart {
  let last = inherited;
  let at = start;
  const sections: Section[] = [];
  const settings: Setting[] = [];
  const others: Others = { includes: [], envRefs: [], locals: [], luaReads: [], wordReads: [] };
  for (let i = 0; i < part.lowered.length; i++) {
    const lowered = part.lowered[i];
    if (lowered === undefined) continue;
    const place = at;
    const before = last;
    at += part.chunks[i]?.source.length ?? 0;
    const sectionOf = (section: Section): Section => (section === INHERITED ? before : placeSection(section, place));
    for (const section of lowered.sections) sections.push(sectionOf(section));
    for (const setting of lowered.settings) settings.push(placedSetting(setting, place, sectionOf(setting.section)));
    if (hasOthers(lowered)) placeOthers(others, lowered, place, sectionOf);
    last = sectionOf(lowered.section);
  }
  return { part, start, end: at, inherited, last, sections, settings, ...others };
}

interface Others {
  readonly includes: Include[];
  readonly envRefs: EnvRef[];
  readonly locals: LocalVariable[];
  readonly luaReads: LuaRead[];
  readonly wordReads: LuaRead[];
}

/** Most statements have none. */
function hasOthers({ includes, envRefs, locals, luaReads, wordReads }: LoweredChunk): boolean {
  return includes.length + envRefs.length + locals.length + luaReads.length + wordReads.length > 0;
}

function placeOthers(to: Others, lowered: LoweredChunk, by: number, sectionOf: (section: Section) => Section): void {
  for (const { path, span, section, certain } of lowered.includes)
    to.includes.push({ path: placedValue(path, by), span: shift(span, by), section: sectionOf(section), certain });
  for (const ref of lowered.envRefs) to.envRefs.push(placedSpan(ref, by));
  for (const local of lowered.locals) to.locals.push(placedLocal(local, by));
  for (const read of lowered.luaReads) to.luaReads.push(placedSpan(read, by));
  for (const read of lowered.wordReads) to.wordReads.push(placedSpan(read, by));
}

function placedLocal({ name, nameSpan, value, statement }: LocalVariable, by: number): LocalVariable {
  const placed = { name, nameSpan: shift(nameSpan, by), value: placedValue(value, by) };
  return statement === undefined ? placed : { ...placed, statement: shift(statement, by) };
}

/** `size`: so many statements at most in a part. */
export function cutParts(chunks: readonly Chunk[], lowered: readonly LoweredChunk[], size = sizeIn(chunks)): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  const cut = (to: number): void => {
    if (to > from) parts.push(new Part(chunks.slice(from, to), lowered.slice(from, to)));
    from = to;
  };
  const count = Math.ceil(chunks.length / size);
  for (let i = 1; i <= count; i++) cut(Math.round((chunks.length * i) / count));
  return parts;
}
