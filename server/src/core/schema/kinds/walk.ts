// Goes through a value together with its type and names every typed place in it: list items, keys of records, values of maps.
// What a hover explains and what a rule about names looks at.

import { keyText } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Span } from "../../text/span.ts";
import type { FieldEntry, TypeSpec } from "../types.ts";
import { checkValue } from "./check.ts";
import { isUnion } from "./describe.ts";

export type TypedPlace =
  | { readonly kind: "value"; readonly type: Exclude<TypeSpec, readonly TypeSpec[]>; readonly value: Value }
  | { readonly kind: "field"; readonly name: string; readonly field: FieldEntry; readonly span: Span };

/** Visits tables before their entries. Of a union, the member that fits the value is followed. */
export function walkTyped(type: TypeSpec, value: Value, visit: (place: TypedPlace) => void): void {
  if (isUnion(type)) {
    const fitting =
      type.find((member) => checkValue(member, value).length === 0) ?? type.find((member) => hasForm(member, value));
    if (fitting !== undefined) walkTyped(fitting, value, visit);
    return;
  }
  visit({ kind: "value", type, value });
  if (typeof type === "string") return;
  if (type.is === "list") {
    if (value.kind !== "table") walkTyped(type.items, value, visit);
    else for (const entry of value.entries) if (entry.key === undefined) walkTyped(type.items, entry.value, visit);
  } else if (type.is === "map" && value.kind === "table") {
    for (const entry of value.entries) {
      if (entry.key === undefined) continue;
      walkTyped(type.keys, entry.key.value, visit);
      walkTyped(type.values, entry.value, visit);
    }
  } else if (type.is === "record" && value.kind === "table") {
    let position = 0;
    for (const entry of value.entries) {
      const name = entry.key === undefined ? String(++position) : keyText(entry);
      const field = name !== undefined && Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
      if (field === undefined && entry.key === undefined && type.items !== undefined) walkTyped(type.items, entry.value, visit);
      if (name === undefined || field === undefined) continue;
      if (entry.key !== undefined) visit({ kind: "field", name, field, span: entry.key.span });
      walkTyped(field.type, entry.value, visit);
    }
  }
}

function hasForm(type: TypeSpec, value: Value): boolean {
  const isTableType =
    typeof type === "object" && !isUnion(type) && (type.is === "list" || type.is === "map" || type.is === "record");
  return isTableType === (value.kind === "table");
}

/** The type at the end of a path of keys below a type; "*" stands for a list's item. Unions give every member that goes on. */
export function typesAt(type: TypeSpec, path: readonly string[]): readonly TypeSpec[] {
  const [key, ...rest] = path;
  if (isUnion(type)) return type.flatMap((member) => typesAt(member, path));
  if (key === undefined) return [type];
  if (typeof type === "string") return [];
  if (key === "*" && (type.is === "list" || type.is === "record") && type.items !== undefined) return typesAt(type.items, rest);
  if (type.is === "map") return typesAt(type.values, rest);
  if (type.is === "record") {
    const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
    return field === undefined ? [] : typesAt(field.type, rest);
  }
  return [];
}
