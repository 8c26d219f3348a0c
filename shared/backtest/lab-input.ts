import { NO_DAY } from '../measures/dataset.ts';
import type { BacktestSettings } from '../schemas/backtest-settings.ts';
import type { Rate } from '../schemas/lab-figures.ts';
import type { Band } from '../schemas/scorecard.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Panel } from './build-panel.ts';
import { rowsOfWindow, type SnapshotWindow } from './choose-split.ts';
import { selectRows, type WindowRows } from './window-rows.ts';

/** What the figures of the lab read: a finished replay. `scores` is by panel row, in tenths, NOT_SCORED where none. */
export interface LabInput {
  readonly panel: Panel;
  readonly scores: Int16Array;
  readonly windows: readonly SnapshotWindow[];
  readonly bands: readonly Band[];
  readonly settings: Pick<
    BacktestSettings,
    'gapDays' | 'horizonDays' | 'knownThrough' | 'outcomeDate' | 'minimumTenureDays'
  >;
}

/** The window that is judged: the test window, or all mature dates where there is no split. */
export function judgedWindow(windows: readonly SnapshotWindow[]): 'test' | 'all' {
  return windows.includes('test') ? 'test' : 'all';
}

/** The window that was learnt from: the design window, or all mature dates where there is no split. */
export function learntWindow(windows: readonly SnapshotWindow[]): 'design' | 'all' {
  return windows.includes('all') ? 'all' : 'design';
}

/** Rows of the judged window that count, scored or not. */
export function judgedRows({ panel, windows }: Pick<LabInput, 'panel' | 'windows'>): WindowRows {
  return selectRows(panel, rowsOfWindow(panel, windows, [judgedWindow(windows)]));
}

/** First and last day of the judged window's as-of dates; null where it has no date. */
export function judgedDates({
  panel,
  windows,
}: Pick<LabInput, 'panel' | 'windows'>): { first: number; last: number } | null {
  const wanted = judgedWindow(windows);
  const starts = panel.startDays.filter((_, s) => windows[s] === wanted);
  const ends = panel.asOfDays.filter((_, s) => windows[s] === wanted);
  return starts.length === 0 ? null : { first: starts[0]!, last: ends.at(-1)! };
}

/** A kept account of the judged window: scored there, no outcome up to known-through in any row; its life is that of
 * its last scored row. In account order. Same accounts as `keptAccounts` of the window's figures. */
export function keptAccounts({ panel, scores, windows }: LabInput): { account: number; life: number }[] {
  const rows = judgedRows({ panel, windows });
  const found = new Map<number, { account: number; life: number; kept: boolean }>();
  for (let i = 0; i < rows.row.length; i++) {
    const r = rows.row[i]!;
    if (scores[r] === NOT_SCORED) continue;
    const kept = rows.positive[i] === 0 && panel.outcomeDay[r] === NO_DAY;
    const seen = found.get(rows.account[i]!);
    if (seen === undefined)
      found.set(rows.account[i]!, { account: rows.account[i]!, life: panel.life[r]!, kept });
    else {
      seen.life = panel.life[r]!;
      seen.kept &&= kept;
    }
  }
  return [...found.values()].filter(({ kept }) => kept).map(({ account, life }) => ({ account, life }));
}

/** count ÷ total with Wilson's interval on n = total ÷ overlap (see `horizonOverlap`; 1 for distinct accounts). */
export function rateOf(count: number, total: number, overlap = 1): Rate {
  const interval = wilson(count / overlap, total / overlap);
  return {
    count,
    total,
    rate: total === 0 ? null : count / total,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}
