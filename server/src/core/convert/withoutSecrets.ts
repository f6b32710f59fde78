// An env file as it may be shown in a terminal: only values of which it is known that they are no secrets, and names that look like
// names. What looks like a comment may be a variable that is switched off, and what looks like a name the end of a long value.

import type { Schema } from "../schema/schema.ts";
import { parseEnv } from "../syntax/env/index.ts";
import type { EnvAssignment, EnvDialect } from "../syntax/env/index.ts";

/** Read by the same tool, it has the same variables without those values. */
export function withoutSecrets(text: string, dialect: EnvDialect, schema: Schema): string {
  const { assignments, comments } = parseEnv(text, dialect);
  const pieces = [
    ...assignments.map((one) => ({ span: one.span, shown: shownAssignment(text, one, dialect, schema) })),
    ...comments.map((span) => ({ span, shown: shownComment(text.slice(span.start, span.end)) })),
  ].sort((a, b) => a.span.start - b.span.start);
  let result = "";
  let at = 0;
  for (const { span, shown } of pieces) {
    if (span.start < at) continue;
    result += blank(text.slice(at, span.start)) + shown;
    at = span.end;
  }
  return result + blank(text.slice(at));
}

function shownAssignment(text: string, { name, value, span }: EnvAssignment, dialect: EnvDialect, schema: Schema): string {
  const known = schema.variable(name);
  if ((known !== undefined && known.secret !== true) || (value === undefined && known !== undefined))
    return text.slice(span.start, span.end);
  if (known === undefined && !/^[A-Z][A-Z0-9_]*$/.test(name)) return "";
  if (value === undefined) return name;
  // What follows on the same line must not become the value.
  return dialect === "compose" ? `${name}=''` : `${name}=`;
}

function shownComment(text: string): string {
  const end = /=|^[#\s]*\w+\s*:(?!\/\/)/.exec(text);
  return end === null ? text : text.slice(0, end.index + end[0].length);
}

/** Between statements there are blanks and line breaks; whatever else a tool passes over stays unseen. */
function blank(text: string): string {
  return text.replace(/\S/g, "");
}
