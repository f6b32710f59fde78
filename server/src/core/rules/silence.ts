// Comments that silence one finding, as fixes: for its line, or for the whole file. A comment that is there already gets the rule's
// name; where a comment cannot stand, none is offered.

import type { Analysis, LuaAnalysis } from "../analyse.ts";
import { applyEdits } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Finding, Fix } from "./rule.ts";
import { commentsOf, suppressionsOf } from "./suppress.ts";
import type { Suppression } from "./suppress.ts";
import { unusedSuppression } from "./unusedSuppression.ts";
import { lineBreak } from "../text/lines.ts";

/** `analyse` understands a changed text, to see whether the comment is one there. */
export function silencings(analysis: Analysis, finding: Finding, analyse: (text: string) => Analysis): readonly Fix[] {
  const { rule } = finding;
  if (rule.startsWith("syntax/") || rule === unusedSuppression.id) return [];
  const works = (edit: TextEdit): boolean => {
    if (analysis.kind === "lua") return isBetweenTokens(analysis, edit);
    const text = applyEdits(analysis.text, [edit]);
    return text !== undefined && isUnderstood(analysis, analyse(text), edit);
  };
  const onLine = [besideLine(analysis, finding), aboveLine(analysis, finding), behindLine(analysis, finding)];
  const line = onLine.find((edit) => edit !== undefined && works(edit));
  const file = inFile(analysis, rule);
  const fix = (where: string, edit: TextEdit): Fix => ({ title: `Silence ${rule} ${where}`, edits: [edit], safe: true });
  return [...(line === undefined ? [] : [fix("on this line", line)]), ...(works(file) ? [fix("in this file", file)] : [])];
}

/** Another rule's name for a comment that speaks of the line already. */
function besideLine(analysis: Analysis, finding: Finding): TextEdit | undefined {
  const { line } = analysis.lines.at(finding.span.start);
  return joined(
    suppressionsOf(analysis).find((one) => one.line === line && one.names.length > 0),
    finding.rule,
  );
}

function aboveLine(analysis: Analysis, finding: Finding): TextEdit | undefined {
  const { text, lines } = analysis;
  const { line } = lines.at(finding.span.start);
  const start = Math.max(lines.lineStart(line), afterMark(text));
  // On a command line a comment would end the command.
  const goesOn = text.slice(0, start).trimEnd().endsWith("\\");
  if (analysis.kind === "container" && analysis.file.form === "commandLine" && goesOn) return undefined;
  const indent = /^[ \t]*/.exec(text.slice(start, lines.lineEnd(line)))?.[0] ?? "";
  const comment = `${indent}${sign(analysis)} prosody-ignore-next-line ${finding.rule}${lineBreak(text)}`;
  return { span: { start, end: start }, newText: comment };
}

/** For a line that begins inside a text over several lines. */
function behindLine(analysis: Analysis, finding: Finding): TextEdit | undefined {
  // The others know comments on lines of their own only.
  if (analysis.kind !== "lua") return undefined;
  const { lines } = analysis;
  const end = lines.lineEnd(lines.at(finding.span.start).line);
  return { span: { start: end, end }, newText: ` -- prosody-ignore ${finding.rule}` };
}

function inFile(analysis: Analysis, rule: string): TextEdit {
  const { text, lines } = analysis;
  const known = suppressionsOf(analysis).find((one) => one.scope === "file" && one.names.length > 0);
  const more = joined(known, rule);
  if (more !== undefined) return more;
  // Directives of a Dockerfile, and the program of a script, count at the very top only.
  const topLine = { container: /^#(?:!|\s*\w+\s*=)/, lua: /^#!/, env: undefined }[analysis.kind];
  let line = 0;
  while (topLine?.test(text.slice(lines.lineStart(line), lines.lineEnd(line))) === true) line++;
  const start = Math.max(lines.lineStart(line), afterMark(text));
  return { span: { start, end: start }, newText: `${sign(analysis)} prosody-ignore-file ${rule}${lineBreak(text)}` };
}

function joined(known: Suppression | undefined, rule: string): TextEdit | undefined {
  const last = known?.names.at(-1)?.span;
  return last === undefined ? undefined : { span: { start: last.end, end: last.end }, newText: `, ${rule}` };
}

/** Nothing but a comment came: the others are as many, and nothing else is wrong now. */
function isUnderstood(before: Analysis, after: Analysis, edit: TextEdit): boolean {
  const joins = edit.newText.startsWith(",");
  if (suppressionsOf(after).length !== suppressionsOf(before).length + (joins ? 0 : 1)) return false;
  if (joins) return true;
  if (partsOf(after) !== partsOf(before) || issueCount(after) > issueCount(before)) return false;
  return commentsOf(after).length === commentsOf(before).length + 1;
}

/** In Lua a comment may stand wherever no token goes on, not even a comment to the end of its line. */
function isBetweenTokens({ syntax }: LuaAnalysis, { span: { start: at }, newText }: TextEdit): boolean {
  if (newText.startsWith(",")) return true;
  return syntax.tokensAround(at).every(({ kind, start, end, problem }) => {
    if (start >= at || end < at) return true;
    const goesOn = kind === "comment" && !/^--\[=*\[/.test(syntax.text.slice(start, end));
    return end === at && problem === undefined && !goesOn;
  });
}

/** What a comment in the wrong place would tear apart. */
function partsOf(analysis: Analysis): number {
  if (analysis.kind === "lua") return 0;
  if (analysis.kind === "env") return analysis.file.variables.length;
  return analysis.file.containers.reduce((sum, { variables, ports, mounts }) => {
    return sum + 1 + variables.variables.length + ports.length + mounts.length;
  }, 0);
}

function issueCount(analysis: Analysis): number {
  return analysis.kind === "env" ? analysis.file.issues.length : 0;
}

function sign(analysis: Analysis): string {
  return analysis.kind === "lua" ? "--" : "#";
}

/** Behind a byte-order mark. */
function afterMark(text: string): number {
  return text.startsWith("\uFEFF") ? 1 : 0;
}
