// Halving instead of asking one after the other: where something stands among numbers that only grow.

/** The index of the last number that is not greater, or of the first one. */
export function lastAtOrBefore(numbers: Int32Array, wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
