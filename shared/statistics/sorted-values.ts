/** An ascending copy; the input stays as it is. Missing values must be dropped (and counted) before:
 * throws a RangeError when one is NaN, because a rank among missing values means nothing. */
export function sortedValues(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values).sort();
  // a typed array sorts NaN to the end
  if (sorted.length > 0 && Number.isNaN(sorted[sorted.length - 1]!))
    throw new RangeError('missing values must be dropped first');
  return sorted;
}
