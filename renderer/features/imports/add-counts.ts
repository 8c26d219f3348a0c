import type { Counts } from './row-counts.tsx';

/** The rows of several files together. */
export function addCounts(list: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => list.reduce((total, counts) => total + counts[key], 0);
  return {
    rowsRead: sum('rowsRead'),
    rowsKept: sum('rowsKept'),
    rowsReplaced: sum('rowsReplaced'),
    rowsUnchanged: sum('rowsUnchanged'),
    rowsRejected: sum('rowsRejected'),
  };
}
