// Quoted values of Compose: where they end, and what escapes in them stand for. Nothing about variables here.

export interface QuotedValue {
  /** Offset of the closing quote; undefined when there is none. */
  readonly close: number | undefined;
  /** The characters between the quotes, `\` before a quote removed. */
  readonly value: string;
}

/** Reads from the opening quote at `open`. */
export function readQuoted(text: string, open: number): QuotedValue {
  const quote = text.charAt(open);
  const parts: string[] = [];
  let from = open + 1;
  for (let i = open + 1; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === quote) {
      parts.push(text.slice(from, i));
      return { close: i, value: parts.join("") };
    }
    if (c !== "\\") continue;
    // A backslash and what follows it go together; before the quote it disappears.
    if (text.charAt(i + 1) === quote) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
    i++;
  }
  return { close: undefined, value: "" };
}

const ESCAPE = /\\(?:[abcfnrtv$"\\]|0\d{0,3})/g;

const PLAIN: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  '"': '"',
  "\\": "\\",
  // Two dollars make one at the interpolation that follows.
  $: "$$",
};

/** Escapes of a value in double quotes. What is no escape stays as it is; of a bad number only the 0 goes, as in Compose. */
export function expandEscapes(value: string): string {
  if (!value.includes("\\")) return value;
  return value.replace(ESCAPE, (match) => {
    const letter = match.charAt(1);
    if (letter !== "0") return PLAIN[letter] ?? match;
    const digits = match.slice(2);
    const code = /^[0-7]{3}$/.test(digits) ? parseInt(digits, 8) : 256;
    return code < 256 ? String.fromCharCode(code) : `\\${digits}`;
  });
}
