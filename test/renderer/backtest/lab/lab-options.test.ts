import { describe, expect, it } from 'vitest';
import {
  bandName,
  buildCalibrationOption,
  driftKind,
  ratioKind,
} from '../../../../renderer/features/backtest/lab/build-calibration.ts';
import { differenceKind, inPoints } from '../../../../renderer/features/backtest/lab/build-comparison.ts';
import { buildCurveOption } from '../../../../renderer/features/backtest/lab/build-curves.ts';
import {
  buildStabilityOption,
  type MonthFigures,
  monthText,
} from '../../../../renderer/features/backtest/lab/build-months.ts';
import {
  buildMoveMatrix,
  buildMovesOption,
  moveColour,
} from '../../../../renderer/features/backtest/lab/build-moves.ts';
import {
  buildSurvivalOption,
  intervalCorners,
  intervalOf,
  pText,
} from '../../../../renderer/features/backtest/lab/build-survival.ts';
import { formatDay } from '../../../../renderer/format/days.ts';
import { colours } from '../../../../renderer/ui/colours.ts';
import type { BandMoves, CurveFigures, SurvivalFigures } from '../../../../shared/schemas/lab-figures.ts';

interface Option {
  readonly legend: { data: string[] };
  readonly xAxis: { data: string[] };
  readonly yAxis: { min: number; max: number };
  readonly series: readonly {
    type: string;
    name: string;
    step?: string;
    data: unknown[];
    links: unknown[];
  }[];
}

const seen = (option: unknown) => option as Option;
const band = (id: string, label: string, symbol: string, colour: string) => ({
  id,
  label,
  symbol,
  colour,
  lowerBound: 0,
  alarm: false,
  action: '',
  owner: '',
});
const bands = [band('a', '健全', '◎', '#009E73'), band('b', '警戒', '×', '#D55E00')];
const percent = (share: number) => `${Math.round(share * 100)}%`;

describe('the calibration chart', () => {
  const figure = {
    bandId: 'b',
    designRows: 50,
    predicted: 0.2,
    rows: 40,
    positives: 10,
    rate: 0.25,
    low: 0.1,
    high: 0.45,
  };
  const words = { predicted: 'p', observed: 'o', percent, rows: String, tip: () => '', ink: '#000' };

  it('has the observed rate as a bar, the predicted one on it and the interval', () => {
    const option = seen(buildCalibrationOption([figure], bands, words));
    expect(option.xAxis.data).toEqual(['× 警戒\n40']);
    expect(option.series.map(({ type }) => type)).toEqual(['bar', 'scatter', 'custom', 'bar']);
    expect(option.series[1]?.data).toEqual([0.2]);
    expect(option.series[2]?.data).toEqual([[0, 0.1, 0.45]]);
  });

  it('draws no interval for a band without rows', () => {
    const empty = { ...figure, rows: 0, positives: 0, rate: null, low: null, high: null };
    expect(seen(buildCalibrationOption([empty], bands, words)).series[2]?.data).toEqual([]);
  });

  it('calls a ratio more or less only where its interval leaves out 1', () => {
    expect(ratioKind({ value: 1.5, low: 1.1, high: 2 })).toBe('ratioMore');
    expect(ratioKind({ value: 0.6, low: 0.4, high: 0.9 })).toBe('ratioLess');
    expect(ratioKind({ value: 1.5, low: 0.9, high: 2 })).toBe('ratioSame');
    expect(ratioKind({ value: 1.5, low: null, high: null })).toBe('ratioSame');
  });

  it('calls a drift one only above its limit', () => {
    const drift = { reason: null, asOf: 1, psi: 0.2, limit: 0.1, swaps: 500, bands: [] };
    expect(driftKind(drift)).toBe('drifted');
    expect(driftKind({ ...drift, psi: 0.1 })).toBe('steady');
    expect(driftKind({ ...drift, limit: null })).toBe(null);
  });

  it('names a band by symbol and word, an unknown one by its id', () => {
    expect([bandName(bands, 'a'), bandName(bands, 'z')]).toEqual(['◎ 健全', 'z']);
  });
});

describe('the survival chart', () => {
  const step = (time: number, survival: number, low: number | null, high: number | null) => ({
    time,
    atRisk: 10,
    events: 1,
    survival,
    low,
    high,
    logLogLow: null,
    logLogHigh: null,
  });
  const steps = [step(10, 0.9, 0.7, 1), step(30, 0.8, 0.5, 0.95)];
  const figures: SurvivalFigures = {
    reason: null,
    asOf: 100,
    unscored: 0,
    bands: [
      { bandId: 'a', accounts: 0, events: 0, steps: [], median: null, atRisk: [0] },
      { bandId: 'b', accounts: 10, events: 2, steps, median: null, atRisk: [10] },
    ],
    times: [0],
    logRank: null,
  };

  it('has a step line from 1 at day 0 for each band with accounts, in its word', () => {
    const words = { percent, days: '', share: '', tip: () => '', ink: '#000', interval: 'log' as const };
    const option = seen(buildSurvivalOption(figures, bands, words));
    expect(option.legend.data).toEqual(['× 警戒']);
    expect(option.series[0]).toMatchObject({
      step: 'end',
      data: [
        [0, 1],
        [10, 0.9],
        [30, 0.8],
      ],
    });
    expect(option.yAxis).toMatchObject({ min: 0.5, max: 1 });
  });

  it('goes along the upper end of the interval and back along the lower one in steps', () => {
    expect(intervalCorners(steps)).toEqual([
      [0, 1],
      [10, 1],
      [10, 1],
      [30, 1],
      [30, 0.95],
      [30, 0.5],
      [30, 0.7],
      [10, 0.7],
      [10, 1],
      [0, 1],
    ]);
    expect(intervalCorners([step(10, 0, null, null)])).toEqual([]);
  });

  it('draws the interval of the kind that is chosen', () => {
    const both = { ...step(10, 0.9, 0.8, 1), logLogLow: 0.7, logLogHigh: 0.95 };
    expect(intervalOf(both, 'log')).toEqual({ low: 0.8, high: 1 });
    expect(intervalOf(both, 'logLog')).toEqual({ low: 0.7, high: 0.95 });
    expect(intervalCorners([both], 'logLog')).toContainEqual([10, 0.95]);
  });

  it('writes a small p as below .001', () => {
    expect([pText(0.0004), pText(0.012)]).toEqual(['< .001', '= .012']);
  });
});

describe('the curves', () => {
  const point = {
    score: 300,
    called: 20,
    found: 10,
    calledShare: 0.2,
    catchRate: 0.5,
    hitRate: 0.5,
    lift: 2.5,
    falseAlarmRate: 0.1,
  };
  const curves: CurveFigures = {
    reason: null,
    rows: 100,
    positives: 20,
    churners: 15,
    accounts: 60,
    points: [point],
    averagePrecision: 0.4,
    ks: null,
    top: [],
    snapshots: [],
  };
  const words = { x: '', y: '', percent, times: String, tip: () => '', ink: '#000' };
  const of = (kind: 'precision' | 'gains' | 'lift') => seen(buildCurveOption(kind, curves, words)).series;

  it('put the same score at recall and precision, at called and found, at called and lift', () => {
    expect(of('precision')[0]?.data).toEqual([[0.5, 0.5]]);
    expect(of('gains')[0]?.data).toEqual([[0.2, 0.5]]);
    expect(of('lift')[0]?.data).toEqual([[0.2, 2.5]]);
  });

  it('draw chance at the base rate, on the diagonal and at 1', () => {
    const chance = (kind: 'precision' | 'gains' | 'lift') => of(kind)[2]?.data;
    expect(chance('precision')).toEqual([
      [0, 0.2],
      [1, 0.2],
    ]);
    expect(chance('gains')).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(chance('lift')).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('leave the marked point to the overlay', () => {
    expect(
      of('gains')
        .slice(3)
        .map((series) => series.data),
    ).toEqual([[], [], []]);
  });
});

describe('the months', () => {
  const rate = { count: 0, total: 0, rate: null, low: null, high: null };
  const month = (day: number, auc: MonthFigures['auc']): MonthFigures => ({
    month: day,
    asOfDates: 1,
    rows: 10,
    accounts: 10,
    churners: 2,
    positives: 2,
    auc,
    alarmShare: null,
    churnRate: rate,
    hitRate: rate,
    catchRate: rate,
  });

  it('leave out a month without an AUC and draw no interval where there is none', () => {
    const months = [month(1, null), month(2, { value: 0.7, low: null, high: null })];
    const option = seen(
      buildStabilityOption(months, { month: String, churned: String, tip: () => '', ink: '#000' }),
    );
    expect(option.series.map(({ data }) => data)).toEqual([[0.7], []]);
  });
});

describe('a month', () => {
  it('is written as its year and month', () => {
    expect(monthText(19_904, formatDay)).toBe('2024-06');
  });
});

describe('the band moves', () => {
  const moves: BandMoves = {
    reason: null,
    states: [
      { kind: 'band', bandId: 'a' },
      { kind: 'band', bandId: 'b' },
      { kind: 'new', bandId: null },
      { kind: 'churned', bandId: null },
    ],
    steps: [
      { from: 1, to: 2, moves: [{ from: 0, to: 1, accounts: 3 }] },
      {
        from: 2,
        to: 3,
        moves: [
          { from: 0, to: 1, accounts: 2 },
          { from: 1, to: 3, accounts: 1 },
        ],
      },
    ],
  };

  it('add up over all steps, or show one, with the states that occur', () => {
    const all = buildMoveMatrix(moves, null);
    expect([all.from, all.to, all.countOf(0, 1), all.total]).toEqual([[0, 1], [1, 3], 5, 6]);
    const first = buildMoveMatrix(moves, 0);
    expect([first.from, first.to, first.countOf(0, 1), first.countOf(1, 3)]).toEqual([[0], [1], 3, 0]);
  });

  it('are links between nodes of different names on the two sides', () => {
    const option = seen(
      buildMovesOption(buildMoveMatrix(moves, null), () => '#000', {
        stateOf: String,
        before: (state) => `before ${state}`,
        after: (state) => `after ${state}`,
        count: String,
      }),
    );
    expect(option.series[0]?.links).toMatchObject([
      { source: 'before 0', target: 'after 1', value: 5 },
      { source: 'before 1', target: 'after 3', value: 1 },
    ]);
  });

  it('have the colour of the band, of churned, or grey', () => {
    expect(moves.states.map((state) => moveColour(state, bands))).toEqual([
      '#009E73',
      '#D55E00',
      colours.neutral,
      colours.churned,
    ]);
  });
});

describe('a comparison', () => {
  const kind = (value: number, low: number | null, high: number | null) =>
    differenceKind({ difference: { value, low, high }, sameRanking: false });

  it('takes a side only where the interval leaves out 0', () => {
    expect([kind(0.1, 0.02, 0.2), kind(-0.1, -0.2, -0.01), kind(0.1, -0.1, 0.3)]).toEqual([
      'better',
      'worse',
      'unclear',
    ]);
    expect(kind(0.1, null, null)).toBe('unclear');
  });

  it('says nothing without a difference, and the same where the rankings are', () => {
    expect(differenceKind({ difference: null, sameRanking: false })).toBe(null);
    expect(differenceKind({ difference: null, sameRanking: true })).toBe('same');
  });

  it('writes a threshold of tenths in points', () => {
    expect(inPoints({ value: 450, low: 400, high: null })).toEqual({ value: 45, low: 40, high: null });
  });
});
