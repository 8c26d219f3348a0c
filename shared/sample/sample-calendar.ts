import { dayFromYmd, endOfMonth, formatDay, weekday } from '../csv/calendar.ts';

/** First and last day of the sample's data: 2022-01-01 and 2024-06-30, in days since 1970-01-01. */
export const sampleFirstDay = dayFromYmd(2022, 1, 1);
export const sampleLastDay = dayFromYmd(2024, 6, 30);

/** One calendar month of the sample. `label` is `YYYY-MM`; both days belong to it. */
export interface SampleMonth {
  label: string;
  firstDay: number;
  lastDay: number;
}

/** The sample's 30 months, 2022-01 to 2024-06, in order. */
export function sampleMonths(): SampleMonth[] {
  const months: SampleMonth[] = [];
  for (let firstDay = sampleFirstDay; firstDay <= sampleLastDay; firstDay = endOfMonth(firstDay) + 1) {
    months.push({ label: formatDay(firstDay).slice(0, 7), firstDay, lastDay: endOfMonth(firstDay) });
  }
  return months;
}

/** Seasons of all days of the sample; element 0 is `sampleFirstDay`. */
export function sampleSeasons(): Float64Array {
  return Float64Array.from({ length: sampleLastDay - sampleFirstDay + 1 }, (_, i) =>
    seasonOf(sampleFirstDay + i),
  );
}

/**
 * Share of ordinary use on a day, 0–1, the same for every account: weekends .05, the Golden Week
 * (29 April, 3–6 May) .2, o-Bon (11–16 August) .2, the turn of the year (28 December – 4 January) .06.
 */
function seasonOf(day: number): number {
  const monthDay = formatDay(day).slice(5);
  if (monthDay >= '12-28' || monthDay <= '01-04') return 0.06;
  if (weekday(day) >= 6) return 0.05;
  if (monthDay >= '08-11' && monthDay <= '08-16') return 0.2;
  if (monthDay === '04-29' || (monthDay >= '05-03' && monthDay <= '05-06')) return 0.2;
  return 1;
}
