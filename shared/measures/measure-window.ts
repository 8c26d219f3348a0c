import { periodEndOfIndex, periodIndex } from '../csv/calendar.ts';
import type { Grain } from '../schemas/measure.ts';
import { firstDayKnownBy, lastDayKnownBy, type MetricRange, type MetricSeries } from './dataset.ts';

/** Days d with `after` < d ≤ `upTo` on which a stored value falls into the window as of one date. */
export interface WindowDays {
  readonly after: number;
  readonly upTo: number;
  /** First and last day inside the metric's range as of the date; `lastInRange` < `firstInRange` when none is. */
  readonly firstInRange: number;
  readonly lastInRange: number;
}

/**
 * The window of a measure as of a date. Day grain: t − shift − w < d ≤ t − shift. Coarser grains: the last n whole
 * periods that had ended and were known by t (last day + lag ≤ t), moved back by `shift` periods.
 */
export function measureWindow(
  series: Pick<MetricSeries, 'grain' | 'lagDays' | 'range'>,
  asOf: number,
  lookback: number,
  shift: number,
): WindowDays {
  const { after, upTo } =
    series.grain === 'day'
      ? { after: asOf - shift - lookback, upTo: asOf - shift }
      : periodWindow(series.grain, asOf - series.lagDays, lookback, shift);
  const { firstInRange, lastInRange } = clipToRange(series.range, asOf, after, upTo);
  return { after, upTo, firstInRange, lastInRange };
}

/** Days (or periods of the grain, counted by their last day) in [from, to]; 0 when to < from. */
export function countUnits(grain: Grain, from: number, to: number): number {
  if (to < from) return 0;
  if (grain === 'day') return to - from + 1;
  return lastEndedPeriod(grain, to) - lastEndedPeriod(grain, from - 1);
}

/** The days (or last days of periods of the grain) in [from, to], ascending; empty when to < from. */
export function unitDays(grain: Grain, from: number, to: number): number[] {
  const days: number[] = [];
  if (to < from) return days;
  const last = lastEndedPeriod(grain, to);
  for (let unit = lastEndedPeriod(grain, from - 1) + 1; unit <= last; unit++) {
    days.push(periodEndOfIndex(unit, grain));
  }
  return days;
}

/** True when the whole window, shifted part included, lies inside the metric's range as of the date. */
export function isWindowInRange(
  series: Pick<MetricSeries, 'grain' | 'lagDays' | 'range'>,
  asOf: number,
  lookback: number,
  shift: number,
): boolean {
  const window = measureWindow(series, asOf, lookback, shift);
  const firstUnit =
    series.grain === 'day'
      ? window.after + 1
      : periodEndOfIndex(lastEndedPeriod(series.grain, window.after) + 1, series.grain);
  return (
    firstUnit >= firstDayKnownBy(series.range, asOf) && lastDayKnownBy(series.range, asOf) >= window.upTo
  );
}

function periodWindow(grain: Grain, knownBy: number, lookback: number, shift: number) {
  const newest = lastEndedPeriod(grain, knownBy) - shift;
  return { after: periodEndOfIndex(newest - lookback, grain), upTo: periodEndOfIndex(newest, grain) };
}

function lastEndedPeriod(grain: Grain, day: number): number {
  return periodIndex(day + 1, grain) - 1;
}

function clipToRange(range: MetricRange, asOf: number, after: number, upTo: number) {
  return {
    firstInRange: Math.max(after + 1, firstDayKnownBy(range, asOf)),
    lastInRange: Math.min(upTo, lastDayKnownBy(range, asOf)),
  };
}
