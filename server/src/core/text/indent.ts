// How far something is indented, and where the blanks before it begin.

/** The blanks between the start of the line and an offset; undefined where something else stands there, too. */
export function indentAt(text: string, offset: number): string | undefined {
  let start = offset;
  while (/[^\S\r\n\ufeff]/.test(text[start - 1] ?? "")) start--;
  return /[^\r\n\ufeff]/.test(text[start - 1] ?? "") ? undefined : text.slice(start, offset);
}

/** Where the blanks and tabs before an offset begin. */
export function blanksBefore(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === " " || text[start - 1] === "\t") start--;
  return start;
}
