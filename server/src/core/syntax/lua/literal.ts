// What a literal's source text means: the string between the quotes, the number behind the digits. luaparse gives neither
// reliably (its strings are null unless every character is a byte), so both are read from the source.

import { utf8Decode } from "../../text/utf8.ts";
import { KEYWORDS, isWellFormedNumber } from "./scanner.ts";

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
  "'": "'",
};

/** The value of a string literal given with its quotes or long brackets. Escapes that Lua refuses are kept as they are written. */
export function decodeString(raw: string): string {
  const long = /^\[(=*)\[/.exec(raw);
  if (long !== null) {
    const body = raw.slice(long[0].length, raw.length - long[0].length);
    return normaliseBreaks(body.replace(/^(?:\r\n|\n\r|\r|\n)/, ""));
  }
  const body = raw.slice(1, raw.length > 1 && raw.endsWith(raw.charAt(0)) ? -1 : undefined);
  if (!body.includes("\\")) return body;
  return decodeEscapes(body);
}

function normaliseBreaks(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n|\n\r|\r/g, "\n") : text;
}

function decodeEscapes(body: string): string {
  let bytes: number[] = [];
  let out = "";
  const flush = (): void => {
    if (bytes.length > 0) out += utf8Decode(bytes);
    bytes = [];
  };
  const escape = /\\(?:(\d{1,3})|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]+)\}|z[ \t\n\v\f\r]*|(\r\n|\n\r|[\s\S]))|[^\\]+/g;
  for (const match of body.matchAll(escape)) {
    const [whole, decimal, hex, codePoint, other] = match;
    if (decimal !== undefined || hex !== undefined) {
      bytes.push(decimal === undefined ? parseInt(hex ?? "0", 16) : Number(decimal) & 255);
      continue;
    }
    flush();
    if (codePoint !== undefined) out += fromCodePoint(parseInt(codePoint, 16));
    else if (other !== undefined) out += SIMPLE_ESCAPES[other] ?? (/^[\r\n]/.test(other) ? "\n" : whole);
    else if (!whole.startsWith("\\z")) out += whole;
  }
  flush();
  return out;
}

function fromCodePoint(value: number): string {
  const isCharacter = value <= 0x10ffff && !(value >= 0xd800 && value < 0xe000);
  return isCharacter ? String.fromCodePoint(value) : "\ufffd";
}

/** The value of a numeral. Integers beyond 2^53 lose precision, as they would in a port or a limit nobody sets. */
export function decodeNumber(raw: string): number {
  if (!/^0[xX]/.test(raw)) return Number(raw);
  const match = /^0[xX]([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?\d+))?$/.exec(raw);
  if (match === null) return NaN;
  const [, whole = "", fraction = "", exponent = "0"] = match;
  return parseInt(`${whole}${fraction}` || "0", 16) * 2 ** (Number(exponent) - 4 * fraction.length);
}

/** The number that Lua's `tonumber` reads in a text, or undefined where it reads none. */
export function numberInText(text: string): number | undefined {
  const [, sign = "", digits = ""] = /^[ \t\n\v\f\r]*([+-]?)([^ \t\n\v\f\r]*)[ \t\n\v\f\r]*$/.exec(text) ?? [];
  if (!isWellFormedNumber(digits)) return undefined;
  return sign === "-" ? -decodeNumber(digits) : decodeNumber(digits);
}

/** A Lua string literal for a value, in double quotes. */
export function quoteString(value: string): string {
  const escaped = value.replace(/[\\"\n\r\0]/g, (c) =>
    c === "\n" ? "\\n" : c === "\r" ? "\\r" : c === "\0" ? "\\000" : `\\${c}`,
  );
  return `"${escaped}"`;
}

/** Whether Lua takes it for a name: of a variable, or of a key without brackets. */
export function isName(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text) && !KEYWORDS.has(text);
}

/** The key of a table entry: `info`, `["*"]`. */
export function quoteKey(key: string): string {
  return isName(key) ? key : `[${quoteString(key)}]`;
}
