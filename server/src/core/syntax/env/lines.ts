// Lines as docker and podman read them: a line feed ends a line, one carriage return before it is dropped, and a line may not be
// longer than the buffer of Go's line scanner.

import { hasBytes, skip } from "./characters.ts";
import type { Collector } from "./collector.ts";
import type { EnvDialect } from "./dialects.ts";

/** Size of that buffer; the line must be shorter. */
const LONGEST = 64 * 1024;

interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  readonly tooLong: boolean;
}

export interface LineReading {
  /** In the tool's own words for itself. */
  readonly tool: Exclude<EnvDialect, "compose">;
  /** White space that the tool removes from the left. */
  readonly isBlank: (code: number) => boolean;
  /** Where the first line begins, when something stands before it. */
  readonly from?: number;
  readonly readLine: (start: number, end: number) => void;
}

/** Empty lines are passed over, those that begin with `#` are comments, the rest is read from its first visible character on. */
export function readLines(text: string, out: Collector, { tool, isBlank, from = 0, readLine }: LineReading): void {
  for (const line of linesOf(text)) {
    const start = skip(text, Math.max(line.start, from), line.end, isBlank);
    if (line.tooLong) {
      const message = `This line is longer than 64 KiB, which ${tool} does not read. Give the value in a file that you mount instead.`;
      out.refusal("line-too-long", line.start, line.end, message);
    }
    if (start === line.end) continue;
    if (text.charAt(start) === "#") out.comment(start, line.end);
    else readLine(start, line.end);
  }
}

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf("\n", start);
    const full = feed < 0 ? text.length : feed;
    const end = full > start && text.charCodeAt(full - 1) === 0x0d ? full - 1 : full;
    yield { start, end, tooLong: hasBytes(text, start, full, LONGEST) };
    start = full + 1;
  }
}
