// Completion in prosody.cfg.lua: options where a statement begins, values after `=`, modules and other items in lists, keys in
// tables, component modules after `Component "x"`.

import type { LuaAnalysis } from "../../analyse.ts";
import { sectionAt } from "../../model/config.ts";
import type { Section, SectionKind } from "../../model/config.ts";
import { listItems } from "../../model/value.ts";
import { isUnion } from "../../schema/kinds/describe.ts";
import { typesAt } from "../../schema/kinds/walk.ts";
import type { OptionInfo, Schema } from "../../schema/schema.ts";
import type { TypeSpec } from "../../schema/types.ts";
import { availability, isDeprecated } from "../../schema/version.ts";
import { cursorAt } from "../../syntax/lua/cursor.ts";
import type { Cursor } from "../../syntax/lua/cursor.ts";
import { explainDirective, explainField, explainOption, optionDetail } from "../explain.ts";
import type { CompletionItem } from "./item.ts";
import { settingSnippet, valueSnippet } from "./snippetText.ts";
import { candidatesFor, sourceOf } from "./values.ts";
import type { Candidate } from "./values.ts";

const SECTION_SNIPPETS: Readonly<Record<string, string>> = {
  VirtualHost: 'VirtualHost "${1:example.com}"',
  Component: 'Component "${1:rooms.example.com}" "${2:muc}"',
  Include: 'Include "${1:conf.d/*.cfg.lua}"',
};

export function completeLua(analysis: LuaAnalysis, schema: Schema, offset: number): readonly CompletionItem[] {
  const cursor = cursorAt(analysis.text, analysis.syntax, offset);
  const { place } = cursor;
  switch (place.kind) {
    case "none":
      return [];
    case "statement":
      return statements(analysis, schema, cursor, offset);
    case "value":
      return values(typesOf(schema, place.path), schema, cursor);
    case "entry":
      return entries(analysis, schema, cursor, place.path, offset);
    case "argument":
      return /^[cC]omponent$/.test(place.callee) && place.index === 1 ? values(["componentmodule"], schema, cursor) : [];
  }
}

function statements(analysis: LuaAnalysis, schema: Schema, cursor: Cursor, offset: number): readonly CompletionItem[] {
  const section = sectionOf(analysis, cursor, offset);
  const loaded = analysis.file.namedModules;
  const hasValue = isFollowedByEquals(analysis.text, cursor);
  const separator = cursor.sectionTable !== undefined && !hasValue ? ";" : "";
  const items: CompletionItem[] = [];
  for (const { option, snippet, detail, again, documentation } of schema.once(proposals)) {
    if (!isOffered(option, section.kind, loaded)) continue;
    const newText = hasValue ? option.name : snippet + separator;
    const [edit, rank] = [{ span: cursor.word, newText }, rankOf(option, section, loaded)];
    // Written out, as there are hundreds and spreading takes several times as long.
    items.push({ label: option.name, kind: "option", detail, edit, snippet: !hasValue, rank, again, documentation });
  }
  if (cursor.sectionTable === undefined) items.push(...directives(schema, cursor));
  return items;
}

interface Proposal extends Pick<Required<CompletionItem>, "detail" | "again" | "documentation"> {
  readonly option: OptionInfo;
  readonly snippet: string;
}

/** Options that may be offered somewhere. */
function proposals(schema: Schema): readonly Proposal[] {
  return [...schema.options.values()].flatMap((option): Proposal[] => {
    const { name, availability: when, type } = option;
    if (when !== "now" || isDeprecated(option, schema.version) || name.startsWith("_") || name === "component_module") return [];
    return [
      {
        option,
        snippet: settingSnippet(option),
        detail: optionDetail(option),
        again: wantsMore(type),
        documentation: () => explainOption(option, schema),
      },
    ];
  });
}

/** The value is there already: only the name is wanted. */
function isFollowedByEquals(text: string, cursor: Cursor): boolean {
  return /^[ \t]*=(?!=)/.test(text.slice(cursor.word.end, cursor.word.end + 40));
}

function directives(schema: Schema, cursor: Cursor): readonly CompletionItem[] {
  return schema.directives.flatMap((directive): CompletionItem[] => {
    const snippet = SECTION_SNIPPETS[directive.name];
    if (snippet === undefined || directive.availability !== "now") return [];
    return [
      {
        label: directive.name,
        kind: "keyword",
        edit: { span: cursor.word, newText: snippet },
        snippet: true,
        rank: 0,
        documentation: () => explainDirective(directive, schema),
      },
    ];
  });
}

/** The section being typed in; inside an unfinished section table the model may not know it yet. */
function sectionOf(analysis: LuaAnalysis, cursor: Cursor, offset: number): Pick<Section, "kind" | "module"> {
  const section = sectionAt(analysis.file, offset);
  if (cursor.sectionTable === undefined || section.table !== undefined) return section;
  const unfinished = analysis.file
    .sectionsAround(cursor.statement)
    .find((item) => item.directive?.span.start === cursor.statement);
  return unfinished ?? { kind: /^[cC]omponent$/.test(cursor.sectionTable) ? "component" : "host" };
}

function isOffered(option: OptionInfo, section: SectionKind, loaded: ReadonlySet<string>): boolean {
  if (section !== "global" && option.scope === "global") return false;
  if (section !== "component" && option.component === "only") return false;
  // Hundreds of community options would drown the rest: only those of modules that the file names.
  return option.origin !== "community" || (option.modules ?? []).some((module) => loaded.has(module));
}

/** First what the section's own module reads, then what enabled modules and the core read, then the rest. */
function rankOf(option: OptionInfo, section: Pick<Section, "kind" | "module">, loaded: ReadonlySet<string>): number {
  const modules = option.modules ?? [];
  const own = section.module?.kind === "string" ? section.module.value : undefined;
  if (own !== undefined && modules.includes(own)) return 0;
  return modules.length === 0 || modules.some((module) => loaded.has(module)) ? 1 : 2;
}

function typesOf(schema: Schema, path: readonly string[]): readonly TypeSpec[] {
  const [name, ...keys] = path;
  const type = name === undefined ? undefined : schema.option(name)?.type;
  return type === undefined ? [] : typesAt(type, keys);
}

function values(types: readonly TypeSpec[], schema: Schema, cursor: Cursor): readonly CompletionItem[] {
  const candidates = types.flatMap((type) => candidatesFor(itemless(type), schema));
  return candidates.flatMap((candidate) => valueItem(candidate, cursor, ""));
}

/** After `=`, a list may be begun by its first item without braces; offer what a single value may be. */
function itemless(type: TypeSpec): TypeSpec {
  if (typeof type === "string" || isUnion(type)) return type;
  return type.is === "list" && type.strict !== true && type.items !== "module" ? type.items : type;
}

function entries(
  analysis: LuaAnalysis,
  schema: Schema,
  cursor: Cursor,
  path: readonly string[],
  offset: number,
): readonly CompletionItem[] {
  const present = presentItems(analysis, path, cursor, offset);
  const next = /^[ \t]*[;,}]?/.exec(analysis.text.slice(cursor.word.end))?.[0].trim() ?? "";
  const separator = cursor.inString || next !== "" ? "" : ";";
  const current = analysis.text.slice(cursor.word.start, cursor.word.end);
  const hasValue = isFollowedByEquals(analysis.text, cursor);
  const keyed = (key: string, value: string): Pick<CompletionItem, "edit" | "snippet"> =>
    hasValue
      ? { edit: { span: cursor.word, newText: key } }
      : { edit: { span: cursor.word, newText: `${key} = ${value}${/[;,]/.test(next) ? "" : ";"}` }, snippet: true };
  return typesOf(schema, path).flatMap((type): readonly CompletionItem[] => {
    if (typeof type === "string" || isUnion(type)) return [];
    const items = type.is === "list" || type.is === "record" ? type.items : undefined;
    const fresh = (items === undefined ? [] : candidatesFor(items, schema, path[0] === "modules_disabled")).filter(
      (candidate) => !present.has(candidate.text) || candidate.text === current,
    );
    const listed = fresh.flatMap((candidate) => valueItem(candidate, cursor, separator));
    if (cursor.inString || type.is === "list") return listed;
    if (type.is === "map") {
      return candidatesFor(type.keys, schema).map((candidate) => ({
        label: candidate.text,
        kind: "field" as const,
        ...keyed(keySource(candidate), valueSnippet(type.values, undefined)),
        rank: candidate.rank,
      }));
    }
    if (type.is !== "record") return [];
    const fields = Object.entries(type.fields).flatMap(([name, field], rank): CompletionItem[] => {
      if (/^\d+$/.test(name) || availability(field, schema.version) !== "now") return [];
      return [
        {
          label: name,
          kind: "field",
          detail: field.summary,
          ...keyed(name, valueSnippet(field.type, field.default)),
          rank,
          documentation: () => explainField(path[0] ?? "", name, field),
        },
      ];
    });
    return [...fields, ...listed];
  });
}

function keySource(candidate: Candidate): string {
  return candidate.isText && /^[A-Za-z_]\w*$/.test(candidate.text) ? candidate.text : `[${sourceOf(candidate)}]`;
}

/** Items that the list under the cursor has already; when it is not closed yet, its span ends before the cursor. */
function presentItems(analysis: LuaAnalysis, path: readonly string[], cursor: Cursor, offset: number): ReadonlySet<string> {
  if (path.length !== 1) return new Set();
  const setting = analysis.file
    .settingsAround(offset)
    .findLast((item) => item.name === path[0] && item.span.start >= cursor.statement && item.span.start <= offset);
  const items = setting === undefined ? [] : listItems(setting.value);
  return new Set(items.flatMap((item) => (item.kind === "string" ? [item.value] : [])));
}

function valueItem(candidate: Candidate, cursor: Cursor, separator: string): readonly CompletionItem[] {
  if (cursor.inString && !candidate.isText) return [];
  const source = cursor.inString ? candidate.text : sourceOf(candidate);
  const { text: label, kind, detail, rank, documentation } = candidate;
  const filter = cursor.inString || !candidate.isText ? label : cursor.prefix.startsWith('"') ? source : label;
  return [{ label, kind, detail, edit: { span: cursor.word, newText: source + separator }, filter, rank, documentation }];
}

function wantsMore(type: TypeSpec): boolean {
  if (typeof type === "string") return false;
  if (isUnion(type)) return type.some(wantsMore);
  return type.is === "provider" || type.is === "record" || (type.is === "list" && type.items === "module");
}
