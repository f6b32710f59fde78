// Lists to be kept by the ten thousand, in as little room as can be.

const NOTHING: readonly never[] = [];

/** One empty list for all, and none with room for more. */
export function kept<Item>(items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? NOTHING : items.slice();
}

/** What a set holds. */
export function keptOf<Item>(items: ReadonlySet<Item>): readonly Item[] {
  return items.size === 0 ? NOTHING : [...items];
}
