// `"Welcome to "our" server"`: quotes inside a text, which end it too early. What was meant is written in one piece.

import type { TextEdit } from "./edit.ts";
import { lineEnd } from "./lines.ts";

/** `start`: of a text that ends where a word begins. Undefined: the quotes on its line tell of something else. */
export function withoutInnerQuotes(text: string, start: number): TextEdit | undefined {
  const quote = text.charAt(start);
  const line = text.slice(start, lineEnd(text, start));
  const end = line.lastIndexOf(quote);
  const [head = "", ...pieces] = line.slice(1, end).split(quote);
  // Between them: inside, outside, inside, … – and what is quoted inside begins and ends with a word.
  const inner = pieces.filter((_, i) => i % 2 === 0);
  const isPlain =
    pieces.length > 0 && pieces.length % 2 === 0 && inner.every((piece) => /^[^\s,;{}()]+(?: [^\s,;{}()]+)*$/.test(piece));
  if (!isPlain || pieces.some((piece, i) => i % 2 === 1 && /[,;{}()]/.test(piece)) || line.includes("\\")) return undefined;
  const isAddress = /:\/\/|^[\w.-]*$/.test(head);
  const whole = [head, ...pieces].join(isAddress ? "" : `\\${quote}`).replace(/^([a-z]+:\/\/)\1/, "$1");
  return { span: { start, end: start + end + 1 }, newText: `${quote}${whole}${quote}` };
}
