import { z } from 'zod';
import { periodEndOfIndex, periodIndex } from '../../../shared/csv/calendar.ts';
import { type Dataset, lastDayThrough, type MetricSeries, NO_DAY } from '../../../shared/measures/dataset.ts';
import type { Database } from '../store/database.ts';
import { loadSetting, saveSetting } from '../store/settings-table.ts';

const answerSchema = z.strictObject({ end: z.int(), through: z.int().nullable() });

/** What a person said of a last period that ends on `end`: complete only until `through`, or as it is (null). */
export type LastPeriodAnswer = z.infer<typeof answerSchema>;

export function loadLastPeriod(database: Database): LastPeriodAnswer | null {
  const text = loadSetting(database, 'lastPeriod');
  if (text === null) return null;
  const parsed = answerSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

export function saveLastPeriod(database: Database, answer: LastPeriodAnswer): void {
  saveSetting(database, 'lastPeriod', JSON.stringify(answer));
}

/** The last day that a half-exported last period leaves complete; null once newer data have come, or where none is. */
export function completeBeforeLastPeriod(
  database: Database,
  { metrics }: Dataset,
  importDay: number | null,
): number | null {
  const answer = loadLastPeriod(database);
  if (answer === null || answer.through === null || metrics.size === 0) return null;
  const latest = Math.max(...[...metrics.values()].map((series) => lastDayBegun(series, importDay)));
  return latest > answer.end ? null : answer.through;
}

/** Last day of a metric's last period that had begun by the newest import; −NO_DAY without one. */
export function lastDayBegun(series: MetricSeries, importDay: number | null): number {
  if (importDay === null) return lastDayThrough(series, NO_DAY);
  return lastDayThrough(series, periodEndOfIndex(periodIndex(importDay, series.grain), series.grain));
}
