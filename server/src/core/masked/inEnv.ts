// Where secrets may be in an env file: values of all variables but those that are known to hold none, and whatever is no assignment.

import type { EnvFile } from "../model/envFile.ts";
import type { Schema } from "../schema/schema.ts";
import type { Span } from "../text/span.ts";
import { secretsInAddress, secretsInComment } from "./words.ts";

export function secretsInEnv({ syntaxes }: EnvFile, text: string, schema: Schema): readonly Span[] {
  // What one of the tools takes for a value may be the rest of a secret to another.
  return syntaxes.flatMap(({ assignments, comments }) => {
    const shown: Span[] = [];
    const hidden: Span[] = [];
    for (const { name, value, span, nameSpan, valueSpan } of assignments) {
      if (isPublic(name, schema)) {
        shown.push(span);
        hidden.push(...secretsInAddress(text, valueSpan));
      } else if (/^[A-Z][A-Z0-9_]*$/.test(name)) {
        shown.push({ start: span.start, end: value === undefined ? nameSpan.end : valueSpan.start });
      }
    }
    for (const comment of comments) {
      shown.push(comment);
      hidden.push(...secretsInComment(text, comment));
    }
    return [...hidden, ...outside(shown, text)];
  });
}

/** Known to hold no secret. */
export function isPublic(name: string, schema: Schema): boolean {
  const variable = schema.variable(name);
  return variable !== undefined && variable.secret !== true;
}

/** What is neither shown nor blank. */
function outside(shown: readonly Span[], text: string): readonly Span[] {
  const between: Span[] = [];
  let at = 0;
  for (const { start, end } of [...shown, { start: text.length, end: text.length }].sort((a, b) => a.start - b.start)) {
    for (const word of text.slice(at, Math.max(at, start)).matchAll(/\S+/g))
      between.push({ start: at + word.index, end: at + word.index + word[0].length });
    at = Math.max(at, end);
  }
  return between;
}
