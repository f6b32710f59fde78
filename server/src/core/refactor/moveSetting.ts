// Moves a setting with its comments to the global section or to a host. Never to where the option is set already, and never where
// other code reads it. Who else it reaches there, or no longer reaches, stands in the title.

import type { Section, Setting } from "../model/config.ts";
import type { LuaFile } from "../model/luaFile.ts";
import type { Value } from "../model/value.ts";
import { isPlain } from "../rules/lua/shared/literals.ts";
import { wholeLines, withLeadingComments } from "../rules/lua/shared/removal.ts";
import { sectionKey } from "../semantics/sections.ts";
import { touches } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { filesAround, indentUnit } from "./refactoring.ts";
import type { Place, Refactoring } from "./refactoring.ts";
import { afterLine, beginsLine, codeOf, isPlainlyDivided, titleOf } from "./sections.ts";
import { lineBreak, lineEnd, lineIndent } from "../text/lines.ts";

/** More actions would bury the others. */
const MAX_HOSTS = 6;

/** Prosody adds these lists of the sections up, or takes the setting for one about the host itself. */
const OF_THEIR_SECTION = new Set(["modules_enabled", "modules_disabled", "enabled"]);

export function moveSetting(place: Place): readonly Refactoring[] {
  const { analysis, span } = place;
  const { file, text } = analysis;
  const setting = file.settingsAround(span.start).findLast((one) => touches(one.span, span.start));
  if (setting === undefined || !isMovable(setting, place)) return [];
  const lines = linesOf(setting, text);
  if (lines === undefined) return [];
  return [...toGlobal(setting, lines, place), ...toHosts(setting, lines, place)];
}

function isMovable(setting: Setting, place: Place): boolean {
  const { analysis, own } = place;
  const { file } = analysis;
  const { name, form, certain, section } = setting;
  if (form !== "assign" || !certain || section.table !== undefined || OF_THEIR_SECTION.has(name)) return false;
  // Where a variable of that name is known, it would be set instead.
  if (file.hasVariables && file.locals.some((local) => local.name === name)) return false;
  if (!isPlainlyDivided(analysis) || own.isRead(name) || !meansTheSameAnywhere(setting.value)) return false;
  // `a, b = 1, 2` sets both or none.
  if (file.settingsAround(setting.span.start).filter(({ span }) => span.start === setting.span.start).length > 1) return false;
  return settingsIn(section, name, place).length === 1;
}

function meansTheSameAnywhere(value: Value): boolean {
  if (value.kind !== "env" || value.folded === true) return isPlain(value);
  return value.fallback === undefined || isPlain(value.fallback);
}

/** Of a host wherever its sections stand, in any form and file. */
function settingsIn(section: Section, name: string, place: Place): readonly Setting[] {
  const key = sectionKey(section);
  const others = filesAround(place).flatMap((file) => file.settingsNamed(name));
  return [...place.own.settingsIn(name, section), ...others.filter((other) => sectionKey(other.section) === key)];
}

/** Its own lines with the comment above. */
function linesOf({ span }: Setting, text: string): Span | undefined {
  const separator = /^[ \t]*;/.exec(text.slice(span.end, lineEnd(text, span.end)));
  const lines = wholeLines(text, { start: span.start, end: span.end + (separator?.[0].length ?? 0) });
  return lines === undefined ? undefined : { start: withLeadingComments(text, lines.start), end: lines.end };
}

function toGlobal(setting: Setting, lines: Span, place: Place): readonly Refactoring[] {
  const { analysis, schema, own } = place;
  const { file, text } = analysis;
  const { name, section } = setting;
  const first = own.firstSection;
  if (section.kind === "global" || first === undefined) return [];
  if (schema.option(name)?.component === "only" || settingsIn(own.global, name, place).length > 0) return [];
  if (!beginsLine(text, first.header.start)) return [];
  const at = withLeadingComments(text, first.header.start);
  const eol = lineBreak(text);
  const reached = own.hasIncludes || isReachedBesides(section, file);
  const newText = `${indented(text.slice(lines.start, lines.end).trimEnd(), "", eol)}${eol}${eol}`;
  return [
    {
      title: `Move \`${name}\` to the global section${reached ? ", for all hosts" : ""}`,
      kind: "move",
      edits: [
        { span: { start: at, end: at }, newText },
        { span: lines, newText: "" },
      ],
    },
  ];
}

/** There are other hosts or components. */
function isReachedBesides(section: Section, file: LuaFile): boolean {
  for (const other of file.sectionsFrom(0)) if (sectionKey(other) !== sectionKey(section)) return true;
  return false;
}

function toHosts(setting: Setting, lines: Span, place: Place): readonly Refactoring[] {
  const { analysis, schema, own } = place;
  const { file } = analysis;
  const { name, section } = setting;
  const option = schema.option(name);
  if (option?.scope === "global") return [];
  const candidates: Section[] = [];
  for (const target of file.sectionsFrom(0)) {
    const { host, kind, name: named, table } = target;
    if (table !== undefined || named?.kind !== "string" || host === undefined || host === section.host) continue;
    if (own.sectionsNamed(host).length > 1 || (option?.component === "only" && kind !== "component")) continue;
    candidates.push(target);
    if (candidates.length > MAX_HOSTS) return [];
  }
  const free = candidates.filter((target) => settingsIn(target, name, place).length === 0);
  const alone = section.kind === "global" && (candidates.length > 1 || own.hasIncludes);
  return free.flatMap((target) => {
    const insertion = into(target, lines, place);
    if (insertion === undefined) return [];
    const title = `Move \`${name}\` to \`${titleOf(target)}\`${alone ? " alone" : ""}`;
    return [{ title, kind: "move" as const, edits: [insertion, { span: lines, newText: "" }] }];
  });
}

/** Below what the section has. */
function into(target: Section, lines: Span, { analysis, own }: Place): Refactoring["edits"][number] | undefined {
  const { text } = analysis;
  const code = codeOf(analysis, target);
  if (!/^[ \t]*(?:--(?!\[=*\[).*)?$/.test(text.slice(code.end, lineEnd(text, code.end)))) return undefined;
  const indent = own.firstIndent(target) ?? lineIndent(text, target.header.start) + indentUnit(text);
  const eol = lineBreak(text);
  const at = afterLine(text, code.end);
  const body = `${indented(text.slice(lines.start, lines.end).trimEnd(), indent, eol)}${eol}`;
  const endsWithLine = at > code.end && /[\r\n]/.test(text[at - 1] ?? "");
  return { span: { start: at, end: at }, newText: endsWithLine ? body : `${eol}${body}` };
}

/** The same lines, the least indented of them at the given depth. */
function indented(source: string, indent: string, eol: string): string {
  const lines = source.split(/\r\n|\n|\r/);
  const own = /^[ \t]*/.exec(lines[0] ?? "")?.[0] ?? "";
  return lines.map((line) => (line.startsWith(own) ? `${indent}${line.slice(own.length)}` : line)).join(eol);
}
