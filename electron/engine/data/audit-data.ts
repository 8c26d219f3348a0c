import { type Dataset, lastDayKnownBy, type MetricSeries, NO_DAY } from '../../../shared/measures/dataset.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import type { AnalysisData } from '../measures/analysis-data.ts';

type Finding = DataSummary['findings'][number];

/** What stands out in the data and would bend a back-test, most harmful first; empty when nothing does. */
export function auditData({ dataset }: AnalysisData, rejectedRows: number): Finding[] {
  const findings: Finding[] = [];
  const add = (kind: Finding['kind'], count: number, subject = ''): void => {
    if (count > 0) findings.push({ kind, count, subject });
  };
  const { lives } = dataset;
  const hasEnd = lives.endDay.some((day) => day !== NO_DAY);
  if (lives.account.length > 0 && !hasEnd) add('noOutcomes', 1);
  add(
    'churnBeforeStart',
    countWhere(lives.endDay, (day, life) => day < lives.startDay[life]!),
  );
  for (const series of dataset.metrics.values()) {
    const { afterEnd, beforeStart } = countOutsideLives(dataset, series);
    add('usageAfterChurn', afterEnd, series.name);
    add('usageBeforeStart', beforeStart, series.name);
    if (isConstant(series)) add('constantMetric', series.day.length, series.name);
  }
  const lastUsage = Math.max(
    -NO_DAY,
    ...[...dataset.metrics.values()].map((s) => lastDayKnownBy(s.range, NO_DAY)),
  );
  if (lastUsage !== -NO_DAY) {
    add(
      'outcomesAfterUsage',
      countWhere(lives.endDay, (day) => day !== NO_DAY && day > lastUsage),
    );
  }
  add(
    'assumedStarts',
    countWhere(lives.assumedStart, (flag) => flag === 1),
  );
  add('rejectedRows', rejectedRows);
  return findings;
}

/** Accounts with a value above 0 after their last end, and before their first start. */
function countOutsideLives({ lives }: Dataset, series: MetricSeries) {
  let afterEnd = 0;
  let beforeStart = 0;
  for (let a = 0; a + 1 < series.offsets.length; a++) {
    const from = series.offsets[a]!;
    const to = series.offsets[a + 1]!;
    const firstLife = lives.offsets[a]!;
    const lastLife = lives.offsets[a + 1]! - 1;
    if (from === to || lastLife < firstLife) continue;
    const endDay = periodSlack(series, lives.endDay[lastLife]!);
    for (let i = to - 1; i >= from && series.day[i]! > endDay; i--) {
      if (!(series.value[i]! > 0)) continue;
      afterEnd++;
      break;
    }
    for (let i = from; i < to && series.day[i]! < lives.startDay[firstLife]!; i++) {
      if (!(series.value[i]! > 0)) continue;
      beforeStart++;
      break;
    }
  }
  return { afterEnd, beforeStart };
}

/** A period that began before the end may be stored after it. */
function periodSlack(series: MetricSeries, endDay: number): number {
  const days = { day: 0, week: 6, month: 30, quarter: 91 }[series.grain];
  return endDay >= NO_DAY - days ? NO_DAY : endDay + days;
}

function isConstant(series: MetricSeries): boolean {
  const first = series.value[0];
  return series.value.length > 1 && series.value.every((value) => value === first);
}

function countWhere<T extends Int32Array | Uint8Array>(
  column: T,
  test: (value: number, index: number) => boolean,
): number {
  let count = 0;
  for (let i = 0; i < column.length; i++) if (test(column[i]!, i)) count++;
  return count;
}
