// Lines as docker and podman read them: a line feed ends a line, one carriage return before it is dropped, and a line may not be
// longer than the buffer of Go's line scanner.

import { hasBytes } from "./characters.ts";

/** Size of that buffer; the line must be shorter. */
const LONGEST = 64 * 1024;

export interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  readonly tooLong: boolean;
}

export function* linesOf(text: string): Generator<Line> {
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf("\n", start);
    const full = feed < 0 ? text.length : feed;
    const end = full > start && text.charCodeAt(full - 1) === 0x0d ? full - 1 : full;
    yield { start, end, tooLong: hasBytes(text, start, full, LONGEST) };
    start = full + 1;
  }
}
