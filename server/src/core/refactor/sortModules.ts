// Sorts `modules_enabled` into groups by topic, with a heading over each. Comments stay with what they speak of: lines above an item,
// and the rest of its line. A module that is commented out stays a comment, in its group. Doing it twice changes nothing more.

import type { Setting } from "../model/config.ts";
import type { TableValue } from "../model/value.ts";
import type { Schema } from "../schema/schema.ts";
import { addTo } from "../text/addTo.ts";
import { touches } from "../text/span.ts";
import { readList } from "./moduleList.ts";
import type { ListedModule, ModuleList } from "./moduleList.ts";
import { indentUnit } from "./refactoring.ts";
import type { Place, Refactoring } from "./refactoring.ts";
import { lineBreak, lineIndent } from "../text/lines.ts";

export function sortModules({ analysis, schema, span }: Place): readonly Refactoring[] {
  const { file, text, syntax } = analysis;
  const setting = file.settingsAround(span.start).find((one) => one.name === "modules_enabled" && touches(one.span, span.start));
  const table = setting === undefined ? undefined : listOf(setting, text);
  // Who reads the list may want its order.
  if (setting === undefined || table === undefined || file.readNames.has(setting.name)) return [];
  const list = readList(text, table.span, syntax.tokensIn(table.span), (comment) => isHeading(comment, schema));
  if (list === undefined || list.modules.length < 2) return [];
  const sorted = write(list, schema, {
    outer: lineIndent(text, setting.span.start),
    inner: list.indentation ?? lineIndent(text, setting.span.start) + indentUnit(text),
    eol: lineBreak(text),
  });
  return [{ title: "Sort and group the modules", kind: "rewrite", edits: [{ span: table.span, newText: sorted }] }];
}

function listOf({ value, form }: Setting, text: string): TableValue | undefined {
  if (value.kind !== "table" || value.folded === true || form === "member") return undefined;
  return text[value.span.start] === "{" ? value : undefined;
}

interface Layout {
  readonly outer: string;
  readonly inner: string;
  readonly eol: string;
}

function write(list: ModuleList, schema: Schema, { outer, inner, eol }: Layout): string {
  const groups = new Map<number, ListedModule[]>();
  for (const module of list.modules) addTo(groups, groupOf(module.name, schema), module);
  const blocks = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([group, modules]) => {
      const lines = [...modules].sort(byName).flatMap((module) => linesOf(module, list.separator));
      const title = schema.moduleGroups[group]?.title;
      return groups.size > 1 && title !== undefined ? [`-- ${title}`, ...lines] : lines;
    });
  if (list.tail.length > 0) blocks.push([...list.tail]);
  const body = blocks.map((lines) => lines.map((line) => `${inner}${line}${eol}`).join("")).join(eol);
  return `{${list.head === undefined ? "" : ` ${list.head}`}${eol}${body}${outer}}`;
}

function linesOf({ leading, source, commented, trailing }: ListedModule, separator: string): readonly string[] {
  const line = commented ? source : `${source}${separator}`;
  return [...leading, trailing === undefined ? line : `${line} ${trailing}`];
}

function byName(a: ListedModule, b: ListedModule): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

/** Index of the group; modules that nobody knows are of one's own. */
function groupOf(name: string, schema: Schema): number {
  const groups = schema.moduleGroups;
  const listed = groups.findIndex(({ modules }) => modules?.includes(name) === true);
  if (listed >= 0) return listed;
  const origin = schema.module(name)?.origin === "community" ? "community" : "own";
  return groups.findIndex((group) => group.origin === origin);
}

/** A heading that another one of the same meaning takes the place of. */
function isHeading(comment: string, schema: Schema): boolean {
  const words = comment
    .replace(/^-+\s*/, "")
    .replace(/(?<![\s:-])[\s:-]+$/, "")
    .toLowerCase();
  return schema.moduleGroups.some(
    ({ title, also = [] }) => words === title.toLowerCase() || also.some((heading) => words.startsWith(heading)),
  );
}
