/** An ascending copy; the input stays as it is. Missing values must be dropped (and counted) before:
 * throws a RangeError when one is NaN, because a rank among missing values means nothing. */
export function sortedValues(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values).sort();
  // a typed array sorts NaN to the end
  if (sorted.length > 0 && Number.isNaN(sorted[sorted.length - 1]!))
    throw new RangeError('missing values must be dropped first');
  return sorted;
}

/** Index of the first of ascending numbers that is not below `value`: where it stands, for one known to be among them. */
export function indexInAscending(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
