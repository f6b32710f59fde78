// Puts what a statement says at its place in a file: the same facts, with offsets that count from the file's start. What stands
// elsewhere, inside the value of a variable, has such offsets already.

import type { Span } from "../text/span.ts";
import { shift } from "../text/span.ts";
import type { Section, Setting } from "./config.ts";
import type { TableEntry, Value } from "./value.ts";

export function placedValue(value: Value, by: number): Value {
  const span = shift(value.span, by);
  if (value.elsewhere === true) return { ...value, span };
  // The usual ones written out: copying what is not known takes several times as long.
  if (value.folded === undefined) {
    if (value.kind === "string") return { kind: "string", value: value.value, span };
    if (value.kind === "number") return { kind: "number", value: value.value, span };
    if (value.kind === "boolean") return { kind: "boolean", value: value.value, span };
    if (value.kind === "table") return { kind: "table", entries: value.entries.map((entry) => placedEntry(entry, by)), span };
  }
  switch (value.kind) {
    case "table":
      return { ...value, span, entries: value.entries.map((entry) => placedEntry(entry, by)) };
    case "env":
      return value.fallback === undefined ? { ...value, span } : { ...value, span, fallback: placedValue(value.fallback, by) };
    default:
      return { ...value, span };
  }
}

function placedEntry({ span, key, value }: TableEntry, by: number): TableEntry {
  const place = shift(span, by);
  if (key === undefined) return { span: place, value: placedValue(value, by) };
  return { span: place, key: { span: shift(key.span, by), value: placedValue(key.value, by) }, value: placedValue(value, by) };
}

export function placedSection(section: Section, by: number): Section {
  const { directive, name, module, header, table, until } = section;
  return {
    ...section,
    header: shift(header, by),
    ...(directive === undefined ? {} : { directive: { text: directive.text, span: shift(directive.span, by) } }),
    ...(name === undefined ? {} : { name: placedValue(name, by) }),
    ...(module === undefined ? {} : { module: placedValue(module, by) }),
    ...(table === undefined ? {} : { table: shift(table, by) }),
    ...(until === undefined ? {} : { until: until + by }),
    identity: section,
  };
}

/** `section`: the one in which it stands, placed. */
export function placedSetting(setting: Setting, by: number, section: Section): Setting {
  return {
    name: setting.name,
    nameSpan: shift(setting.nameSpan, by),
    value: placedValue(setting.value, by),
    span: shift(setting.span, by),
    section,
    form: setting.form,
    certain: setting.certain && section.certain,
    identity: setting,
  };
}

export function placedSpan<Thing extends { readonly span: Span }>(thing: Thing, by: number): Thing {
  return { ...thing, span: shift(thing.span, by) };
}
