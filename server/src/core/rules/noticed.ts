// What users and other servers notice of some settings: the values of `sensitive` options, and which modules are loaded. Two texts with the
// same answer are the same to them.

import type { ConfigPart, Setting } from "../model/config.ts";
import type { LuaFile } from "../model/luaFile.ts";
import { keyText } from "../model/value.ts";
import type { Value } from "../model/value.ts";
import { isAutoloaded } from "../schema/schema.ts";
import type { Schema } from "../schema/schema.ts";
import { isDeprecated } from "../schema/version.ts";
import { inheritsModule } from "../semantics/loaded.ts";
import { sectionKey } from "../semantics/sections.ts";

/** Statements of a file. */
export type Said = Pick<ConfigPart, "settings" | "sections" | "includes">;

const MODULE_LISTS: readonly string[] = ["modules_enabled", "modules_disabled"];

/** Some statements of one text, and what only another text has in these places. */
export function noticedIn(file: LuaFile, said: Said, schema: Schema, others: Said): string {
  const { settings, sections, includes } = said;
  const values = new Map([["includes", includes.map(({ path }) => meaning(path)).join()]]);
  for (const { kind, host, module } of sections) values.set(`${kind} ${host ?? ""}`, module === undefined ? "" : meaning(module));
  /** Worked out once for each key: of a hundred settings with one name, too. */
  const once = (key: string, work: () => string): void => {
    if (!values.has(key)) values.set(key, work());
  };
  const isOne = (one: Setting): boolean => !MODULE_LISTS.includes(one.name) && isNoticed(one.name, schema);
  const keyOf = ({ section, name }: Setting): string => `${sectionWords(section)} ${presentName(name, schema)}`;
  for (const one of settings) if (isOne(one)) values.set(keyOf(one), meaning(one.value));
  for (const one of others.settings) if (isOne(one)) once(keyOf(one), () => globalMeaning(file, one));
  for (const { name, section } of [...settings, ...others.settings])
    if (MODULE_LISTS.includes(name)) once(`${sectionWords(section)} modules`, () => modulesOf(file, section, schema));
  return [...values]
    .map((entry) => entry.join(" "))
    .sort()
    .join("\n");
}

/** What this version does not read, nobody notices. */
export function isNoticed(name: string, schema: Schema): boolean {
  if (MODULE_LISTS.includes(name)) return true;
  const option = schema.option(presentName(name, schema));
  const isGone = option?.deprecated?.kind === "remove" && isDeprecated(option, schema.version);
  return option?.sensitive === true && option.availability === "now" && !isGone;
}

/** One without a plain name is told by its place, which an edit may move. */
export function sectionWords(section: Setting["section"]): string {
  return section.kind === "global" || section.host !== undefined ? sectionKey(section) : section.kind;
}

function presentName(name: string, schema: Schema): string {
  const deprecated = schema.option(name)?.deprecated;
  return deprecated?.kind === "rename" ? (deprecated.to ?? name) : name;
}

/** What a section takes over where it says nothing itself. */
function globalMeaning(file: LuaFile, { name, section }: Setting): string {
  const global = file.settingsNamed(name, (i) => mayHold(file, i, "*")).findLast((one) => one.section.kind === "global");
  return global === undefined || section.kind === "global" ? "" : meaning(global.value);
}

/** Those that a section loads beside the usual ones, and the usual ones that it does not load. */
function modulesOf(file: LuaFile, section: Setting["section"], schema: Schema): string {
  const usual = (name: string): boolean => {
    const module = schema.module(name);
    return section.kind !== "component" && module !== undefined && isAutoloaded(module, schema.version);
  };
  const inherited =
    section.kind === "global"
      ? []
      : namedIn(file, "modules_enabled", "*").filter((name) => inheritsModule(name, section.kind, schema));
  const own = sectionWords(section);
  const enabled = [...inherited, ...namedIn(file, "modules_enabled", own)].filter((name) => doesSomething(name, schema));
  const off = new Set(namedIn(file, "modules_disabled", own));
  const on = enabled.filter((name) => !off.has(name) && !usual(name));
  const missing = [...off].filter(usual).map((name) => `-${name}`);
  return [...new Set([...on, ...missing])].sort().join();
}

function namedIn(file: LuaFile, option: string, section: string): readonly string[] {
  const all = file.settingsNamed(option, (i) => mayHold(file, i, section)).filter((one) => sectionWords(one.section) === section);
  const from = all.findLastIndex(({ form }) => form === "assign" || form === "field");
  return all.slice(Math.max(from, 0)).flatMap(({ value }) => {
    const values =
      value.kind === "table" ? value.entries.flatMap((entry) => (entry.key === undefined ? [entry.value] : [])) : [value];
    return values.map((one) => (one.kind === "string" ? one.value : meaning(one)));
  });
}

/** A quick look at which sections a part has to do with: giving things their places takes long in a large file. */
function mayHold(file: LuaFile, i: number, wanted: string): boolean {
  const opener = file.openerOf(i);
  const part = file.parts[i];
  if (wanted === "*") return opener < 0 || part?.hasGlobal === true;
  const inherited = file.parts[opener]?.section;
  const begun = part?.lowered.flatMap(({ sections }) => sections) ?? [];
  return [...(inherited === undefined ? [] : [inherited]), ...begun].some((section) => sectionWords(section) === wanted);
}

/** Prosody puts `mod_` in front of a name itself. */
function doesSomething(name: string, schema: Schema): boolean {
  if (name.trim() === "" || (name.startsWith("mod_") && schema.module(name.slice(4)) !== undefined)) return false;
  const { entry, availability } = schema.module(name) ?? {};
  return !(entry?.deprecated?.kind === "remove" && isDeprecated(entry, schema.version)) && availability !== "gone";
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
