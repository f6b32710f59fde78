// Entries with a key in a list: Prosody passes over them.

import type { Fix, LuaRule } from "../rule.ts";
import type { TableEntry } from "../../model/value.ts";
import { describeType, isUnion } from "../../schema/kinds/describe.ts";
import type { TypeSpec } from "../../schema/types.ts";
import { luaString } from "./shared/literals.ts";
import { removeItem } from "./shared/removal.ts";
import { shapesIn } from "./shared/shapes.ts";
import type { Shape } from "./shared/shapes.ts";
import { code } from "./shared/words.ts";

export const keyedItem: LuaRule = {
  kind: "lua",
  id: "keyed-item",
  severity: "warning",
  check(context) {
    for (const { option, shape } of shapesIn(context)) {
      if (shape.kind !== "keyed") continue;
      const fixes = fixesOf(shape, context.text);
      context.report({
        span: shape.entry.span,
        message: `${code(option.name)} takes ${describeType(shape.type)}. An entry with a key is no item of a list: Prosody leaves it out. Write the item without a key.`,
        page: option.page,
        ...(fixes.length === 0 ? {} : { fixes: () => fixes }),
      });
    }
  },
};

function fixesOf({ entry, key, table, items }: Extract<Shape, { kind: "keyed" }>, text: string): readonly Fix[] {
  const { value, span } = entry;
  if (table.folded === true || !isText(items)) return [];
  if (value.kind === "nil" && value.unsetName === undefined) return [remove(text, table.span, entry)];
  if (value.kind === "boolean") {
    if (!value.value) return [remove(text, table.span, entry)];
    return [{ title: `Change to ${code(luaString(key))}`, edits: [{ span, newText: luaString(key) }], safe: true }];
  }
  // The key may have been meant as a remark.
  if (value.kind !== "string" || value.folded === true) return [];
  const newText = text.slice(value.span.start, value.span.end);
  return [{ title: "Leave the key out", edits: [{ span, newText }], safe: false }];
}

function remove(text: string, list: TableEntry["span"], entry: TableEntry): Fix {
  return { title: "Remove it", edits: [removeItem(text, list, entry.span)], safe: true };
}

/** Items that are texts of some kind. */
function isText(type: TypeSpec): boolean {
  if (isUnion(type)) return type.every(isText);
  if (typeof type === "string") return !["number", "integer", "port", "size", "percent", "boolean", "function"].includes(type);
  return type.is === "enum" || type.is === "provider" || type.is === "path" || type.is === "string";
}
