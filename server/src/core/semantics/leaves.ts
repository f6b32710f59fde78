// Pairs every single value inside a setting with the type that it should have: finds the module names, the provider names and
// the texts wherever a type allows them, not only in the options that one thinks of.

import { keyText } from "../model/value.ts";
import type { TableEntry, TableValue, Value } from "../model/value.ts";
import { checkValue } from "../schema/kinds/check.ts";
import { isUnion } from "../schema/kinds/describe.ts";
import type { DetailedType, SimpleKind, TypeSpec } from "../schema/types.ts";

export interface Leaf {
  readonly type: SimpleKind | DetailedType;
  readonly value: Value;
  /** The table it is an item of, and the entry. */
  readonly inside?: { readonly table: TableValue; readonly entry: TableEntry };
  /** A table with named keys, whose values are parts of their own. */
  readonly whole?: true;
  /** All that may stand there, where the type leaves a choice. */
  readonly among?: readonly TypeSpec[];
  /** It stands in a list, or alone where a list is meant. */
  readonly item?: true;
}

/** The single values. */
export function leavesOf(type: TypeSpec, value: Value): readonly Leaf[] {
  return partsOf(type, value).filter((part) => part.whole !== true);
}

/** The single values, and the tables with named keys that they stand in. */
export function partsOf(type: TypeSpec, value: Value): readonly Leaf[] {
  return partsAt(type, value, {});
}

function partsAt(type: TypeSpec, value: Value, place: Place): readonly Leaf[] {
  if (isUnion(type)) {
    const fitting =
      type.find((member) => checkValue(member, value).length === 0) ??
      type.find((member) => isTable(member) === (value.kind === "table"));
    return fitting === undefined ? [] : partsAt(fitting, value, { ...place, among: type });
  }
  const leaf: Leaf = { ...place, type, value };
  if (value.kind !== "table") {
    if (typeof type === "string" || type.is !== "list") return [leaf];
    const { inside } = place;
    return partsAt(type.items, value, inside === undefined ? { item: true } : { inside, item: true });
  }
  if (typeof type === "string")
    return value.entries.flatMap((entry) =>
      entry.key === undefined ? partsAt(type, entry.value, { inside: { table: value, entry } }) : [],
    );
  const tables = value.entries.map((entry) => ({ entry, place: { inside: { table: value, entry } } }));
  switch (type.is) {
    case "list":
      return tables.flatMap(({ entry, place }) =>
        entry.key === undefined ? partsAt(type.items, entry.value, { ...place, item: true }) : [],
      );
    case "map":
      return tables.flatMap(({ entry, place }) => (entry.key === undefined ? [] : partsAt(type.values, entry.value, place)));
    case "record": {
      let position = 0;
      const parts = tables.flatMap(({ entry, place }) => {
        const key = entry.key === undefined ? String(++position) : keyText(entry);
        const field = key !== undefined && Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
        return field === undefined ? [] : partsAt(field.type, entry.value, place);
      });
      return [{ ...leaf, whole: true as const }, ...parts];
    }
    default:
      return [leaf];
  }
}

type Place = Pick<Leaf, "inside" | "among" | "item">;

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
      return Object.values(type.fields).some((field) => mayHold(field.type, wanted));
    default:
      return false;
  }
}

function isTable(type: TypeSpec): boolean {
  return !isUnion(type) && typeof type !== "string" && (type.is === "list" || type.is === "map" || type.is === "record");
}
