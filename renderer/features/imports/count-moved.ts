import { dateReadingOf } from '../../../shared/csv/date-reading.ts';
import { parseDate } from '../../../shared/csv/parse-date.ts';
import type { ColumnPlan } from '../../../shared/schemas/import-plan.ts';

export interface MovedDays {
  /** Texts read. */
  readonly of: number;
  /** Those whose day is not the date written in them. */
  readonly count: number;
  /** The first of them, and its day; empty and 0 where there is none. */
  readonly text: string;
  readonly day: number;
}

/** How many date-times of a column fall on another day than the one written, under the zones of its plan. */
export function countMoved(texts: readonly string[], column: ColumnPlan): MovedDays {
  const reading = dateReadingOf(column);
  let moved: MovedDays = { of: 0, count: 0, text: '', day: 0 };
  for (const text of texts) {
    const day = parseDate(text, reading);
    const written = parseDate(text.trim().split(/[T\s]/i)[0] ?? '', { format: 'timestamp' });
    if (typeof day !== 'number' || typeof written !== 'number') continue;
    const first = moved.count === 0 && day !== written ? { text, day } : {};
    moved = { ...moved, of: moved.of + 1, count: moved.count + (day === written ? 0 : 1), ...first };
  }
  return moved;
}
