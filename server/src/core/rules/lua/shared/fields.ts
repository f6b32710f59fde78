// The keys inside tables that the type of an option knows, wherever they stand, with what is known of them.

import { keyText } from "../../../model/value.ts";
import type { TableEntry, TableValue, Value } from "../../../model/value.ts";
import { isUnion } from "../../../schema/kinds/describe.ts";
import type { FieldEntry, TypeSpec } from "../../../schema/types.ts";
import type { LuaContext } from "../../rule.ts";

export interface Field {
  readonly name: string;
  readonly field: FieldEntry;
  readonly entry: TableEntry;
  readonly table: TableValue;
}

/** Worked out once for a part of a file, as many rules ask. `type`: that of the option. */
export function fieldsIn(context: LuaContext, type: TypeSpec, value: Value): readonly Field[] {
  if (value.kind !== "table") return NONE;
  const known = context.once(newFields);
  let fields = known.get(value);
  if (fields === undefined) {
    fields = fieldsOf(type, value);
    known.set(value, fields);
  }
  return fields;
}

const NONE: readonly Field[] = [];

function newFields(): Map<Value, readonly Field[]> {
  return new Map();
}

function fieldsOf(type: TypeSpec, value: Value): readonly Field[] {
  if (value.kind !== "table" || typeof type === "string") return [];
  if (isUnion(type)) return type.flatMap((member) => fieldsOf(member, value));
  if (type.is === "list") return value.entries.flatMap((entry) => fieldsOf(type.items, entry.value));
  if (type.is !== "record") return [];
  const { fields, items } = type;
  return value.entries.flatMap((entry) => {
    const name = keyText(entry) ?? "";
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (entry.key === undefined && items !== undefined) return fieldsOf(items, entry.value);
    return field === undefined ? [] : [{ name, field, entry, table: value }, ...fieldsOf(field.type, entry.value)];
  });
}
