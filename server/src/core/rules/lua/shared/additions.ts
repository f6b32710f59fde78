// Puts an item into a list as somebody would type it: on a line of its own where the others have lines of their own.

import type { TextEdit } from "../../../text/edit.ts";
import type { TableValue } from "../../../model/value.ts";
import { luaString } from "./literals.ts";
import { lineBreak, lineStart } from "../../../text/lines.ts";

/** Before the last item, whose separator and comment can stay as they are. */
export function addText(text: string, table: TableValue, item: string): TextEdit {
  return addItem(text, table, luaString(item));
}

/** `literal`: as it is written. */
export function addItem(text: string, table: TableValue, literal: string): TextEdit {
  const last = table.entries.at(-1);
  const start = last?.span.start ?? table.span.start + 1;
  if (last === undefined) return { span: { start, end: start }, newText: ` ${literal} ` };
  const before = text.slice(lineStart(text, start), start);
  const isAlone = before.trim() === "";
  const separator = usedSeparator(text, table) ?? (isAlone ? ";" : ",");
  return {
    span: { start, end: start },
    newText: `${literal}${separator}${isAlone ? `${lineBreak(text)}${before}` : " "}`,
  };
}

/** The one behind the first item that has one. */
function usedSeparator(text: string, { entries, span }: TableValue): string | undefined {
  for (const { span: item } of entries) {
    const [, separator] = /^\s*([,;])/.exec(text.slice(item.end, span.end)) ?? [];
    if (separator !== undefined) return separator;
  }
  return undefined;
}
