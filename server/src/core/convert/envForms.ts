// Rewrites an env file for another tool, or so that every tool reads it alike: the same variables with the same values, comments and
// empty lines kept. What has no form there stays as it is and is named; the result is read back before it is given.

import { parseEnv } from "../syntax/env/index.ts";
import type { EnvAssignment, EnvDialect, EnvSyntax } from "../syntax/env/index.ts";
import { ENV_DIALECTS } from "../syntax/env/dialects.ts";
import { writeEnvValue } from "../syntax/env/write.ts";
import type { EnvTarget } from "../syntax/env/write.ts";
import { applyEdits } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";

export interface EnvConversion {
  readonly text: string;
  /** None: the file is in that form already. */
  readonly edits: readonly TextEdit[];
  /** Lines that stay as they are. */
  readonly kept: readonly { readonly name: string; readonly reason: string }[];
}

/** Undefined: the tool it was written for refuses the file, or the result would not be read as it should. */
export function convertEnv(text: string, from: EnvDialect, to: EnvTarget): EnvConversion | undefined {
  const syntax = parseEnv(text, from);
  if (syntax.issues.some((issue) => issue.fatal)) return undefined;
  const edits: TextEdit[] = [];
  const kept = new Map<string, string>();
  for (const assignment of syntax.assignments) {
    const reason = obstacle(assignment, to);
    if (reason === undefined) edits.push(...rewritten(text, syntax, assignment, to));
    else kept.set(assignment.name, reason);
  }
  edits.push(...ending(text, edits));
  const result = applyEdits(text, edits);
  if (result === undefined || !agrees(syntax, result, to, kept)) return undefined;
  return { text: result, edits, kept: [...kept].map(([name, reason]) => ({ name, reason })) };
}

function obstacle({ name, value, uncertain, wildcard }: EnvAssignment, to: EnvTarget): string | undefined {
  if (wildcard === true) return to === "podman" ? undefined : "Only podman takes all variables that begin alike.";
  const isName = to === "docker" || to === "podman" ? /^[^\s=#][^\s=]*$/ : /^[A-Za-z_][A-Za-z0-9_.-]*$/;
  if (!isName.test(name)) return "Not every tool takes this name.";
  if (uncertain === true) return "Its value depends on something outside the file.";
  if (value === undefined || writeEnvValue(value, to) !== undefined) return undefined;
  if (/[\r\n]/.test(value)) return "Only Compose has a way to write a line break.";
  return to === "everywhere"
    ? "There is no form of this value that every tool reads alike."
    : "The tool has no form for this value.";
}

/** The statement anew where it differs, with a comment behind it on a line of its own above. */
function rewritten(
  text: string,
  { dialect, comments }: EnvSyntax,
  assignment: EnvAssignment,
  to: EnvTarget,
): readonly TextEdit[] {
  const { name, value, span, valueSpan } = assignment;
  const wanted = value === undefined ? name : `${name}=${writeEnvValue(value, to) ?? ""}`;
  const feed = text.indexOf("\n", Math.max(span.end, valueSpan.end));
  const lineEnd = feed < 0 ? text.length : feed - (text.charAt(feed - 1) === "\r" ? 1 : 0);
  const rest = text.slice(span.end, lineEnd);
  const comment = comments.find(({ start }) => start >= span.end && start < lineEnd);
  // Several statements of a line are taken apart.
  const isLast = comment === undefined ? rest.trim() === "" : text.slice(span.end, comment.start).trim() === "";
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const start = withoutBlanks(text, span.start);
  if (!isLast)
    return text.slice(start, span.end) === wanted ? [] : [{ span: { start, end: span.end }, newText: wanted + newline }];
  const wholeLine = { start, end: lineEnd };
  if (comment === undefined || dialect !== "compose" || to === "compose") {
    const end = comment === undefined ? lineEnd : span.end;
    const old = text.slice(start, end);
    return old === wanted ? [] : [{ span: { start, end }, newText: wanted }];
  }
  return [{ span: wholeLine, newText: `${text.slice(comment.start, comment.end)}${newline}${wanted}` }];
}

/** Blanks before a name belong to it for some tools. */
function withoutBlanks(text: string, start: number): number {
  const line = Math.max(text.lastIndexOf("\n", start - 1) + 1, text.startsWith("\uFEFF") ? 1 : 0);
  return text.slice(line, start).trim() === "" ? Math.min(line, start) : start;
}

/** Compose takes a name at the very end for a value. */
function ending(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (text === "" || text.endsWith("\n")) return [];
  const end = text.length;
  const last = edits.at(-1);
  if (last?.span.end === end) return [];
  return [{ span: { start: end, end }, newText: "\n" }];
}

/** Whether each tool in question reads the result as the first one read the original. */
function agrees(original: EnvSyntax, text: string, to: EnvTarget, kept: ReadonlyMap<string, string>): boolean {
  const wanted = finalValues(original);
  return (to === "everywhere" ? ENV_DIALECTS : [to]).every((dialect) => {
    const syntax = parseEnv(text, dialect);
    // Lines that had to stay may well be what the tool refuses; they are named.
    if (kept.size === 0 && syntax.issues.some((issue) => issue.fatal)) return false;
    const found = finalValues(syntax);
    return [...wanted].every(([name, value]) => kept.has(name) || (found.has(name) && found.get(name) === value));
  });
}

function finalValues({ assignments }: EnvSyntax): ReadonlyMap<string, string | undefined> {
  const values = new Map<string, string | undefined>();
  for (const { name, value } of assignments) if (value !== undefined || !values.has(name)) values.set(name, value);
  return values;
}
