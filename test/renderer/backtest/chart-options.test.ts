import { describe, expect, it } from 'vitest';
import { binScores } from '../../../renderer/features/backtest/bin-scores.ts';
import { buildAucAxis, buildDifferenceAxis } from '../../../renderer/features/backtest/build-axis.ts';
import { buildBandOption, isMonotone } from '../../../renderer/features/backtest/build-band-option.ts';
import { buildHistogramOption } from '../../../renderer/features/backtest/build-histogram-option.ts';
import { buildMonthOption, datesWithAuc } from '../../../renderer/features/backtest/build-month-option.ts';
import { buildRocOption, rocPointAt } from '../../../renderer/features/backtest/build-roc-option.ts';
import { colours } from '../../../renderer/ui/colours.ts';
import type { BandFigure, SnapshotFigures } from '../../../shared/schemas/figures.ts';
import { emptyWindow } from './figures-of.ts';

interface Option {
  readonly series: readonly { data: unknown[]; itemStyle?: { color: string }; type: string }[];
  readonly xAxis: { data: string[] };
  readonly yAxis: { min: number; max: number };
}

const seen = (option: unknown) => option as Option;
const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)}%`);

describe('the score histogram', () => {
  it('puts a bound of five points into the bin above it and 100 into the last', () => {
    const counts = new Array<number>(1001).fill(0);
    counts[49] = 1;
    counts[50] = 2;
    counts[1000] = 3;
    const bins = binScores(counts);
    expect([bins[0], bins[1], bins[19], bins.length]).toEqual([1, 2, 3, 20]);
  });

  it('draws churned up and kept down as shares of their own totals, in their colours', () => {
    const positivesByScore = [...emptyWindow.positivesByScore];
    const keptByScore = [...emptyWindow.keptByScore];
    positivesByScore[100] = 4;
    keptByScore[100] = 10;
    keptByScore[900] = 30;
    const option = seen(
      buildHistogramOption(
        { ...emptyWindow, positivesByScore, keptByScore },
        { churned: 'churned', kept: 'kept', score: '', share: '', percent, count: String, ink: '#000' },
      ),
    );
    const [churned, kept] = option.series;
    expect([churned?.itemStyle?.color, kept?.itemStyle?.color]).toEqual([colours.churned, colours.kept]);
    expect(churned?.data[2]).toBe(1);
    expect([kept?.data[2], kept?.data[18]]).toEqual([-0.25, -0.75]);
    expect(option.yAxis).toMatchObject({ min: -1, max: 1 });
  });
});

const bands = [
  {
    id: 'a',
    label: '健全',
    symbol: '◎',
    colour: '#009E73',
    lowerBound: 70,
    alarm: false,
    action: '',
    owner: '',
  },
  {
    id: 'b',
    label: '警戒',
    symbol: '×',
    colour: '#D55E00',
    lowerBound: 0,
    alarm: true,
    action: '',
    owner: '',
  },
];
const band = (bandId: string, rows: number, positives: number): BandFigure => ({
  bandId,
  rows,
  accounts: rows,
  positives,
  share: 0.5,
  rate: rows === 0 ? null : positives / rows,
  low: rows === 0 ? null : 0.01,
  high: rows === 0 ? null : 0.23,
});

describe('the churn rate by band', () => {
  const words = { rate: '', percent, ink: '#000000', rows: (rows: number) => `n ${rows}`, tip: () => '' };

  it('starts at 0, holds every interval, and names each band with symbol, word and n', () => {
    const option = seen(buildBandOption(bands, [band('a', 90, 1), band('b', 20, 4)], words));
    expect(option.yAxis.min).toBe(0);
    expect(option.yAxis.max).toBeCloseTo(0.25);
    expect(option.xAxis.data).toEqual(['◎ 健全\nn 90', '× 警戒\nn 20']);
    expect(option.series[0]?.data).toMatchObject([
      { itemStyle: { color: '#009E73' } },
      { value: 0.2, itemStyle: { color: '#D55E00' } },
    ]);
    expect(option.series[1]?.data).toHaveLength(2);
  });

  it('draws no interval for a band without rows', () => {
    const option = seen(buildBandOption(bands, [band('a', 0, 0), band('b', 20, 4)], words));
    expect(option.series[1]?.data).toEqual([[1, 0.01, 0.23]]);
  });

  it('is in order when no worse band churns less, bands without rows aside', () => {
    expect(isMonotone([band('a', 90, 1), band('c', 0, 0), band('b', 20, 4)])).toBe(true);
    expect(isMonotone([band('a', 90, 30), band('b', 20, 4)])).toBe(false);
  });
});

const snapshot = (asOf: number, window: SnapshotFigures['window'], auc: number | null): SnapshotFigures => ({
  asOf,
  window,
  eligible: 10,
  alreadyGaveNotice: 0,
  tooLate: 0,
  positives: 2,
  kept: 8,
  unscored: 0,
  auc: auc === null ? null : { value: auc, low: auc - 0.1, high: Math.min(1, auc + 0.1) },
  bandCounts: [],
});

describe('AUC by as-of date', () => {
  const words = {
    day: String,
    churned: (n: number) => `n ${n}`,
    windowName: (w: string) => w,
    tip: () => '',
    ink: '#000000',
  };
  const snapshots = [
    snapshot(1, 'design', 0.8),
    snapshot(2, 'purge', null),
    snapshot(3, 'test', 0.3),
    snapshot(4, 'pending', 0.9),
  ];

  it('leaves out dates without an AUC and dates whose outcomes are not known', () => {
    expect(datesWithAuc(snapshots).map((shown) => shown.asOf)).toEqual([1, 3]);
  });

  it('keeps the test window apart from the design window, with n under each date', () => {
    const option = seen(buildMonthOption(snapshots, words));
    expect(option.series.map((series) => series.data.length)).toEqual([2, 2, 2, 0]);
    expect(option.series[0]?.data).toEqual([null, 0.3]);
    expect(option.series[1]?.data).toEqual([0.8, null]);
    expect(option.xAxis.data).toEqual(['1\nn 2', '3\nn 2']);
  });

  it('never cuts a point off below', () => {
    expect(seen(buildMonthOption(snapshots, words)).yAxis.min).toBeLessThanOrEqual(0.3);
  });
});

describe('the ROC option', () => {
  const points = [
    { threshold: 0, x: 0, y: 0 },
    { threshold: 500, x: 0.2, y: 0.7 },
    { threshold: 1001, x: 1, y: 1 },
  ];

  it('draws places to point at, chance and the curve, and leaves the rest to the overlay', () => {
    const words = { x: 'x', y: 'y', percent, threshold: String, ink: '#000' };
    const option = seen(buildRocOption(points, words));
    expect(option.series.map((series) => series.type)).toEqual([
      'scatter',
      'line',
      'line',
      'scatter',
      'scatter',
      'scatter',
    ]);
    expect(option.series[0]?.data).toContainEqual([0.2, 0.7, 500]);
    expect(option.series[2]?.data).toContainEqual([0.2, 0.7]);
    expect(option.series.slice(3).map((series) => series.data.length)).toEqual([0, 0, 0]);
  });

  it('finds the corner at a threshold between two', () => {
    expect(rocPointAt(points, 499)?.x).toBe(0);
    expect(rocPointAt(points, 500)?.x).toBe(0.2);
    expect(rocPointAt(points, 1000)?.x).toBe(0.2);
  });
});

describe('the axes of intervals', () => {
  it('hold every interval and chance', () => {
    const estimate = { value: 0.6, low: 0.33, high: 0.8 };
    expect(buildAucAxis([estimate, null])).toEqual({ min: 0.3, max: 1 });
    expect(buildAucAxis([])).toEqual({ min: 0.4, max: 1 });
    expect(buildDifferenceAxis([{ value: -0.1, low: -0.22, high: 0.02 }])).toEqual({ min: -0.25, max: 0.25 });
  });
});
