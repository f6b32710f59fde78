// The items of a list variable as the image makes them: cut at each comma, nothing trimmed, empty ones dropped.

import type { Span } from "../../../text/span.ts";
import type { Subject } from "./subject.ts";

export interface ListItem {
  readonly text: string;
  /** Undefined where the value does not stand in the text as it is. */
  readonly span: Span | undefined;
}

/** None when the tools read different values. */
export function listItems({ values, place }: Subject): readonly ListItem[] {
  const [value, ...others] = values ?? [];
  if (value === undefined || others.length > 0) return [];
  return parts(value, ",", place);
}

/** The item without the blanks around it. */
export function trimmed({ text, span }: ListItem): ListItem {
  const inner = text.trim();
  const start = text.indexOf(inner);
  return {
    text: inner,
    span: span === undefined ? undefined : { start: span.start + start, end: span.start + start + inner.length },
  };
}

/** Parts of an item, cut at colons in the same way. */
export function colonParts({ text, span }: ListItem): readonly ListItem[] {
  return parts(text, ":", span);
}

function parts(value: string, separator: string, place: Span | undefined): readonly ListItem[] {
  const found: ListItem[] = [];
  let at = 0;
  for (const text of value.split(separator)) {
    const start = (place?.start ?? 0) + at;
    if (text !== "") found.push({ text, span: place === undefined ? undefined : { start, end: start + text.length } });
    at += text.length + separator.length;
  }
  return found;
}
