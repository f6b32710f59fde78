// A stretch of a file that is kept from one text to the next: some statements that follow each other, in one section unless they open
// others. It does not know where it stands.

import type { Chunk } from "../syntax/lua/chunk.ts";
import { shift } from "../text/span.ts";
import type { ConfigPart, Section } from "./config.ts";
import { GLOBAL, INHERITED } from "./lowerChunk.ts";
import type { LoweredChunk } from "./lowerChunk.ts";
import { listItems } from "./value.ts";
import { placedSetting, placedSpan, placedValue } from "./place.ts";

/** So many statements are looked at together: fewer cost less after an edit, more cost less for a whole file. */
const MAX_CHUNKS = 16;

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
  readonly lookedFor: ReadonlySet<string>;
  readonly readNames: readonly string[];
  /** Some statement stands in the global section, whatever was open where the part begins. */
  readonly hasGlobal: boolean;
  /** What `modules_enabled` lists, and of what components are made. */
  readonly namedModules: readonly string[];
  /** It sets variables of the file. */
  readonly hasVariables: boolean;
  /** It sets variables and uses them: what came from them stands at a place of the file. */
  readonly usesOwnVariables: boolean;

  constructor(
    readonly chunks: readonly Chunk[],
    readonly lowered: readonly LoweredChunk[],
  ) {
    this.length = chunks.reduce((sum, { source }) => sum + source.length, 0);
    const opener = lowered.findLastIndex(({ section }) => section !== INHERITED);
    this.section = lowered[opener]?.section ?? INHERITED;
    this.sectionOffset = chunks.slice(0, Math.max(0, opener)).reduce((sum, { source }) => sum + source.length, 0);
    this.sets = new Set(lowered.flatMap(({ sets }) => sets));
    this.asked = lowered.every(({ asked }) => asked.size === 0) ? NONE : new Map(lowered.flatMap(({ asked }) => [...asked]));
    this.lookedFor = new Set(lowered.flatMap(({ lookedFor }) => lookedFor));
    this.readNames = lowered.every(({ readNames }) => readNames.length === 0)
      ? []
      : lowered.flatMap(({ readNames }) => readNames);
    this.hasGlobal = lowered.some(({ section }) => section === GLOBAL);
    this.namedModules = lowered.flatMap(namedModulesIn);
    const variables = lowered.flatMap(({ variables: own }) => [...own.keys()]);
    this.hasVariables = variables.length > 0;
    this.usesOwnVariables = variables.some((name) => this.lookedFor.has(name));
  }
}

function namedModulesIn({ settings, sections }: LoweredChunk): readonly string[] {
  const listed = settings.flatMap(({ name, value }) => (name === "modules_enabled" ? listItems(value) : []));
  return [...listed, ...sections.map(({ module }) => module)].flatMap((value) => (value?.kind === "string" ? [value.value] : []));
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
  const places = part.lowered.map((lowered, i) => {
    const place = at;
    const before = last;
    at += part.chunks[i]?.source.length ?? 0;
    const sectionOf = (section: Section): Section => (section === INHERITED ? before : placeSection(section, place));
    sections.push(...lowered.sections.map(sectionOf));
    last = sectionOf(lowered.section);
    return { lowered, place, sectionOf };
  });
  return {
    part,
    start,
    end: at,
    inherited,
    last,
    sections,
    settings: places.flatMap(({ lowered, place, sectionOf }) =>
      lowered.settings.map((setting) => placedSetting(setting, place, sectionOf(setting.section))),
    ),
    includes: places.flatMap(({ lowered, place, sectionOf }) =>
      lowered.includes.map(({ path, span, section, certain }) => ({
        path: placedValue(path, place),
        span: shift(span, place),
        section: sectionOf(section),
        certain,
      })),
    ),
    envRefs: places.flatMap(({ lowered, place }) => lowered.envRefs.map((ref) => placedSpan(ref, place))),
    luaReads: places.flatMap(({ lowered, place }) => lowered.luaReads.map((read) => placedSpan(read, place))),
    wordReads: places.flatMap(({ lowered, place }) => lowered.wordReads.map((read) => placedSpan(read, place))),
    locals: places.flatMap(({ lowered, place }) =>
      lowered.locals.map(({ name, nameSpan, value, statement }) => ({
        name,
        nameSpan: shift(nameSpan, place),
        value: placedValue(value, place),
        ...(statement === undefined ? {} : { statement: shift(statement, place) }),
      })),
    ),
  };
}

export function cutParts(chunks: readonly Chunk[], lowered: readonly LoweredChunk[]): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  const cut = (to: number): void => {
    if (to > from) parts.push(new Part(chunks.slice(from, to), lowered.slice(from, to)));
    from = to;
  };
  const count = Math.ceil(chunks.length / MAX_CHUNKS);
  for (let i = 1; i <= count; i++) cut(Math.round((chunks.length * i) / count));
  return parts;
}
