import { endOfMonth } from '../csv/calendar.ts';
import type { StabilityFigures } from '../schemas/lab-figures.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { sameDateAuc } from '../statistics/same-date-auc.ts';
import { horizonOverlap } from './band-figures.ts';
import { rowsOfWindow } from './choose-split.ts';
import { type LabInput, rateOf } from './lab-input.ts';
import { decisionRows, toEstimate } from './window-figures.ts';
import { selectRows, selectScored, type WindowRows } from './window-rows.ts';

type Month = StabilityFigures['months'][number];

/**
 * The same figures month by month, over all mature as-of dates (design, purge and test): AUC with its by-account
 * interval, churn rate and hit rate by row (Wilson on rows ÷ overlap), catch rate by churner at its last positive row of
 * the month, share of scored rows in alarm. A month is the calendar month of the as-of date.
 */
export function computeStability(input: LabInput & { readonly daysBetween: number }): StabilityFigures {
  const { panel, windows } = input;
  const mature = rowsOfWindow(panel, windows, ['design', 'purge', 'test', 'all']);
  const byMonth = new Map<number, number[]>();
  for (const r of mature) {
    const month = endOfMonth(panel.asOf[r]!);
    const rows = byMonth.get(month);
    if (rows === undefined) byMonth.set(month, [r]);
    else rows.push(r);
  }
  const months = [...byMonth]
    .sort(([a], [b]) => a - b)
    .map(([month, rows]) => describeMonth(input, month, selectRows(panel, Int32Array.from(rows))));
  return { reason: months.length === 0 ? 'noRows' : null, months };
}

function describeMonth(
  input: LabInput & { readonly daysBetween: number },
  month: number,
  rows: WindowRows,
): Month {
  const { panel, scores, bands, settings } = input;
  const bandOf = bandOfScores(bands);
  const scored = selectScored(rows, scores);
  const asOfDates = new Set(rows.snapshot).size;
  // Outcomes overlap only among the dates of this month.
  const overlap = Math.min(asOfDates, horizonOverlap(settings.horizonDays, input.daysBetween));
  const isAlarm = (score: number) => score !== NOT_SCORED && bands[bandOf[score]!]!.alarm;
  let alarmRows = 0;
  let alarmPositives = 0;
  let positives = 0;
  for (let i = 0; i < scored.row.length; i++) {
    positives += scored.positive[i]!;
    if (!isAlarm(scored.bucket[i]!)) continue;
    alarmRows++;
    alarmPositives += scored.positive[i]!;
  }
  const decisions = decisionRows(panel, rows);
  return {
    month,
    asOfDates,
    rows: scored.row.length,
    accounts: new Set(scored.account).size,
    churners: decisions.length,
    positives,
    auc: toEstimate(sameDateAuc(scored)),
    alarmShare: scored.row.length === 0 ? null : alarmRows / scored.row.length,
    churnRate: rateOf(positives, scored.row.length, overlap),
    hitRate: rateOf(alarmPositives, alarmRows, overlap),
    catchRate: rateOf(decisions.filter((r) => isAlarm(scores[r]!)).length, decisions.length),
  };
}
