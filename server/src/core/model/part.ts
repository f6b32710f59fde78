// A stretch of a file that is kept from one text to the next: some statements that follow each other, in one section unless they open
// others. It does not know where it stands.

import type { Chunk } from "../syntax/lua/chunk.ts";
import { shift } from "../text/span.ts";
import type { ConfigPart, Section } from "./config.ts";
import { GLOBAL, INHERITED } from "./lowerChunk.ts";
import type { LoweredChunk } from "./lowerChunk.ts";
import { placedSection, placedSetting, placedSpan, placedValue } from "./place.ts";

/** So many statements of one section are looked at together. */
const MAX_CHUNKS = 32;

export class Part {
  /** Up to the next part. */
  readonly length: number;
  /** The section that goes on behind it; `INHERITED`: the one before it. */
  readonly section: Section;
  /** Names that some statement sets, and of which one asked whether they were set before. */
  readonly sets: ReadonlySet<string>;
  readonly asked: ReadonlyMap<string, boolean>;
  readonly lookedFor: ReadonlySet<string>;
  readonly readNames: readonly string[];
  /** It sets variables of the file. */
  readonly hasVariables: boolean;
  /** It sets variables and uses them: what came from them stands at a place of the file. */
  readonly usesOwnVariables: boolean;

  constructor(
    readonly chunks: readonly Chunk[],
    readonly lowered: readonly LoweredChunk[],
  ) {
    this.length = chunks.reduce((sum, { source }) => sum + source.length, 0);
    this.section = lowered.findLast(({ section }) => section !== INHERITED)?.section ?? INHERITED;
    this.sets = new Set(lowered.flatMap(({ sets }) => sets));
    this.asked = new Map(lowered.flatMap(({ asked }) => [...asked]));
    this.lookedFor = new Set(lowered.flatMap(({ lookedFor }) => lookedFor));
    this.readNames = lowered.flatMap(({ readNames }) => readNames);
    const variables = lowered.flatMap(({ variables: own }) => [...own.keys()]);
    this.hasVariables = variables.length > 0;
    this.usesOwnVariables = variables.some((name) => this.lookedFor.has(name));
  }
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

/** `inherited`: the section in which it begins; `global`: the file's. */
export function placedPart(part: Part, start: number, inherited: Section, global: Section): PlacedPart {
  const known = new Map<Section, Section>([[GLOBAL, global]]);
  let last = inherited;
  let at = start;
  const sections: Section[] = [];
  const places = part.lowered.map((lowered, i) => {
    const place = at;
    at += part.chunks[i]?.source.length ?? 0;
    for (const section of lowered.sections) {
      const placed = placedSection(section, place);
      known.set(section, placed);
      sections.push(placed);
    }
    const before = last;
    last = lowered.section === INHERITED ? last : (known.get(lowered.section) ?? global);
    return { lowered, place, before };
  });
  return {
    part,
    start,
    end: at,
    inherited,
    last,
    sections,
    settings: places.flatMap(({ lowered, place, before }) =>
      lowered.settings.map((setting) => {
        const section = setting.section === INHERITED ? before : known.get(setting.section);
        return placedSetting(setting, place, section ?? global);
      }),
    ),
    includes: places.flatMap(({ lowered, place, before }) =>
      lowered.includes.map(({ path, span, section, certain }) => ({
        path: placedValue(path, place),
        span: shift(span, place),
        section: section === INHERITED ? before : (known.get(section) ?? global),
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

/** What opens a section begins a part. */
export function cutParts(chunks: readonly Chunk[], lowered: readonly LoweredChunk[]): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  const cut = (to: number): void => {
    if (to > from) parts.push(new Part(chunks.slice(from, to), lowered.slice(from, to)));
    from = to;
  };
  lowered.forEach(({ section }, i) => {
    if (section !== INHERITED || i - from >= MAX_CHUNKS) cut(i);
  });
  cut(chunks.length);
  return parts;
}
