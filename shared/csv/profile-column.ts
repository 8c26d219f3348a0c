import { namesDate } from './column-names.ts';
import { type DateDetection, detectDateFormat } from './detect-date-format.ts';
import { parseBoolean } from './parse-boolean.ts';
import { parseNumber } from './parse-number.ts';

/** What the sample values of one column look like; shares are of the cells that are not blank. */
export interface ColumnProfile {
  readonly index: number;
  readonly name: string;
  readonly filled: number;
  readonly filledShare: number;
  /** Different texts, in order of first sight. */
  readonly distinct: readonly string[];
  readonly numberShare: number;
  readonly booleanShare: number;
  readonly dates: DateDetection;
}

const noDates: DateDetection = { format: null, alternatives: [], ambiguous: false, bareNumbers: false };

/**
 * Profile of one column over the sample rows; white space around a text does not count.
 * Shares of a column without a value are 0. Dates are looked for in at most 2,000 different texts; where the name says that
 * they are dates, half of them suffices, so that a few bad ones become problem rows and not a column of text.
 */
export function profileColumn(
  column: { readonly index: number; readonly name: string },
  rows: readonly (readonly string[])[],
  decimal: '.' | ',',
): ColumnProfile {
  const counts = new Map<string, number>();
  let filled = 0;
  for (const row of rows) {
    const text = (row[column.index] ?? '').trim();
    if (text === '') continue;
    filled++;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const distinct = [...counts.keys()];
  let [numbers, booleans] = [0, 0];
  for (const [text, count] of counts) {
    if (typeof parseNumber(text, { decimal }) === 'number') numbers += count;
    if (text.length < 8 && typeof parseBoolean(text) === 'boolean') booleans += count;
  }
  return {
    ...column,
    filled,
    filledShare: rows.length === 0 ? 0 : filled / rows.length,
    distinct,
    numberShare: filled === 0 ? 0 : numbers / filled,
    booleanShare: filled === 0 ? 0 : booleans / filled,
    dates: datesOf(distinct, namesDate(column.name) ? 0.5 : 0.9),
  };
}

function datesOf(distinct: readonly string[], atLeast: number): DateDetection {
  if (detectDateFormat(distinct.slice(0, 40), atLeast).format === null) return noDates;
  return detectDateFormat(distinct.slice(0, 2000), atLeast);
}
