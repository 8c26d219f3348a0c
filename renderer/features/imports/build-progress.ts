import type { RunningTask } from '../../client/app-store.ts';

/** How far an import is: rows so far, rows a second, whole seconds left; null where it can't be said yet. */
export interface ImportProgress {
  /** 0–100; null until the file's size is known. */
  readonly percent: number | null;
  readonly rows: number;
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
  /** All rows are read; they are being compared and stored. */
  readonly isStoring: boolean;
}

/** `done` and `total` of an import are rows; the total is an estimate from the bytes read until the end is reached. */
export function buildProgress(task: Pick<RunningTask, 'done' | 'total' | 'rate'> | null): ImportProgress {
  if (task === null || task.total <= 0) {
    return { percent: null, rows: 0, rowsPerSecond: null, secondsLeft: null, isStoring: false };
  }
  const { done, total, rate } = task;
  const isStoring = done >= total;
  return {
    percent: Math.min(100, (100 * done) / total),
    rows: done,
    rowsPerSecond: rate > 0 ? Math.round(rate) : null,
    secondsLeft: rate > 0 && !isStoring ? Math.ceil((total - done) / rate) : null,
    isStoring,
  };
}
