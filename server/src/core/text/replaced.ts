// A list with a stretch of it replaced, in as little room as can be: lists of a large file are made anew with each key stroke.

/** So many can be handed over as arguments of a call. */
const FEW = 1000;

/** Items from `from` to `to` give way to others. */
export function replaced<T>(list: readonly T[], from: number, to: number, added: readonly T[]): T[] {
  if (added.length <= FEW) return list.toSpliced(from, to - from, ...added);
  return list.slice(0, from).concat(added, list.slice(to));
}
