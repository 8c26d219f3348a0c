/** Turns values (higher = healthier) into buckets for jackknifeComponents: per as-of date the distinct values
 * become 1, 2, 3 … upwards, equal values sharing a bucket; a missing value (NaN) becomes 0, below every value.
 * One entry per row beside `snapshot` (0 … snapshotCount − 1). Loses nothing a same-date AUC uses.
 * For "more = worse" pass the negated values. O(n log n). */
export function ordinalBuckets(
  values: ArrayLike<number>,
  snapshot: ArrayLike<number>,
  snapshotCount: number,
): Int32Array {
  const buckets = new Int32Array(values.length);
  const { order, starts } = rowsBySnapshot(snapshot, snapshotCount);
  for (let s = 0; s < snapshotCount; s += 1) {
    const rows = order.subarray(starts[s]!, starts[s + 1]!);
    rows.sort((a, b) => compareMissingFirst(values[a]!, values[b]!));
    let bucket = 0;
    let previous = Number.NaN;
    for (const row of rows) {
      const value = values[row]!;
      if (Number.isNaN(value)) continue;
      if (value !== previous) bucket += 1;
      previous = value;
      buckets[row] = bucket;
    }
  }
  return buckets;
}

function compareMissingFirst(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a < b ? -1 : Number(a > b);
}

function rowsBySnapshot(
  snapshot: ArrayLike<number>,
  snapshotCount: number,
): { order: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(snapshotCount + 1);
  for (let row = 0; row < snapshot.length; row += 1) starts[snapshot[row]! + 1]! += 1;
  for (let s = 0; s < snapshotCount; s += 1) starts[s + 1]! += starts[s]!;
  const next = starts.slice();
  const order = new Int32Array(snapshot.length);
  for (let row = 0; row < snapshot.length; row += 1) {
    const s = snapshot[row]!;
    order[next[s]!] = row;
    next[s]! += 1;
  }
  return { order, starts };
}
