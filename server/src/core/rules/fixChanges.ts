// What edits change of what a file says: settings, sections, includes and local variables that are gone, and those that are new. A fix may
// change what it was reported for, what it writes itself, and what it says that it changes besides.

import type { LuaAnalysis } from "../analyse.ts";
import type { Section } from "../model/config.ts";
import type { LuaFile } from "../model/luaFile.ts";
import { partsChange } from "../semantics/fileIndex.ts";
import type { TextEdit } from "../text/edit.ts";
import { inOrder } from "../text/edit.ts";
import { NOWHERE, overlaps } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { sectionWords } from "./noticed.ts";

/** What a fix is about: the place of its report, and the names of what it changes elsewhere. */
export interface Declared {
  readonly at: Span;
  readonly changes: readonly string[];
}

/** The statements that are others now, in both texts. */
export interface Stretch {
  readonly from: number;
  readonly old: number;
  readonly now: number;
}

export function stretchBetween(before: LuaFile, after: LuaFile): Stretch {
  const { before: from, removed, added } = partsChange(before.parts, after.parts);
  return { from, old: removed.length, now: added.length };
}

/** Names of what changes and is not declared; what stands behind the edits stays in its section. */
export function undeclaredChanges(
  before: LuaAnalysis,
  after: LuaAnalysis,
  { from, old, now }: Stretch,
  edits: readonly TextEdit[],
  declared: readonly Declared[],
): readonly string[] {
  const ordered = inOrder(before.text, edits) ?? [];
  const touched = ordered.map(({ span }) => span);
  const inserted = insertedBy(ordered);
  const reported = declared.flatMap(({ at }) => reportedOptions(before.file, at));
  const changed = undeclaredThings(
    thingsIn(before, from, old, touched),
    thingsIn(after, from, now, inserted),
    edits,
    reported.length === 0 ? declared : [...declared, { at: NOWHERE, changes: reported }],
  );
  const behind =
    openSection(before.file, from + old, touched) === openSection(after.file, from + now, inserted) ? [] : ["the section below"];
  return [...changed, ...behind];
}

/** Names of what is gone or new and is neither reported nor declared, nor written by the edits. */
export function undeclaredThings(
  was: readonly Thing[],
  is: readonly Thing[],
  edits: readonly TextEdit[],
  declared: readonly Declared[],
): readonly string[] {
  const names = new Set([
    ...declared.flatMap(({ changes }) => changes),
    ...was.filter(({ span }) => declared.some(({ at }) => overlaps(span, at))).map(({ name }) => name),
  ]);
  const written = new Set(edits.flatMap(({ newText }) => newText.match(/[A-Za-z_]\w*/g) ?? []));
  const gone = without(was, is).filter(({ name }) => !names.has(name));
  const come = without(is, was).filter(({ name }) => !names.has(name) && !written.has(name));
  return [...new Set([...gone, ...come].map(({ name }) => name))];
}

export interface Thing {
  readonly name: string;
  /** With its section and its value. */
  readonly key: string;
  readonly span: Span;
}

function reportedOptions(file: LuaFile, at: Span): readonly string[] {
  return file.settingsAround(at.start).flatMap(({ name, span }) => (overlaps(span, at) ? [name] : []));
}

/** A section whose header is edited may be called otherwise afterwards. */
const EDITED = "edited";

function thingsIn({ file, text }: LuaAnalysis, from: number, count: number, edited: readonly Span[]): readonly Thing[] {
  const source = ({ start, end }: Span): string => text.slice(start, end);
  return file.parts.slice(from, from + count).flatMap((_, i) => {
    const { settings, sections, includes, locals } = file.placedPart(from + i);
    return [
      ...settings.map(({ name, section, span }) => ({ name, key: `${wordsOf(section, edited)} ${source(span)}`, span })),
      ...sections.map(({ header, directive }) => ({ name: directive?.text ?? "", key: source(header), span: header })),
      ...includes.map(({ span }) => ({ name: "Include", key: source(span), span })),
      ...locals.map(({ name, nameSpan, statement, value }) => ({ name, key: source(value.span), span: statement ?? nameSpan })),
    ];
  });
}

function wordsOf(section: Section, edited: readonly Span[]): string {
  const { header, kind } = section;
  return kind !== "global" && edited.some((span) => overlaps(span, header)) ? EDITED : sectionWords(section);
}

/** The section in which what follows begins. */
function openSection(file: LuaFile, part: number, edited: readonly Span[]): string {
  return part < file.parts.length ? wordsOf(file.placedPart(part).inherited, edited) : "";
}

function without(some: readonly Thing[], others: readonly Thing[]): readonly Thing[] {
  const left = new Map<string, number>();
  const keyOf = ({ name, key }: Thing): string => `${name} ${key}`;
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return some.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), count - 1);
    return count <= 0;
  });
}

/** Where the new texts stand in the changed text. */
function insertedBy(ordered: readonly TextEdit[]): readonly Span[] {
  let by = 0;
  return ordered.map(({ span, newText }) => {
    const start = span.start + by;
    by += newText.length - (span.end - span.start);
    return { start, end: start + newText.length };
  });
}
