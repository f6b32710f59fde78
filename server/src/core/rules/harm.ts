// Compares what a file says before and after a fix. A fix may change what stands at its own edits, and nothing else; and one that may be
// applied without asking leaves everything as it is that users or other servers notice (`sensitive` options).

import { analyse } from "../analyse.ts";
import type { Analysis, LuaAnalysis } from "../analyse.ts";
import type { Setting } from "../model/config.ts";
import type { LuaFile } from "../model/luaFile.ts";
import { keyText } from "../model/value.ts";
import type { Value } from "../model/value.ts";
import type { Schema } from "../schema/schema.ts";
import { isDeprecated } from "../schema/version.ts";
import { partsChange } from "../semantics/fileIndex.ts";
import { sectionKey } from "../semantics/sections.ts";
import { applyEdits, inOrder } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import { touches } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { Fix } from "./rule.ts";

/** `elsewhere`: something away from the edits means another thing now. `noticed`: an option that others notice has another value. */
export type Harm = "elsewhere" | "noticed";

/** Of edits that made one text of the other. Only Lua files that parse are compared; undefined: none was found. */
export function harmOf(before: Analysis, after: Analysis, edits: readonly TextEdit[], schema: Schema): Harm | undefined {
  if (before.kind !== "lua" || after.kind !== "lua" || before.syntax.issues.length > 0) return undefined;
  const { before: front, removed, added } = partsChange(before.file.parts, after.file.parts);
  const old = settingsIn(before.file, front, removed.length);
  const now = settingsIn(after.file, front, added.length);
  const ordered = inOrder(before.text, edits) ?? [];
  const kept = saidOf(
    before,
    old,
    ordered.map(({ span }) => span),
  );
  if (kept !== saidOf(after, now, insertedBy(ordered))) return "elsewhere";
  if (openSection(before.file, front + removed.length) !== openSection(after.file, front + added.length)) return "elsewhere";
  return noticedIn(before.file, old, schema, now) === noticedIn(after.file, now, schema, old) ? undefined : "noticed";
}

/** The same fix, or one that has to be asked for where others notice what it does. */
export function judged(fix: Fix, analysis: LuaAnalysis, schema: Schema): Fix {
  const { edits, safe } = fix;
  if (!safe || !edits.some((edit) => isAboutNoticed(edit, analysis, schema))) return fix;
  const text = applyEdits(analysis.text, edits);
  const after = text === undefined ? undefined : analyse("lua", text, { previous: analysis });
  return after !== undefined && harmOf(analysis, after, edits, schema) === undefined ? fix : { ...fix, safe: false };
}

/** A quick look: the edit stands in such an option, or takes or brings the name of one. */
function isAboutNoticed({ span, newText }: TextEdit, { file, text }: LuaAnalysis, schema: Schema): boolean {
  const isOurs = (name: string): boolean => isNoticed(presentName(name, schema), schema);
  const words = `${text.slice(span.start, span.end)} ${newText}`.match(/[A-Za-z_]\w*/g) ?? [];
  return words.some(isOurs) || file.settingsAround(span.start).some((one) => touches(one.span, span.start) && isOurs(one.name));
}

function settingsIn(file: LuaFile, from: number, count: number): readonly Setting[] {
  return file.parts.slice(from, from + count).flatMap((_, i) => file.placedPart(from + i).settings);
}

/** The section in which what follows begins. */
function openSection(file: LuaFile, part: number): string {
  return part < file.parts.length ? sectionKind(file.placedPart(part).inherited) : "";
}

/** Settings that no edit touches, with their sections, as one text. */
function saidOf({ text }: LuaAnalysis, settings: readonly Setting[], touched: readonly Span[]): string {
  const isTouched = ({ start, end }: Span): boolean => touched.some((one) => one.start <= end && one.end >= start);
  return settings
    .filter(({ span }) => !isTouched(span))
    .map(({ section, span }) => `${sectionKind(section)} ${text.slice(span.start, span.end)}`)
    .join("\n");
}

/** One without a plain name is told by its place, which an edit may move. */
function sectionKind(section: Setting["section"]): string {
  return section.kind === "global" || section.host !== undefined ? sectionKey(section) : section.kind;
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

/** What counts of each option that others notice, under its present name; also of those that only the other text sets in these places. */
function noticedIn(file: LuaFile, settings: readonly Setting[], schema: Schema, others: readonly Setting[]): string {
  const values = new Map<string, string>();
  for (const one of [...others, ...settings]) {
    const present = presentName(one.name, schema);
    if (!isNoticed(present, schema)) continue;
    const key = `${sectionKind(one.section)} ${present}`;
    if (settings.includes(one)) values.set(key, meaning(one.value));
    else values.set(key, globalMeaning(file, one));
  }
  return [...values]
    .map((entry) => entry.join(" "))
    .sort()
    .join("\n");
}

/** What a section takes over where it says nothing itself. */
function globalMeaning(file: LuaFile, { name, section }: Setting): string {
  const global = file.settingsNamed(name).findLast((one) => one.section.kind === "global");
  return global === undefined || section.kind === "global" ? "" : meaning(global.value);
}

/** What this version does not read, nobody notices. */
function isNoticed(name: string, schema: Schema): boolean {
  const option = schema.option(name);
  const isGone = option?.deprecated?.kind === "remove" && isDeprecated(option, schema.version);
  return option?.sensitive === true && option.availability === "now" && !isGone;
}

function presentName(name: string, schema: Schema): string {
  const deprecated = schema.option(name)?.deprecated;
  return deprecated?.kind === "rename" ? (deprecated.to ?? name) : name;
}

/** The same for `"5222"`, `5222` and `{ 5222 }`, which are the same to Prosody, and for lists in another order. */
function meaning(value: Value): string {
  if (value.kind !== "table") return "value" in value ? String(value.value) : value.kind;
  const keyed = value.entries.some(({ key }) => key !== undefined);
  // Of a key that stands twice, the last value counts.
  const entries = new Map(
    value.entries.map((entry) => [keyed ? (keyText(entry) ?? meaning(entry.value)) : meaning(entry.value), entry]),
  );
  const different = [...entries].map(([key, entry]) => (keyed ? `${key}=${meaning(entry.value)}` : key)).sort();
  return different.length === 1 && !keyed ? (different[0] ?? "") : `{${different.join()}}`;
}
