// A stretch of text: offsets are UTF-16 string indices, `end` is exclusive.

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Of what a file is given from elsewhere: in its own text it stands nowhere, so that nothing can be said or changed there. */
export const NOWHERE: Span = { start: -1, end: -1 };

export function isHere({ start }: Span): boolean {
  return start >= 0;
}

/** Whether the offset lies inside or at either edge: a cursor at the end of a word touches the word. */
export function touches(s: Span, offset: number): boolean {
  return s.start <= offset && offset <= s.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether they share an offset; edges count. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start <= other.end && one.end >= other.start;
}

export function shift(s: Span, by: number): Span {
  return by === 0 ? s : { start: s.start + by, end: s.end + by };
}
