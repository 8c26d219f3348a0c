import type { BacktestFigures, Estimate } from '../../../../shared/schemas/figures.ts';
import { wilson } from '../../../../shared/statistics/wilson.ts';
import type { SettingText } from '../use-setting-texts.ts';

export interface SettingDifference {
  readonly name: string;
  readonly first: string;
  readonly second: string;
}

/** Settings whose words differ, in the order of the first run's. */
export function differingSettings(
  first: readonly SettingText[],
  second: readonly SettingText[],
): SettingDifference[] {
  const others = new Map(second.map((text) => [text.field, text.value]));
  return first.flatMap(({ field, name, value }) =>
    others.get(field) === value ? [] : [{ name, first: value, second: others.get(field) ?? '' }],
  );
}

export interface RunFigures {
  readonly churners: number;
  readonly rows: number;
  readonly unscoredRows: number;
  readonly auc: Estimate | null;
  readonly catchRate: Estimate | null;
  readonly hitRate: Estimate | null;
  readonly everRed: Estimate | null;
}

/** The headline figures of a run's judged window; null where it has none. @param overlap see `horizonOverlap` */
export function headlineOf({ test, design }: BacktestFigures, overlap: number): RunFigures | null {
  const window = test ?? design;
  if (window === null) return null;
  return {
    churners: window.churners,
    rows: window.rows,
    unscoredRows: window.unscoredRows,
    auc: window.auc,
    catchRate: rate(window.caught, window.churners, 1),
    hitRate: rate(window.alarmPositives, window.alarmRows, overlap),
    everRed: rate(window.keptEverAlarm, window.keptAccounts, 1),
  };
}

/** True when both runs judge the same rows: same dates, reach, outcome and accounts. */
export function judgeSameRows(a: BacktestFigures, b: BacktestFigures): boolean {
  const key = ({ settings, testFrom }: BacktestFigures) => {
    const { capacityPerAsOf, seed, testFrom: _, ...rows } = settings;
    return JSON.stringify([testFrom, Object.entries(rows).sort(([x], [y]) => (x < y ? -1 : 1))]);
  };
  return key(a) === key(b);
}

function rate(count: number, total: number, overlap: number): Estimate | null {
  const interval = wilson(count / overlap, total / overlap);
  if (total === 0) return null;
  return { value: count / total, low: interval?.low ?? null, high: interval?.high ?? null };
}
