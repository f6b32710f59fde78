// Takes the items of one list over into another, with their comments, and leaves out those that the other has already.

import type { TableValue } from "../../../model/value.ts";
import { printed } from "../../../semantics/equals.ts";
import { applyEdits } from "../../../text/edit.ts";
import type { TextEdit } from "../../../text/edit.ts";
import { lineBreak, lineIndent, lineStart } from "../../../text/lines.ts";
import { isPlain } from "./literals.ts";
import { removeItem } from "./removal.ts";

/** Undefined where something in them is computed, or has a key. */
export function mergeLists(text: string, into: TableValue, from: TableValue): readonly TextEdit[] | undefined {
  if (![into, from].every((list) => isPlain(list) && list.entries.every(({ key }) => key === undefined))) return undefined;
  const items = itemsOf(text, into, from);
  if (items.trim() === "") return [];
  const close = into.span.end - 1;
  const last = into.entries.at(-1);
  const end = last?.span.end ?? into.span.start + 1;
  const behind = text.slice(end, close);
  const separator = last === undefined || /^(?:\s|--[^\n]*\n)*[,;]/.test(behind) ? "" : ";";
  const line = lineStart(text, close);
  if (line >= end && text.slice(line, close).trim() === "") {
    const indent = last === undefined ? `${lineIndent(text, close)}\t` : lineIndent(text, last.span.start);
    const added = { span: { start: line, end: line }, newText: `${indent}${items.trim()}${lineBreak(text)}` };
    return separator === "" ? [added] : [{ span: { start: end, end }, newText: separator }, added];
  }
  if (behind.includes("--")) return undefined;
  const at = end + behind.trimEnd().length;
  const isShort = !/[\r\n]|--/.test(items);
  const added = isShort ? ` ${items.trim()}` : `${lineBreak(text)}${items.trim()}${lineBreak(text)}`;
  return [{ span: { start: at, end: isShort ? at : close }, newText: separator + added }];
}

/** What stands between the braces of the one, without the items of the other. */
function itemsOf(text: string, { entries: known }: TableValue, { span, entries }: TableValue): string {
  const seen = new Set(known.map(({ value }) => printed(value)));
  let left = text.slice(0, span.end);
  for (const entry of [...entries].reverse()) {
    if (!seen.has(printed(entry.value))) continue;
    left = applyEdits(left, [removeItem(left, { start: span.start, end: left.length }, entry.span)]) ?? left;
  }
  return left.slice(span.start + 1, -1);
}
