// Where a section stands in the text: from its header to its last word, with the comments that belong to it.

import type { LuaAnalysis } from "../analyse.ts";
import type { Section } from "../model/config.ts";
import { withLeadingComments } from "../rules/lua/shared/removal.ts";
import type { Token } from "../syntax/lua/scanner.ts";
import { contains } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { lineEnd, lineStart } from "../text/lines.ts";

/** Every section is there for sure, none ends with a function, and nothing happens behind the back of the text. */
export function isPlainlyDivided({ file, syntax }: LuaAnalysis): boolean {
  return file.isPlainlyDivided && !syntax.chunks.some(({ namesTrapdoor }) => namesTrapdoor);
}

/** Stands first on its line. */
export function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === "";
}

/** From the header to the last token before the next section. An Include at the end belongs to no section. */
export function codeOf({ file, syntax, text }: LuaAnalysis, section: Section): Span {
  const { start } = section.header;
  if (section.table !== undefined) {
    const after = syntax.tokensAround(section.table.end).find((token) => token.start >= (section.table?.end ?? 0));
    return { start, end: after?.text === ";" ? after.end : section.table.end };
  }
  const next = file.sectionsFrom(start + 1).next().value;
  let limit = next?.header.start ?? text.length;
  for (;;) {
    const last = syntax.lastTokenBefore(limit, (token) => isWord(token) && token.text !== ";");
    const here = last === undefined ? [] : file.partsAround(last.start).flatMap(({ includes }) => includes);
    const include = here.find(({ span }) => last !== undefined && span.start > start && contains(span, last));
    if (include !== undefined) limit = include.span.start;
    else break;
  }
  const last = syntax.lastTokenBefore(limit, isWord);
  return { start, end: last?.end ?? section.header.end };
}

function isWord({ kind }: Token): boolean {
  return kind !== "comment" && kind !== "end";
}

/** The lines of a section with the comment above it, and with indented comments below it; undefined: it shares a line with others. */
export function linesOf(analysis: LuaAnalysis, section: Section): Span | undefined {
  const { text } = analysis;
  const code = codeOf(analysis, section);
  if (!beginsLine(text, code.start)) return undefined;
  if (!/^[ \t]*(?:--(?!\[=*\[).*)?$/.test(text.slice(code.end, lineEnd(text, code.end)))) return undefined;
  let end = afterLine(text, code.end);
  for (;;) {
    const line = text.slice(end, lineEnd(text, end));
    if (!/^[ \t]+--(?!\[=*\[)/.test(line)) break;
    end = afterLine(text, end);
  }
  return { start: withLeadingComments(text, code.start), end };
}

/** Behind the line break. */
export function afterLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return end + (/^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}

/** As people name it: `VirtualHost "example.org"`. */
export function titleOf(section: Section): string {
  const name = section.name?.kind === "string" ? section.name.value : "";
  return `${section.kind === "component" ? "Component" : "VirtualHost"} "${name}"`;
}
