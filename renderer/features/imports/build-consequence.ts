import {
  grainOfMarks,
  periodEnd,
  periodEndOfIndex,
  periodIndex,
  storedDay,
} from '../../../shared/csv/calendar.ts';
import { type DateReading, parseDate } from '../../../shared/csv/parse-date.ts';
import type { DateFormat, DateMarks, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { Grain } from '../../../shared/schemas/measure.ts';
import { type DateRole, isSeriesKind } from './roles.ts';

/** What a date column does to the data, told on the first date of the file that can be read. */
export type Consequence =
  | { readonly type: 'unreadable' }
  /** A value of a period, used from the end of `usedFrom`. */
  | {
      readonly type: 'value';
      readonly text: string;
      readonly grain: Grain;
      readonly first: number;
      readonly last: number;
      readonly usedFrom: number;
      readonly lagDays: number;
    }
  | { readonly type: Exclude<DateRole, 'date'> | 'recordDate'; readonly text: string; readonly day: number };

export interface ConsequenceInput {
  readonly role: DateRole;
  readonly reading: DateReading;
  readonly plan: Pick<ImportPlan, 'kind' | 'dateMarks' | 'lagDays'>;
  readonly samples: readonly string[];
}

/** The consequence of a date column under a plan: for a series, from which day on its value may be used. */
export function buildConsequence({ role, reading, plan, samples }: ConsequenceInput): Consequence {
  const text = samples.find((sample) => typeof parseDate(sample, reading) === 'number');
  const day = text === undefined ? 'invalid' : parseDate(text, reading);
  if (text === undefined || typeof day !== 'number') return { type: 'unreadable' };
  if (role !== 'date') return { type: role, text, day };
  if (!isSeriesKind(plan.kind)) return { type: 'recordDate', text, day };
  const { lagDays } = plan;
  return {
    type: 'value',
    text,
    ...periodOf(day, plan.dateMarks),
    lagDays,
    usedFrom: storedDay(day, plan.dateMarks) + lagDays,
  };
}

/** The calendar period that the stored value of a date stands for. */
function periodOf(day: number, marks: DateMarks): { grain: Grain; first: number; last: number } {
  const grain = grainOfMarks(marks);
  const last = periodEnd(storedDay(day, marks), grain);
  return { grain, first: periodEndOfIndex(periodIndex(last, grain) - 1, grain) + 1, last };
}

/** How the first three samples read in a format; null = not a date in it. */
export function readSamples(
  samples: readonly string[],
  format: DateFormat,
): { text: string; day: number | null }[] {
  return samples
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const day = parseDate(text, { format });
      return { text, day: typeof day === 'number' ? day : null };
    });
}
