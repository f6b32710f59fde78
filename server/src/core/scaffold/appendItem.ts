// Puts an item at the end of a list, in the manner of the others: on a line of its own where they have lines of their own, with the
// separator that they have.

import type { TableValue } from "../model/value.ts";
import type { TextEdit } from "../text/edit.ts";
import { lineEnd, lineStart } from "../text/lines.ts";

export function appendItem(text: string, table: TableValue, item: string): TextEdit {
  const last = table.entries.at(-1);
  if (last === undefined) return { span: { start: table.span.start + 1, end: table.span.end - 1 }, newText: ` ${item} ` };
  const separator = /^\s*([,;])/.exec(text.slice(last.span.end, table.span.end));
  const sign = separator?.[1] ?? separatorsOf(text, table);
  const before = text.slice(lineStart(text, last.span.start), last.span.start);
  const end = last.span.end;
  const behind = separator === null ? sign : "";
  if (before.trim() !== "" || before === text.slice(0, last.span.start)) {
    const at = separator === null ? end : end + separator[0].length;
    return { span: { start: at, end: at }, newText: `${behind} ${item}${separator === null ? "" : sign}` };
  }
  // Behind the comment of the last item, whose separator comes before it.
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const stop = lineEnd(text, end + (separator?.[0].length ?? 0));
  const closed = stop >= table.span.end;
  const at = closed ? table.span.end - 1 : stop;
  const rest = text.slice(end, at);
  const kept = separator === null ? `${sign}${rest}` : rest;
  return { span: { start: end, end: at }, newText: `${kept.trimEnd()}${eol}${before}${item}${sign}${closed ? eol : ""}` };
}

/** What stands between the items. */
function separatorsOf(text: string, table: TableValue): string {
  const [first, second] = table.entries;
  const between = first === undefined || second === undefined ? "" : text.slice(first.span.end, second.span.start);
  return between.includes(",") ? "," : ";";
}
