// Where a value has the wrong shape: a list in place of a single value or the other way round, a list in a list, a key in a list.
// Each shape has a rule of its own.

import { keyText } from "../../../model/value.ts";
import type { TableEntry, TableValue, Value } from "../../../model/value.ts";
import { checkValue } from "../../../schema/kinds/check.ts";
import { isUnion } from "../../../schema/kinds/describe.ts";
import type { TypeSpec } from "../../../schema/types.ts";
import type { LuaContext } from "../../rule.ts";
import { fatality } from "./valueForms.ts";
import { typedSettings } from "./typedSettings.ts";
import type { TypedSetting } from "./typedSettings.ts";

export type Shape =
  /** Several items where one value is wanted. */
  | { readonly kind: "several"; readonly value: TableValue; readonly type: TypeSpec }
  /** A single value where Prosody insists on a list. */
  | { readonly kind: "single"; readonly value: Value; readonly type: TypeSpec; readonly items: TypeSpec }
  /** A list as an item of a list of single values. */
  | { readonly kind: "nested"; readonly value: TableValue; readonly type: TypeSpec; readonly entry: TableEntry }
  /** An entry with a key in a list. */
  | {
      readonly kind: "keyed";
      readonly table: TableValue;
      readonly entry: TableEntry;
      readonly key: string;
      readonly type: TypeSpec;
      readonly items: TypeSpec;
    };

export interface ShapedSetting extends TypedSetting {
  readonly shape: Shape;
}

/** Those of all settings: mostly there are none. */
export function shapesIn(context: LuaContext): readonly ShapedSetting[] {
  return context.once(findShapes);
}

function findShapes(context: LuaContext): readonly ShapedSetting[] {
  const shapes: ShapedSetting[] = [];
  for (const { setting, option } of typedSettings(context)) {
    // Has a rule of its own.
    if (fatality(setting.value, option, context.schema) === "whole") continue;
    for (const shape of shapesOf(option.type, setting.value, option.raw === true)) shapes.push({ setting, option, shape });
  }
  return shapes;
}

/** `raw`: read without conversion, so that not even a list of one passes for its item. */
export function shapesOf(type: TypeSpec, value: Value, raw: boolean): readonly Shape[] {
  if (isUnion(type)) {
    if (value.kind !== "table" || checkValue(type, value, raw).length === 0) return [];
    const table = type.find(isTable);
    if (table !== undefined) return shapesOf(table, value, raw);
    return isSeveral(value, raw) ? [{ kind: "several", value, type }] : [];
  }
  if (value.kind !== "table") {
    if (typeof type === "string" || type.is !== "list" || type.strict !== true || !isWritten(value)) return [];
    return checkValue(type.items, value, raw).length === 0 ? [{ kind: "single", value, type, items: type.items }] : [];
  }
  if (typeof type === "string") {
    if (type === "any" || type === "function") return [];
    return isSeveral(value, raw) ? [{ kind: "several", value, type }] : [];
  }
  switch (type.is) {
    case "list":
      return value.entries.flatMap((entry): readonly Shape[] => {
        if (entry.key !== undefined) {
          const key = type.switches === true ? undefined : keyText(entry);
          return key === undefined ? [] : [{ kind: "keyed", table: value, entry, key, type, items: type.items }];
        }
        if (entry.value.kind === "table" && isSingle(type.items)) {
          return [{ kind: "nested", value: entry.value, type, entry }];
        }
        return shapesOf(type.items, entry.value, raw);
      });
    case "map":
      return value.entries.flatMap((entry) => (entry.key === undefined ? [] : shapesOf(type.values, entry.value, raw)));
    case "record": {
      let position = 0;
      return value.entries.flatMap((entry) => {
        const key = entry.key === undefined ? String(++position) : keyText(entry);
        const field = key !== undefined && Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
        const wanted = field?.type ?? (entry.key === undefined ? type.items : undefined);
        return wanted === undefined ? [] : shapesOf(wanted, entry.value, raw);
      });
    }
    default:
      return isSeveral(value, raw) ? [{ kind: "several", value, type }] : [];
  }
}

/** Whether it is surely a list: `{ name }` and `{{ name }}` may be holes that a template fills. */
export function isSureList({ entries }: TableValue): boolean {
  return entries.length > 0 && entries.every(({ key, value }) => key === undefined && (isWritten(value) || isSureTable(value)));
}

function isSureTable(value: Value): boolean {
  return value.kind === "table" && isSureList(value);
}

/** The value that another rule than those of types speaks of. */
export function blamed(shape: Shape): Value {
  return shape.kind === "keyed" ? shape.entry.value : shape.value;
}

function isWritten(value: Value): boolean {
  return value.kind === "string" || value.kind === "number" || value.kind === "boolean";
}

/** A plain list with more than one item, or with one where that is one too many. */
function isSeveral({ entries }: TableValue, raw: boolean): boolean {
  return entries.length > (raw ? 0 : 1) && entries.every((entry) => entry.key === undefined);
}

function isTable(type: TypeSpec): boolean {
  return !isUnion(type) && typeof type !== "string" && (type.is === "list" || type.is === "map" || type.is === "record");
}

function isSingle(type: TypeSpec): boolean {
  if (isUnion(type)) return type.every(isSingle);
  return !isTable(type) && type !== "any" && type !== "function";
}
