import { describe, expect, it } from 'vitest';
import {
  bandShares,
  linkedCurvePoints,
  linkedEvents,
  linkedLeads,
  pointAt,
  scoreShares,
} from '../../../renderer/features/backtest/charts/build-overlays.ts';
import { binLeads } from '../../../renderer/features/backtest/lab/build-lead.ts';
import type { Linked } from '../../../renderer/features/backtest/link-context.ts';
import type { SurvivalFigures } from '../../../shared/schemas/lab-figures.ts';

const linked: Linked = {
  accounts: 2,
  rows: 3,
  scores: [
    { score: 120, positives: 2, kept: 0 },
    { score: 1000, positives: 0, kept: 1 },
  ],
  bands: [
    { positives: 0, kept: 1 },
    { positives: 2, kept: 0 },
  ],
  latestBands: [1, 0],
  snapshots: [{ asOf: 100, rows: 3 }],
  moves: [{ from: 0, to: 1, accounts: 2 }],
  events: [{ bandId: 'red', times: [40, 40, 90] }],
  lives: [7],
};

const point = (score: number) => ({
  score,
  called: 1,
  found: 1,
  calledShare: 0.1,
  catchRate: 0.2,
  hitRate: 1,
  lift: 2,
  falseAlarmRate: 0,
});

describe('the same accounts', () => {
  it('are their part of a band’s rate', () => {
    const shares = bandShares(linked, [
      { rate: 0.1, positives: 5 },
      { rate: 0.8, positives: 4 },
    ]);
    expect(shares).toEqual([0, 0.4]);
    expect(bandShares(null, [{ rate: 0.1, positives: 5 }])).toEqual([]);
  });

  it('are their part of each bar of the distribution, churned up and kept down', () => {
    const { churned, kept } = scoreShares(linked, { positives: 8, kept: 4 });
    expect(churned[2]).toBe(0.25);
    expect(kept[19]).toBe(-0.25);
    expect(churned).toHaveLength(20);
  });

  it('lie on a curve at the scores of their churned rows', () => {
    expect(linkedCurvePoints(linked, [point(120), point(1000)]).map(({ score }) => score)).toEqual([120]);
  });

  it('lie on their band’s survival curve on the days they churned', () => {
    const step = (time: number, survival: number) => ({
      time,
      survival,
      atRisk: 9,
      events: 1,
      low: null,
      high: null,
      logLogLow: null,
      logLogHigh: null,
    });
    const survival = { bands: [{ bandId: 'red', steps: [step(40, 0.9), step(90, 0.7)] }] };
    expect(linkedEvents(linked, survival as unknown as SurvivalFigures)).toEqual([
      [40, 0.9],
      [90, 0.7],
    ]);
  });

  it('are counted among the leads by their lives', () => {
    const lead = (life: number, leadDays: number | null) => ({
      account: life,
      life,
      endDay: 100,
      firstDay: null,
      leadDays,
      cut: false,
    });
    expect(linkedLeads(linked, binLeads([lead(7, 12), lead(8, 12), lead(9, null)]))).toEqual([0, 1]);
  });
});

describe('a threshold on a curve', () => {
  it('is the last point below it, none where nobody is called', () => {
    const points = [point(120), point(300)];
    expect(pointAt(points, 300)?.score).toBe(120);
    expect(pointAt(points, 301)?.score).toBe(300);
    expect(pointAt(points, 120)).toBeNull();
    expect(pointAt(points, undefined)).toBeNull();
  });
});
