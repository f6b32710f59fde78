// Values of docker and podman: everything after the first `=`, byte for byte. Names the habits from shells and from Compose
// that these tools do not share, since each of them changes the value without a word.

import { isSpaceOrTab, skip, skipBack } from "./characters.ts";
import type { Collector } from "./collector.ts";

/** Reports what in the value at `start`…`end` hardly stands there on purpose. `tool` begins the sentences. */
export function literalTraps(text: string, start: number, end: number, tool: string, out: Collector): void {
  const first = skip(text, start, end, isSpaceOrTab);
  const last = skipBack(text, first, end, isSpaceOrTab);
  if (first > start || last < end) {
    const [from, to] = first > start ? [start, first] : [last, end];
    out.trap("blank-kept", from, to, `${tool} keeps blanks around a value as a part of it. Remove them.`);
  }
  const quote = text.charAt(first);
  if ((quote === '"' || quote === "'") && quoted(text, first, last, quote)) {
    out.trap("quotes-kept", first, last, `${tool} keeps quotes as a part of the value. Write it without them.`);
  }
  const hash = commentAt(text, first, last);
  if (hash !== undefined) {
    const message = `${tool} knows comments only at the start of a line; this one becomes part of the value. Put it on a line of its own.`;
    out.trap("comment-kept", hash, last, message);
  }
}

/** The value is in quotes, or in quotes with a comment after them. */
function quoted(text: string, first: number, last: number, quote: string): boolean {
  if (last - first >= 2 && text.charAt(last - 1) === quote) return true;
  const close = text.slice(first + 1, last).indexOf(quote);
  if (close < 0) return false;
  const after = first + 1 + close + 1;
  const next = skip(text, after, last, isSpaceOrTab);
  return next > after && text.charAt(next) === "#";
}

/** Where a `#` stands between blanks, or after a blank and before the end. */
function commentAt(text: string, first: number, last: number): number | undefined {
  const found = /[ \t]#(?=[ \t]|$)/.exec(text.slice(first, last));
  return found === null ? undefined : first + found.index + 1;
}
