import { periodIndex } from '../csv/calendar.ts';
import { type Dataset, type MetricSeries, NO_DAY, upperBound } from '../measures/dataset.ts';
import type { Grain } from '../schemas/measure.ts';
import { type Finding, type FindingKind, findingOf, positionedRows } from './finding.ts';

/** Values outside every life of their account, values dated after the import, and metrics of one value only. */
export function auditSeries({ lives }: Dataset, series: MetricSeries, importDay: number | null): Finding[] {
  const after: number[] = [];
  const before: number[] = [];
  const future: number[] = [];
  for (let account = 0; account + 1 < series.offsets.length; account++) {
    const first = lives.offsets[account]!;
    const last = lives.offsets[account + 1]! - 1;
    for (let i = series.offsets[account]!; i < series.offsets[account + 1]!; i++) {
      const day = series.day[i]!;
      if (importDay !== null && isLater(day, importDay, series.grain)) future.push(i);
      if (last < first || !(series.value[i]! > 0)) continue;
      if (day < lives.startDay[first]!) before.push(i);
      else if (isAfterEnd(lives, { first, last }, series, day)) after.push(i);
    }
  }
  const accountOf = (i: number) => upperBound(series.offsets, i, 0, series.offsets.length) - 1;
  const found = (kind: FindingKind, positions: readonly number[], other: (i: number) => number | null) =>
    findingOf(
      kind,
      series.name,
      positionedRows(positions, accountOf, (i) => ({
        day: series.day[i]!,
        value: Number.isNaN(series.value[i]!) ? '' : String(series.value[i]!),
        otherDay: other(i),
      })),
    );
  const constant = isConstant(series) ? [...series.day.keys()] : [];
  return [
    ...found('usageAfterChurn', after, (i) => endBefore(lives, accountOf(i), series.day[i]!)),
    ...found('futureDates', future, () => importDay),
    ...found('usageBeforeStart', before, (i) => lives.startDay[lives.offsets[accountOf(i)]!]!),
    ...found('constantMetric', constant, () => null),
  ];
}

type Lives = Dataset['lives'];

/** After the end of every life that began by then; a period that began before the end may be stored after it. */
function isAfterEnd(
  lives: Lives,
  { first, last }: { readonly first: number; readonly last: number },
  { grain }: MetricSeries,
  day: number,
): boolean {
  for (let life = last; life >= first; life--) {
    if (lives.startDay[life]! > day) continue;
    const end = lives.endDay[life]!;
    if (end === NO_DAY || !isLater(day, end, grain)) return false;
  }
  return true;
}

/** Later than `than`, by whole periods of the metric: a month's value is no later than a day inside the month. */
function isLater(day: number, than: number, grain: Grain): boolean {
  return day > than && (grain === 'day' || periodIndex(day, grain) > periodIndex(than, grain));
}

function endBefore(lives: Lives, account: number, day: number): number | null {
  let latest: number | null = null;
  for (let life = lives.offsets[account]!; life < lives.offsets[account + 1]!; life++) {
    const end = lives.endDay[life]!;
    if (end < day && (latest === null || end > latest)) latest = end;
  }
  return latest;
}

function isConstant({ value }: MetricSeries): boolean {
  const first = value[0];
  return value.length > 1 && value.every((each) => each === first);
}
