// How far something is indented.

/** The blanks between the start of the line and an offset; undefined where something else stands there, too. */
export function indentAt(text: string, offset: number): string | undefined {
  let start = offset;
  while (/[^\S\r\n]/.test(text[start - 1] ?? "")) start--;
  return /[^\r\n]/.test(text[start - 1] ?? "") ? undefined : text.slice(start, offset);
}
