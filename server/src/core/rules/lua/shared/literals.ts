// Writes values as Lua source, and changes texts in place while keeping the quotes that somebody chose.

import type { TextEdit } from "../../../text/edit.ts";
import type { Span } from "../../../text/span.ts";
import type { Json } from "../../../schema/types.ts";
import type { Value } from "../../../model/value.ts";
import { quoteKey, quoteString } from "../../../syntax/lua/literal.ts";

export function luaLiteral(value: Json): string {
  if (value === null) return "nil";
  if (typeof value === "string") return quoteString(value);
  if (typeof value !== "object") return String(value);
  if (isArray(value)) return value.length === 0 ? "{ }" : `{ ${value.map(luaLiteral).join(", ")} }`;
  const fields = Object.entries(value).map(([key, item]) => `${quoteKey(key)} = ${luaLiteral(item)}`);
  return fields.length === 0 ? "{ }" : `{ ${fields.join("; ")} }`;
}

export { quoteString as luaString };

/** Another text in the same quotes. */
export function replaceText(text: string, span: Span, replacement: string): TextEdit {
  const quote = text.charAt(span.start);
  const plain = (quote === "'" || quote === '"') && !/[\\\n\r'"]/.test(replacement);
  return { span, newText: plain ? quote + replacement + quote : quoteString(replacement) };
}

/** Whether the text of a value means the same wherever it stands: nothing in it is computed from names around it. */
export function isPlain(value: Value): boolean {
  if (value.folded === true) return false;
  switch (value.kind) {
    case "string":
    case "number":
    case "boolean":
      return true;
    case "nil":
      return value.unsetName === undefined;
    case "table":
      return value.entries.every((entry) => isPlain(entry.value) && (entry.key === undefined || isPlain(entry.key.value)));
    default:
      return false;
  }
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
