import type { BacktestFigures, Verdict, WindowFigures } from '../../../shared/schemas/figures.ts';

export const emptyWindow: WindowFigures = {
  asOfDates: 3,
  rows: 0,
  accounts: 0,
  churners: 0,
  positives: 0,
  kept: 0,
  keptAccounts: 0,
  unscoredRows: 0,
  unscoredChurners: 0,
  auc: null,
  allPairsAuc: null,
  gini: null,
  bands: [],
  positivesByScore: new Array<number>(1001).fill(0),
  keptByScore: new Array<number>(1001).fill(0),
  churnersByDecisionScore: new Array<number>(1001).fill(0),
  accountsByLowestScore: new Array<number>(1001).fill(0),
  keptAccountsByLowestScore: new Array<number>(1001).fill(0),
  caught: 0,
  alarmRows: 0,
  alarmPositives: 0,
  alarmAccounts: 0,
  keptEverAlarm: 0,
  capacity: { perAsOf: 12, caught: 0, rowsContacted: 0, hits: 0 },
};

export const plainVerdict: Verdict = {
  kind: 'works',
  gate: 'full',
  churners: 64,
  decidedBy: 'lastActivity',
  moreChurners: null,
  moreIs: null,
  months: null,
  reason: null,
};

/** Figures around a verdict: the difference from "days since last activity" is +.06 [+.01, +.11] unless said. */
export function figuresOf(
  verdict: Partial<Verdict>,
  other: {
    readonly test?: Partial<WindowFigures> | null;
    readonly difference?: { value: number; low: number | null; high: number | null };
    readonly testFrom?: 'auto' | null;
  } = {},
): BacktestFigures {
  const { test = {}, difference = { value: 0.06, low: 0.01, high: 0.11 }, testFrom = 'auto' } = other;
  const full = { ...plainVerdict, ...verdict };
  return {
    settings: {
      schedule: { type: 'monthly', firstDay: 19_000, lastDay: 19_700 },
      gapDays: 30,
      horizonDays: 60,
      minimumTenureDays: 0,
      outcomeDate: 'noticeOrEffective',
      knownThrough: 19_700,
      testFrom,
      capacityPerAsOf: 12,
      seed: 1,
    },
    testFrom: test === null ? null : 19_400,
    snapshots: [],
    design: emptyWindow,
    test: test === null ? null : { ...emptyWindow, ...test },
    baselines: [
      {
        key: full.decidedBy ?? 'chance',
        status: 'judged',
        auc: { value: 0.7, low: 0.6, high: 0.8 },
        difference,
        standardError: 0.02,
      },
    ],
    verdict: full,
    lint: [],
    daysBetween: 30,
  };
}
