// Writes a list or table on one line, or each of its entries on a line of its own.

import type { TableValue, Value } from "../model/value.ts";
import type { Token } from "../syntax/lua/scanner.ts";
import { touches } from "../text/span.ts";
import { indentUnit } from "./refactoring.ts";
import type { Place, Refactoring } from "./refactoring.ts";
import { lineBreak, lineIndent, lineStart } from "../text/lines.ts";

/** A line that is longer than this is not worth joining. */
const MAX_LINE = 160;

export function changeLayout({ analysis, span }: Place): readonly Refactoring[] {
  const { file, text, syntax } = analysis;
  const setting = file.settingsAround(span.start).find((one) => touches(one.span, span.start));
  const table = setting === undefined ? undefined : innermost(setting.value, span.start);
  if (table === undefined || table.folded === true || text[table.span.start] !== "{" || table.entries.length === 0) return [];
  const inside = syntax.tokensIn(table.span);
  const isMultiline = /[\r\n]/.test(text.slice(table.span.start, table.span.end));
  const source = isMultiline ? joined(inside, text) : split(table, inside, text);
  if (source === undefined) return [];
  if (isMultiline && lineIndent(text, table.span.start).length + source.length > MAX_LINE) return [];
  return [
    {
      title: isMultiline ? "Write it on one line" : "Write each entry on a line of its own",
      kind: "rewrite",
      edits: [{ span: table.span, newText: source }],
    },
  ];
}

/** The smallest table around a place; that of the setting, when the cursor is on its name. */
function innermost(value: Value, offset: number): TableValue | undefined {
  if (value.kind !== "table") return undefined;
  for (const entry of value.entries) {
    if (!touches(entry.value.span, offset)) continue;
    const found = innermost(entry.value, offset);
    if (found !== undefined && found.entries.length > 0) return found;
  }
  return value;
}

/** Without the separator before the closing brace; undefined where comments or long texts stand in the way. */
function joined(tokens: readonly Token[], text: string): string | undefined {
  if (tokens.some(({ kind }) => kind === "comment")) return undefined;
  let line = "";
  let before: Token | undefined;
  for (const [i, token] of tokens.entries()) {
    const source = text.slice(token.start, token.end);
    if (/[\r\n]/.test(source)) return undefined;
    const isLastSeparator = (source === "," || source === ";") && tokens[i + 1]?.text === "}";
    if (isLastSeparator) continue;
    const gap = before === undefined ? "" : text.slice(before.end, token.start);
    const spaced = before?.text === "{" || source === "}" || (gap !== "" && source !== "," && source !== ";");
    line += (spaced && before !== undefined ? " " : "") + source;
    before = token;
  }
  return line;
}

function split(table: TableValue, tokens: readonly Token[], text: string): string | undefined {
  if (table.entries.length < 2 || tokens.some(({ kind }) => kind === "comment")) return undefined;
  const outer = /^[ \t]*/.exec(text.slice(lineStart(text, table.span.start)))?.[0] ?? "";
  const eol = lineBreak(text);
  const [first] = table.entries;
  const separator = /^\s*,/.test(text.slice(first?.span.end, table.span.end)) ? "," : ";";
  const inner = outer + indentUnit(text);
  const lines = table.entries.map(({ span }) => `${inner}${text.slice(span.start, span.end)}${separator}${eol}`);
  return `{${eol}${lines.join("")}${outer}}`;
}
