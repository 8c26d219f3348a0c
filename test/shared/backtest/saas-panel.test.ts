import { describe, expect, it } from 'vitest';
import { buildPanel, labelRow, PENDING, POSITIVE } from '../../../shared/backtest/build-panel.ts';
import { runReplay } from '../../../shared/backtest/replay.ts';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { type AccountScore, scoreAccount } from '../../../shared/scoring/score-account.ts';
import { delong } from '../../../shared/statistics/delong.ts';
import { isoDay, readSaasPanel, saasMeasures, saasScorecard } from '../../helpers/saas-panel.ts';
import { byLabel, reference, snapshotSettings } from '../measures/point-in-time.ts';

const dataset = readSaasPanel();
const input = { dataset, scorecard: saasScorecard, measures: saasMeasures, mainUsage: 'sessions' };
const dates = ['2022-06-30', '2022-09-30', '2022-12-31'];
const monthly: BacktestSettings = {
  ...snapshotSettings(dates, '2023-12-31'),
  schedule: { type: 'monthly', firstDay: isoDay('2022-01-31'), lastDay: isoDay('2023-12-31') },
  gapDays: 30,
  horizonDays: 60,
  testFrom: 'auto',
};

describe('the scorecard at the dates of the reference', () => {
  const result = runReplay({ ...input, settings: snapshotSettings(dates, '2023-12-31') });

  it.each([
    ['2022-06-30', [1388, 981, 82]],
    ['2022-09-30', [2270, 1263, 83]],
    ['2022-12-31', [3184, 1426, 86]],
  ])('counts green, amber and red on %s', (date, bands) => {
    const figures = result.figures.snapshots.find((s) => s.asOf === isoDay(date))!;
    expect(figures.bandCounts).toEqual(bands);
    expect(figures.positives).toBe(reference.saas_panel.point_in_time[date]!.churn_90d);
    expect(figures.eligible).toBe(reference.saas_panel.point_in_time[date]!.active);
    expect(figures.unscored).toBe(0);
  });

  it.each(dates)('ranks within .001 of the exact score on %s', (date) => {
    const figures = result.figures.snapshots.find((s) => s.asOf === isoDay(date))!;
    const exact = 1 - reference.saas_panel.point_in_time[date]!.univariate.health!.auc;
    expect(Math.abs(figures.auc!.value - exact)).toBeLessThan(0.001);
  });

  it('ranks its own grid as the slow account-by-account form does', () => {
    const { panel } = result;
    const columns = new Map(
      [...saasMeasures].map(([id, measure]) => [id, computeMeasure(dataset, measure, saasMeasures, panel)]),
    );
    const slow = Array.from(
      panel.account,
      (_, r): AccountScore => scoreAccount(saasScorecard, (id) => columns.get(id)![r]!),
    );
    expect(Array.from(result.scores)).toEqual(slow.map((score) => score.scoreTenths));
    const { churned, kept } = byLabel(
      panel,
      0,
      slow.map((score) => score.scoreTenths!),
    );
    expect(result.figures.snapshots[0]!.auc!.value).toBe(delong(kept, churned)!.auc);
  });

  it('has one snapshot without a split: every figure is of the design', () => {
    expect(result.figures.test).toBeNull();
    expect(result.figures.verdict).toMatchObject({ kind: 'designOnly', reason: 'noSplit' });
  });
});

describe('the monthly back-test of the scorecard', () => {
  const { figures, windows } = runReplay({ ...input, settings: monthly });
  const usageOnly = figures.baselines.find((baseline) => baseline.key === 'usageOnly')!;

  it('tests from 2023-06-30 with 524 churners after a design window with 695', () => {
    expect(figures.testFrom).toBe(isoDay('2023-06-30'));
    expect(figures.test!.churners).toBe(524);
    expect(figures.design!.churners).toBe(695);
  });

  it('has AUC .729 [.709, .748] in the test window', () => {
    expect(figures.test!.auc!.value).toBeCloseTo(0.729, 3);
    expect(figures.test!.auc!.low).toBeCloseTo(0.709, 3);
    expect(figures.test!.auc!.high).toBeCloseTo(0.748, 3);
  });

  it('is −.034 [−.043, −.026] behind usage only, which has .764', () => {
    expect(usageOnly.auc!.value).toBeCloseTo(0.764, 3);
    expect(usageOnly.difference!.value).toBeCloseTo(-0.034, 3);
    expect(usageOnly.difference!.low).toBeCloseTo(-0.043, 3);
    expect(usageOnly.difference!.high).toBeCloseTo(-0.026, 3);
  });

  it('says "worse than usage only"', () => {
    expect(figures.verdict).toMatchObject({
      kind: 'worse',
      decidedBy: 'usageOnly',
      gate: 'full',
      churners: 524,
    });
  });

  it('leaves the dates between the windows out and the last ones pending', () => {
    const purged = figures.snapshots.filter((s) => s.window === 'purge').map((s) => s.asOf);
    expect(purged).toEqual(['2023-04-30', '2023-05-31'].map(isoDay));
    expect(figures.snapshots.filter((s) => s.window === 'test').map((s) => s.asOf)).toEqual(
      ['2023-06-30', '2023-07-31', '2023-08-31', '2023-09-30'].map(isoDay),
    );
    expect(windows.at(-1)).toBe('pending');
  });
});

describe('labels of saas-panel', () => {
  const settings: BacktestSettings = {
    ...snapshotSettings(dates, '2023-12-31'),
    schedule: { type: 'monthly', firstDay: isoDay('2022-06-30'), lastDay: isoDay('2023-12-31') },
  };
  const panel = buildPanel(dataset.lives, settings);

  it('have 3,450 positives of 82,779 rows at month-ends from 2022-06-30', () => {
    const counted = panel.label.filter((label) => label <= POSITIVE);
    expect(counted.length).toBe(82779);
    expect(counted.filter((label) => label === POSITIVE).length).toBe(3450);
  });

  it('would have 302 more if an outcome counted before the horizon is over', () => {
    const early = panel.label.filter((label, r) => {
      const outcome = panel.outcomeDay[r]!;
      return label === PENDING && outcome <= panel.asOf[r]! + settings.horizonDays;
    });
    expect(early.length).toBe(302);
  });

  it('use 2023-10-02 + 90 days, the last day of the data, and leave 2023-10-03 pending', () => {
    const noChurn = isoDay('2024-02-01');
    expect(labelRow(isoDay('2023-10-02'), noChurn, settings)).not.toBe(PENDING);
    expect(labelRow(isoDay('2023-10-03'), noChurn, settings)).toBe(PENDING);
    expect(labelRow(isoDay('2023-10-03'), isoDay('2023-11-01'), settings)).toBe(PENDING);
  });
});

describe('rows known after a date', () => {
  it('change no score as of 2022-12-31 and no score before', () => {
    const settings = snapshotSettings(dates, '2023-12-31');
    const cut = runReplay({ ...input, dataset: readSaasPanel(isoDay('2022-12-31')), settings });
    const full = runReplay({ ...input, settings });
    expect(cut.scores.length).toBe(2451 + 3616 + 4696);
    expect(cut.scores).toEqual(full.scores);
  });

  it('change no measure as of 2022-12-31', () => {
    const cut = readSaasPanel(isoDay('2022-12-31'));
    const panel = buildPanel(dataset.lives, snapshotSettings(dates, '2023-12-31'));
    for (const measure of saasMeasures.values()) {
      expect(computeMeasure(cut, measure, saasMeasures, panel)).toEqual(
        computeMeasure(dataset, measure, saasMeasures, panel),
      );
    }
  });
});
