// Moves a host or component to a file of its own, `conf.d/NAME.cfg.lua`, and includes it in its place, unless an Include covers that
// file already. Only what means the same there: an included file sees no local variables, and finds other files from its own folder.

import type { Section } from "../model/config.ts";
import { includeTargets, matches } from "../model/includes.ts";
import { sectionKey } from "../semantics/sections.ts";
import { contains, touches } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { filesAround } from "./refactoring.ts";
import type { Place, Refactoring } from "./refactoring.ts";
import { afterLine, codeOf, isPlainlyDivided, linesOf, titleOf } from "./sections.ts";
import { lineBreak } from "../text/lines.ts";

const FOLDER = "conf.d";

export function extractSection(place: Place): readonly Refactoring[] {
  const { analysis, span, path } = place;
  const { file, text } = analysis;
  const section = file.sectionsAround(span.start).find(({ kind, header }) => kind !== "global" && touches(header, span.start));
  if (section === undefined || path === undefined || !isMovable(section, place)) return [];
  const folder = path.slice(0, path.lastIndexOf("/"));
  const lines = linesOf(analysis, section);
  const name = fileName(section);
  // There the Include would look for a folder of that name once more.
  if (lines === undefined || name === undefined || folder.endsWith(`/${FOLDER}`)) return [];
  const target = `${FOLDER}/${name}`;
  const covered = includeTargets(file, path).some(({ pattern }) => matches(pattern, `${folder}/${target}`));
  const eol = lineBreak(text);
  return [
    {
      title: `Move \`${titleOf(section)}\` to ${target}`,
      kind: "extract",
      edits: [
        covered ? { span: withBlankLines(text, lines), newText: "" } : { span: lines, newText: `Include "${target}"${eol}` },
      ],
      create: { path: target, text: `${text.slice(lines.start, lines.end).trimEnd()}${eol}` },
    },
  ];
}

function fileName({ name }: Section): string | undefined {
  if (name?.kind !== "string" || name.folded === true) return undefined;
  const host = name.value.toLowerCase();
  return /^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u.test(host) ? `${host}.cfg.lua` : undefined;
}

function isMovable(section: Section, place: Place): boolean {
  const { analysis, own } = place;
  const { syntax } = analysis;
  if (!isPlainlyDivided(analysis)) return false;
  // What two sections of a host say depends on their order.
  const others = filesAround(place).flatMap(({ sections }) => sections);
  if (section.host !== undefined && own.sectionsNamed(section.host).length > 1) return false;
  if (others.some((other) => sectionKey(other) === sectionKey(section))) return false;
  const code = codeOf(analysis, section);
  const tokens = syntax.tokensIn(code).filter(({ kind }) => kind !== "comment");
  return tokens.every((token, i) => {
    if (token.kind === "keyword") return ["true", "false", "nil", "or", "not"].includes(token.text);
    if (token.kind !== "name") return true;
    if (contains(section.directive?.span ?? section.header, token)) return true;
    return tokens[i + 1]?.text === "=" ? !own.isRead(token.text) : /^ENV_\w/.test(token.text);
  });
}

/** With the empty lines below, where there are some above as well. */
function withBlankLines(text: string, { start, end }: Span): Span {
  if (start > 0 && !/(?:^|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(0, start))) return { start, end };
  let last = end;
  while (last < text.length && /^[ \t]*(?:\r\n|\n|\r)/.test(text.slice(last))) last = afterLine(text, last);
  return { start, end: last };
}
