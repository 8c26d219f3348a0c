import type { SameDateRows } from '../statistics/same-date-pairs.ts';

/** Row indices to learn from and, later in time, to be judged on. */
export type TimeFold = { readonly train: Int32Array; readonly test: Int32Array };

/** Forward-chained folds: as-of dates in `blocks` (5) runs of about equal positives, train on the first b, test on the
 * next. Training dates whose outcomes reach the test block are left out: train = dates ≤ first test date − gap −
 * horizon, as for the test window. A fold is given only where both sides hold both classes, so there may be fewer than
 * blocks − 1, or none.
 * @param asOfDays day of each snapshot index, ascending */
export function timeFolds(
  rows: SameDateRows,
  asOfDays: ArrayLike<number>,
  settings: { readonly gapDays: number; readonly horizonDays: number; readonly blocks?: number },
): TimeFold[] {
  const { gapDays, horizonDays, blocks = 5 } = settings;
  const blockOf = timeBlocks(rows, blocks);
  const folds: TimeFold[] = [];
  for (let block = 1; block < blocks; block++) {
    const first = blockOf.indexOf(block);
    if (first < 0) continue;
    const purged = asOfDays[first]! - gapDays - horizonDays;
    const isTrain = (s: number) => blockOf[s]! < block && asOfDays[s]! <= purged;
    const train = pickRows(rows, isTrain);
    const test = pickRows(rows, (s) => blockOf[s] === block);
    if (hasBothClasses(rows, train) && hasBothClasses(rows, test)) folds.push({ train, test });
  }
  return folds;
}

/** The block of each snapshot, never falling: that in which the middle of its positives lies when all of them are
 * counted off in time. */
export function timeBlocks(rows: SameDateRows, blocks: number): Int32Array {
  const positives = new Int32Array(rows.snapshotCount);
  for (let r = 0; r < rows.snapshot.length; r++) positives[rows.snapshot[r]!]! += rows.positive[r]!;
  const total = positives.reduce((sum, count) => sum + count, 0);
  let before = 0;
  return Int32Array.from(positives, (count) => {
    const block = total === 0 ? 0 : Math.floor((blocks * (before + count / 2)) / total);
    before += count;
    return Math.min(blocks - 1, block);
  });
}

function pickRows(rows: SameDateRows, isWanted: (snapshot: number) => boolean): Int32Array {
  const wanted = Uint8Array.from({ length: rows.snapshotCount }, (_, s) => Number(isWanted(s)));
  const picked: number[] = [];
  for (let r = 0; r < rows.snapshot.length; r++) if (wanted[rows.snapshot[r]!] === 1) picked.push(r);
  return Int32Array.from(picked);
}

function hasBothClasses(rows: SameDateRows, picked: Int32Array): boolean {
  const positives = picked.reduce((sum, r) => sum + rows.positive[r]!, 0);
  return positives > 0 && positives < picked.length;
}
