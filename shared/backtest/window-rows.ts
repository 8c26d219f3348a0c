import { NOT_SCORED } from '../scoring/live-scorer.ts';
import type { SameDateRows } from '../statistics/same-date-pairs.ts';
import { type Panel, POSITIVE } from './build-panel.ts';

/** Rows of one window, scored or not, in account-major order; `row` points into the panel. */
export interface WindowRows extends SameDateRows {
  readonly row: Int32Array;
}

/** The columns of some panel rows (all KEPT or POSITIVE), as the counting functions take them. */
export function selectRows(panel: Panel, row: Int32Array): WindowRows {
  const account = new Int32Array(row.length);
  const snapshot = new Uint16Array(row.length);
  const positive = new Uint8Array(row.length);
  for (let i = 0; i < row.length; i++) {
    const r = row[i]!;
    account[i] = panel.account[r]!;
    snapshot[i] = panel.snapshot[r]!;
    positive[i] = panel.label[r] === POSITIVE ? 1 : 0;
  }
  return { row, account, snapshot, positive, snapshotCount: panel.asOfDays.length };
}

/** Of some panel rows, those that have a value; `values` is by panel row, NaN = missing. */
export function rowsWithValue(row: Int32Array, values: Float64Array): Int32Array {
  const valued = new Int32Array(row.length);
  let count = 0;
  for (let i = 0; i < row.length; i++) if (!Number.isNaN(values[row[i]!]!)) valued[count++] = row[i]!;
  return valued.slice(0, count);
}

/** Of some window rows, those with a score; `scores` is by panel row, in tenths. */
export function selectScored(rows: WindowRows, scores: Int16Array): WindowRows & { bucket: Uint16Array } {
  let size = 0;
  for (const r of rows.row) if (scores[r] !== NOT_SCORED) size++;
  const row = new Int32Array(size);
  const account = new Int32Array(size);
  const snapshot = new Uint16Array(size);
  const positive = new Uint8Array(size);
  const bucket = new Uint16Array(size);
  let next = 0;
  for (let i = 0; i < rows.row.length; i++) {
    const score = scores[rows.row[i]!]!;
    if (score === NOT_SCORED) continue;
    row[next] = rows.row[i]!;
    account[next] = rows.account[i]!;
    snapshot[next] = rows.snapshot[i]!;
    positive[next] = rows.positive[i]!;
    bucket[next++] = score;
  }
  return { row, account, snapshot, positive, bucket, snapshotCount: rows.snapshotCount };
}
