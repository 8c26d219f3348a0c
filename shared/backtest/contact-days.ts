import type { AccountDays, Dataset } from '../measures/dataset.ts';

/** The days on which an account was contacted, over all imported and entered interventions; ascending by account. */
export function contactDays({ records, accountIds }: Pick<Dataset, 'records' | 'accountIds'>): AccountDays {
  const sources = [...records.values()].filter(({ kind }) => kind === 'intervention');
  const offsets = new Int32Array(accountIds.length + 1);
  const days: number[] = [];
  for (let a = 0; a < accountIds.length; a++) {
    const own = sources.flatMap(({ offsets: at, day }) => Array.from(day.subarray(at[a], at[a + 1])));
    days.push(...own.sort((x, y) => x - y));
    offsets[a + 1] = days.length;
  }
  return { offsets, day: Int32Array.from(days) };
}
