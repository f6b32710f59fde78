// Values of docker and podman: everything after the first `=`, byte for byte. Names the habits from shells and from Compose
// that these tools do not share, since each of them changes the value without a word.

import type { Span } from "../../text/span.ts";
import { isSpaceOrTab, skip, skipBack } from "./characters.ts";
import type { Collector } from "./collector.ts";

/** A statement from `start` to `end`, with its value behind the `=` that follows the name. `tool` begins the sentences. */
export function literalAssignment(
  text: string,
  nameSpan: Span,
  { start, end, cut }: Span & { readonly cut: number },
  tool: string,
  out: Collector,
): void {
  const valueSpan = { start: cut + 1, end };
  const value = text.slice(cut + 1, end);
  const name = text.slice(nameSpan.start, nameSpan.end);
  out.assignment({ name, nameSpan, value, valueSpan, span: { start, end }, verbatim: valueSpan });
  literalTraps(text, cut + 1, end, tool, out);
}

/** A name alone: its value is that of the tool's own environment. */
export function bareName(text: string, start: number, end: number, tool: "docker" | "podman", out: Collector): void {
  const name = text.slice(start, end);
  const nameSpan = { start, end };
  const isWildcard = name.endsWith("*");
  const wildcard = isWildcard && tool === "podman" ? ({ wildcard: true } as const) : {};
  out.assignment({ name, nameSpan, value: undefined, valueSpan: { start: end, end }, span: nameSpan, ...wildcard });
  if (isWildcard && tool === "docker") {
    const message = "docker passes on variables by their whole names only, so this line sets nothing. `NAME*` is podman's.";
    out.trap("wildcard", start, end, message);
  }
  const colon = name.indexOf(":");
  if (colon < 0) return;
  const message = `${tool} separates name and value by \`=\` only, so this line sets nothing. Write NAME=value.`;
  out.trap("colon-separator", start + colon, start + colon + 1, message);
}

/** Reports what in the value at `start`…`end` hardly stands there on purpose. */
function literalTraps(text: string, start: number, end: number, tool: string, out: Collector): void {
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
