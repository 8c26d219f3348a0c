import { denseRanks } from './dense-ranks.ts';
import { runToEnd } from './run-to-end.ts';

/** Turns values (higher = healthier) into buckets for jackknifeComponents: per as-of date the distinct values
 * become 1, 2, 3 … upwards, equal values sharing a bucket; a missing value (NaN) becomes 0, below every value.
 * One entry per row beside `snapshot` (0 … snapshotCount − 1). Loses nothing a same-date AUC uses.
 * For "more = worse" pass the negated values. O(n). */
export function ordinalBuckets(
  values: ArrayLike<number>,
  snapshot: ArrayLike<number>,
  snapshotCount: number,
): Int32Array {
  return runToEnd(ordinalBucketSteps(values, snapshot, snapshotCount));
}

/** ordinalBuckets one as-of date a step; says the share that is done. */
export function* ordinalBucketSteps(
  values: ArrayLike<number>,
  snapshot: ArrayLike<number>,
  snapshotCount: number,
): Generator<number, Int32Array, void> {
  const buckets = new Int32Array(values.length);
  const { order, starts } = rowsBySnapshot(snapshot, snapshotCount);
  for (let s = 0; s < snapshotCount; s += 1) {
    const rows = order.subarray(starts[s]!, starts[s + 1]!);
    const own = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i += 1) own[i] = values[rows[i]!]!;
    const places = new Int32Array(rows.length);
    denseRanks(own, places);
    for (let i = 0; i < rows.length; i += 1) buckets[rows[i]!] = 1 + places[i]!;
    yield (s + 1) / snapshotCount;
  }
  return buckets;
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
