// Pairs every single value inside a setting with the type that it should have: finds the module names, the provider names and
// the texts wherever a type allows them, not only in the options that one thinks of.

import { keyText } from "../../../model/value.ts";
import type { TableEntry, TableValue, Value } from "../../../model/value.ts";
import { checkValue } from "../../../schema/kinds/check.ts";
import { isUnion } from "../../../schema/kinds/describe.ts";
import type { DetailedType, SimpleKind, TypeSpec } from "../../../schema/types.ts";

export interface Leaf {
  readonly type: SimpleKind | DetailedType;
  readonly value: Value;
  /** The table it is an item of, and the entry. */
  readonly inside?: { readonly table: TableValue; readonly entry: TableEntry };
  /** A table with named keys, whose values are parts of their own. */
  readonly whole?: true;
}

/** The single values. */
export function leavesOf(type: TypeSpec, value: Value): readonly Leaf[] {
  return partsOf(type, value).filter((part) => part.whole !== true);
}

/** The single values, and the tables with named keys that they stand in. */
export function partsOf(type: TypeSpec, value: Value, inside?: Leaf["inside"]): readonly Leaf[] {
  if (isUnion(type)) {
    const fitting =
      type.find((member) => checkValue(member, value).length === 0) ??
      type.find((member) => isTable(member) === (value.kind === "table"));
    return fitting === undefined ? [] : partsOf(fitting, value, inside);
  }
  const leaf: Leaf = { type, value, ...(inside === undefined ? {} : { inside }) };
  if (value.kind !== "table") return typeof type !== "string" && type.is === "list" ? partsOf(type.items, value, inside) : [leaf];
  if (typeof type === "string")
    return value.entries.flatMap((entry) => (entry.key === undefined ? partsOf(type, entry.value, { table: value, entry }) : []));
  const tables = value.entries.map((entry) => ({ entry, place: { table: value, entry } }));
  switch (type.is) {
    case "list":
      return tables.flatMap(({ entry, place }) => (entry.key === undefined ? partsOf(type.items, entry.value, place) : []));
    case "map":
      return tables.flatMap(({ entry, place }) => (entry.key === undefined ? [] : partsOf(type.values, entry.value, place)));
    case "record": {
      let position = 0;
      const parts = tables.flatMap(({ entry, place }) => {
        const key = entry.key === undefined ? String(++position) : keyText(entry);
        const field = key !== undefined && Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
        return field === undefined ? [] : partsOf(field.type, entry.value, place);
      });
      return [{ ...leaf, whole: true as const }, ...parts];
    }
    default:
      return [leaf];
  }
}

function isTable(type: TypeSpec): boolean {
  return !isUnion(type) && typeof type !== "string" && (type.is === "list" || type.is === "map" || type.is === "record");
}
