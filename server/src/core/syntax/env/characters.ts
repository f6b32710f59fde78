// White space and sizes as the tools (all written in Go) see them; JavaScript's own trim and \s know other characters.

export const BYTE_ORDER_MARK = "\uFEFF";

/** What Go's unicode.IsSpace takes for white space, line breaks included. */
export function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return (
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** The few blanks that Compose skips within a line. */
export function isInlineSpace(unit: number): boolean {
  return (unit !== 0x0a && unit >= 0x09 && unit <= 0x0d) || unit === 0x20 || unit === 0x85 || unit === 0xa0;
}

export function isSpaceOrTab(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}

export function isCarriageReturn(unit: number): boolean {
  return unit === 0x0d;
}

/** The first offset from `from` on, but not after `to`, where the test fails. */
export function skip(text: string, from: number, to: number, test: (unit: number) => boolean): number {
  let at = from;
  while (at < to && test(text.charCodeAt(at))) at++;
  return at;
}

/** The last offset not before `from` such that everything between it and `to` passes the test. */
export function skipBack(text: string, from: number, to: number, test: (unit: number) => boolean): number {
  let at = to;
  while (at > from && test(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the line break stands, or the text ends. */
export function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  return feed < 0 ? text.length : feed;
}

/** Whether the text takes at least so many bytes in UTF-8. */
export function hasBytes(text: string, start: number, end: number, count: number): boolean {
  if ((end - start) * 3 < count) return false;
  let bytes = 0;
  for (let i = start; i < end && bytes < count; i++) {
    const unit = text.charCodeAt(i);
    // The two halves of a surrogate pair are four bytes together.
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  return bytes >= count;
}
