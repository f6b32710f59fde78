// Compose's `.env` and `env_file`: statements with quotes, escapes, comments and interpolation, written after compose-go's reader.
// Where that refuses the file, reading goes on after the statement's value, or on the next line.

import { BYTE_ORDER_MARK, isCarriageReturn, isInlineSpace, isSpace, lineEnd, skip, skipBack } from "./characters.ts";
import { Collector } from "./collector.ts";
import { ComposeValues } from "./composeValues.ts";
import type { EnvSyntax } from "./syntax.ts";

/**
 * `lookup`: what Compose's environment holds; undefined for a variable that is certainly not set. Without it nothing is known about the
 * environment, and what depends on it is uncertain.
 */
export function parseComposeEnv(text: string, lookup?: (name: string) => string | undefined): EnvSyntax {
  const out = new Collector("compose");
  const values = new ComposeValues(text, out, lookup);
  let at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  while ((at = statementStart(text, at, out)) < text.length) at = readStatement(text, at, values, out);
  return out.done();
}

function statementStart(text: string, from: number, out: Collector): number {
  let at = skip(text, from, text.length, isSpace);
  while (text.charAt(at) === "#") {
    const end = lineEnd(text, at);
    out.comment(at, skipBack(text, at, end, isCarriageReturn));
    at = skip(text, end, text.length, isSpace);
  }
  return at;
}

/** Returns the offset after the statement. */
function readStatement(text: string, start: number, values: ComposeValues, out: Collector): number {
  const nameStart = afterExport(text, start);
  if (nameStart === text.length) {
    out.refusal("export-without-name", start, start + "export".length, "There is no name after `export`. Write NAME=value.");
    return text.length;
  }
  const { end, bad } = scanName(text, nameStart);
  if (bad !== undefined) return refuseName(text, nameStart, bad, values, out);
  if (end === text.length) return nameAtEnd(text, start, nameStart, values, out);

  const trimmed = skipBack(text, nameStart, end, isSpace);
  const name = text.slice(nameStart, trimmed);
  const nameSpan = { start: nameStart, end: trimmed };
  const separated = text.charAt(end) !== "\n";
  if (name.includes(" ")) {
    const message = "Compose refuses a file in which a name has blanks in it. Write NAME=value.";
    out.refusal("name-with-blank", nameStart, trimmed, message);
    return separated ? values.pass(end + 1) : end + 1;
  }
  if (!separated) {
    if (name !== "") {
      const valueSpan = { start: trimmed, end: trimmed };
      out.assignment({ name, nameSpan, value: undefined, valueSpan, span: { start, end: trimmed } });
    }
    return end + 1;
  }
  if (name === "") {
    const message = "There is no name before the separator, so this sets a variable with an empty name. Write NAME=value.";
    out.trap("no-name", start, end + 1, message);
  }
  return values.read(start, name, nameSpan, end + 1);
}

/** `export` and the white space after it mean nothing. */
function afterExport(text: string, start: number): number {
  const after = start + "export".length;
  if (!text.startsWith("export", start) || !/[\t\n\f\r ]/.test(text.charAt(after))) return start;
  return skip(text, after, text.length, isInlineSpace);
}

interface ScannedName {
  /** Offset of the separator or of the line break; the end of the text when neither comes. */
  readonly end: number;
  /** Offset of the first character that cannot be part of a name. */
  readonly bad?: number;
}

function scanName(text: string, start: number): ScannedName {
  for (let i = start; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x3d || unit === 0x3a || unit === 0x0a) return { end: i };
    if (isInlineSpace(unit) || isAsciiNameUnit(unit)) continue;
    const letter = unit < 0x80 ? "" : String.fromCodePoint(text.codePointAt(i) ?? 0);
    if (!/^[\p{L}\p{N}]/u.test(letter)) return { end: i, bad: i };
    i += letter.length - 1;
  }
  return { end: text.length };
}

/** Letters, digits and `_ . - [ ]`. */
function isAsciiNameUnit(unit: number): boolean {
  const lower = unit | 0x20;
  if (unit < 0x80 && lower >= 0x61 && lower <= 0x7a) return true;
  return (unit >= 0x30 && unit <= 0x39) || unit === 0x5f || unit === 0x2e || unit === 0x2d || unit === 0x5b || unit === 0x5d;
}

function refuseName(text: string, nameStart: number, bad: number, values: ComposeValues, out: Collector): number {
  const end = lineEnd(text, nameStart);
  const size = (text.codePointAt(bad) ?? 0) > 0xffff ? 2 : 1;
  const message = "A name cannot contain this character, and Compose refuses the file. Names consist of letters, digits and `_`.";
  out.refusal("bad-name-character", bad, bad + size, message);
  const separator = text.slice(bad, end).indexOf("=");
  return separator < 0 ? end : values.pass(bad + separator + 1);
}

/** Compose takes a name on the last line, without a line break after it, for a value without a name. */
function nameAtEnd(text: string, start: number, nameStart: number, values: ComposeValues, out: Collector): number {
  const end = skipBack(text, nameStart, text.length, isSpace);
  const message =
    "The file ends in a name, which Compose takes for the value of a variable without a name. Write NAME=value, or end the line.";
  out.trap("name-at-end", nameStart, end, message);
  return values.read(start, "", { start: nameStart, end: nameStart }, nameStart);
}
