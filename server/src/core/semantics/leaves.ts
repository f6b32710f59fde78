// Pairs every single value inside a setting with the type that it should have: finds the module names, the provider names and
// the texts wherever a type allows them, not only in the options that one thinks of.

import { keyText } from "../model/value.ts";
import type { TableEntry, TableValue, Value } from "../model/value.ts";
import { checkValue } from "../schema/kinds/check.ts";
import { isUnion } from "../schema/kinds/describe.ts";
import type { DetailedType, SimpleKind, TypeSpec } from "../schema/types.ts";

export interface Leaf extends Place {
  readonly type: SimpleKind | DetailedType;
  readonly value: Value;
  /** A table with named keys, whose values are parts of their own. */
  readonly whole: true | undefined;
}

interface Place {
  /** The table it is an item of, and the entry. */
  readonly inside: { readonly table: TableValue; readonly entry: TableEntry } | undefined;
  /** All that may stand there, where the type leaves a choice. */
  readonly among: readonly TypeSpec[] | undefined;
  /** It stands in a list, or alone where a list is meant. */
  readonly item: true | undefined;
}

const OUTSIDE: Place = { inside: undefined, among: undefined, item: undefined };

/** The single values. */
export function leavesOf(type: TypeSpec, value: Value): readonly Leaf[] {
  return partsOf(type, value).filter((part) => part.whole !== true);
}

/** The single values, and the tables with named keys that they stand in. */
export function partsOf(type: TypeSpec, value: Value): readonly Leaf[] {
  const parts: Leaf[] = [];
  collect(parts, type, value, OUTSIDE);
  return parts;
}

function collect(parts: Leaf[], type: TypeSpec, value: Value, { inside, among, item }: Place): void {
  if (isUnion(type)) {
    const fitting =
      type.find((member) => checkValue(member, value).length === 0) ??
      type.find((member) => isTable(member) === (value.kind === "table"));
    if (fitting !== undefined) collect(parts, fitting, value, { inside, among: type, item });
    return;
  }
  const leaf = (whole: true | undefined): Leaf => ({ type, value, inside, among, item, whole });
  if (value.kind !== "table") {
    if (typeof type === "string" || type.is !== "list") parts.push(leaf(undefined));
    else collect(parts, type.items, value, { inside, among: undefined, item: true });
    return;
  }
  const isRecord = typeof type !== "string" && type.is === "record";
  const isOpen = typeof type === "string" || type.is === "list" || type.is === "map" || isRecord;
  if (!isOpen || isRecord) parts.push(leaf(isRecord ? true : undefined));
  if (!isOpen) return;
  let position = 0;
  for (const entry of value.entries) {
    const isItem = entry.key === undefined;
    if (isItem) position++;
    const wanted = typeof type === "string" ? (isItem ? type : undefined) : entryType(type, entry, position);
    if (wanted === undefined) continue;
    const isListItem = typeof type !== "string" && type.is === "list";
    collect(parts, wanted, entry.value, {
      inside: { table: value, entry },
      among: undefined,
      item: isListItem ? true : undefined,
    });
  }
}

/** What may stand in an entry of a table; `position`: among those without keys, from 1. */
function entryType(type: DetailedType, entry: TableEntry, position: number): TypeSpec | undefined {
  switch (type.is) {
    case "list":
      return entry.key === undefined ? type.items : undefined;
    case "map":
      return entry.key === undefined ? undefined : type.values;
    case "record": {
      const key = entry.key === undefined ? String(position) : keyText(entry);
      if (key !== undefined && Object.hasOwn(type.fields, key)) return type.fields[key]?.type;
      return entry.key === undefined ? type.items : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether values of such a kind can occur in it at all: asked first, as most options hold none. */
export function mayHold(type: TypeSpec, wanted: (kind: SimpleKind | DetailedType) => boolean): boolean {
  if (isUnion(type)) return type.some((member) => mayHold(member, wanted));
  if (wanted(type)) return true;
  if (typeof type === "string") return false;
  switch (type.is) {
    case "list":
      return mayHold(type.items, wanted);
    case "map":
      return mayHold(type.values, wanted);
    case "record":
      return [...Object.values(type.fields).map((field) => field.type), ...(type.items === undefined ? [] : [type.items])].some(
        (inner) => mayHold(inner, wanted),
      );
    default:
      return false;
  }
}

function isTable(type: TypeSpec): boolean {
  return !isUnion(type) && typeof type !== "string" && (type.is === "list" || type.is === "map" || type.is === "record");
}
