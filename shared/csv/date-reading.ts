import type { ColumnPlan } from '../schemas/import-plan.ts';
import type { DateReading } from './parse-date.ts';
import { findZone } from './zone.ts';

/** How a date column is read under its plan: its format, and for timestamps its zones. A zone not known is left out. */
export function dateReadingOf({
  dateFormat = 'iso',
  zone,
  writtenZone,
}: Pick<ColumnPlan, 'dateFormat' | 'zone' | 'writtenZone'>): DateReading {
  if (dateFormat !== 'timestamp') return { format: dateFormat };
  const [day, written] = [findZone(zone ?? 'UTC'), writtenZone === undefined ? null : findZone(writtenZone)];
  return {
    format: dateFormat,
    ...(day === null ? {} : { zone: day }),
    ...(written === null ? {} : { writtenZone: written }),
  };
}
