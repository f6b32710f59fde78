// Variables that are written as `NAME=value` in one text: items of lists, words of lines.

import { ELSEWHERE } from "../../text/elsewhere.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";
import type { Given, GivenVariable } from "./syntax.ts";

export interface AssignmentWays {
  /** The text anew, as a whole: `NAME=value`. */
  readonly write: (assignment: string) => TextEdit | undefined;
  readonly remove: () => readonly TextEdit[] | undefined;
  /** The whole entry, where that is more than its text. */
  readonly span?: Span;
  /** Quotes that are left in the text are part of the value. */
  readonly keepsQuotes: boolean;
}

/** Undefined when there is no name, or one that is not known. `source` is the whole file. */
export function readAssignment(source: string, given: Given, ways: AssignmentWays): GivenVariable | undefined {
  const cut = given.text.indexOf("=");
  const name = cut < 0 ? given.text : given.text.slice(0, cut);
  if (name === "" || name.includes(ELSEWHERE)) return undefined;
  const { span } = given;
  const written = cut < 0 ? name : `${name}=`;
  const at = [span.start, span.start + 1].find((start) => source.startsWith(written, start));
  const nameSpan = at === undefined ? span : { start: at, end: at + name.length };
  const text = cut < 0 ? undefined : given.text.slice(cut + 1);
  const value = text?.includes(ELSEWHERE) === true ? undefined : text;
  const valueSpan = valuePlace(span, at, cut, written.length);
  const verbatim = value === undefined || cut < 0 ? undefined : standingIn(source, value, valueSpan);
  return {
    name,
    nameSpan,
    value,
    valueSpan,
    span: ways.span ?? span,
    keepsQuotes: ways.keepsQuotes && value !== undefined && value.length > 1 && /^(["']).*\1$/s.test(value),
    ...(verbatim === undefined ? {} : { verbatim }),
    write: (wanted) => ways.write(`${name}=${wanted}`),
    remove: ways.remove,
  };
}

function valuePlace(span: Span, at: number | undefined, cut: number, length: number): Span {
  if (at === undefined) return span;
  if (cut < 0) return { start: at + length, end: at + length };
  // Quotes around the whole do not belong to the value.
  return { start: at + length, end: Math.max(at + length, at > span.start ? span.end - 1 : span.end) };
}

/** Where a value stands unit for unit, perhaps in quotes of its own. */
function standingIn(source: string, value: string, { start, end }: Span): Span | undefined {
  const raw = source.slice(start, end);
  if (raw === value) return { start, end };
  return raw.length === value.length + 2 && /^["']/.test(raw) && raw.slice(1, -1) === value
    ? { start: start + 1, end: end - 1 }
    : undefined;
}
