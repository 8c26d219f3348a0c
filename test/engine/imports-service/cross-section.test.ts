import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { importsUnderTest, planOf } from './imports-under-test.ts';

const fixtures = resolve(import.meta.dirname, '../../fixtures');
const csv = readFileSync(resolve(fixtures, 'telco/Telco-Customer-Churn.csv'), 'utf8');
const reference = JSON.parse(readFileSync(resolve(fixtures, 'reference/reference.json'), 'utf8')).telco;
const numbers = ['tenure', 'MonthlyCharges', 'SeniorCitizen'] as const;

const plan = planOf(
  'snapshot',
  csv
    .slice(0, csv.indexOf('\n'))
    .trim()
    .split(',')
    .map((name) => [
      name,
      name === 'customerID' ? 'accountId' : name === 'Churn' ? 'churnFlag' : 'attribute',
    ]),
);
const measureOf = (name: string): Measure => ({
  ...{ id: name, name, direction: 'higher', actionable: false },
  aggregation: { type: 'attribute', attribute: name },
});
const scorecard: Scorecard = {
  ...{ id: 'card', name: 'card', minimumCoverage: 0.5, gradingScheme: 'traffic' },
  purpose: { goal: '', healthyCustomer: '' },
  groups: [
    {
      ...{ id: 'group', name: 'group', weight: 100, combine: 'mean' },
      measures: [
        {
          measureId: 'tenure',
          weight: 100,
          scale: { type: 'linear', worst: 0, best: 72 },
          missing: { type: 'exclude' },
        },
      ],
    },
  ],
  bands: presetBands('traffic', 'en'),
};
const imports = importsUnderTest();

/** Telco is a list of customers with a churn flag and not one date. */
describe('a flagged list without dates', () => {
  beforeAll(async () => {
    await imports.newWorkspace();
    await imports.commit(csv, plan);
    await imports.running().get('design.commit', {
      ...{ nameKey: 'measures:steps.addProposed', parameters: {}, screen: 'measures' },
      changes: [
        ...numbers.map((name) => ({ kind: 'measure' as const, id: name, body: measureOf(name) })),
        { kind: 'scorecard' as const, id: 'card', body: scorecard },
      ],
    });
  });

  it('shows each measure with the AUC, DeLong interval and KS of the reference', async () => {
    const figures = await imports.running().get('measures.figures', { measureIds: null, taskId: 'figures' });
    const explored = await imports.running().get('measures.explore', { taskId: 'explore' });
    expect(figures).toMatchObject({ designFirst: null, designLast: null });
    for (const name of numbers) {
      const { auc, rows, churners, missingRows, suspicious } = figures.items.find(
        ({ measureId }) => measureId === name,
      )!;
      expect({ rows, churners, missingRows }).toEqual({ rows: 7043, churners: 1869, missingRows: 0 });
      expect(suspicious, 'no date is said of the whole list, not of each measure').toEqual([]);
      // The reference ranks churned above kept; the screen shows the healthy side above .5.
      const { auc: own, ci95_lo: low, ci95_hi: high } = reference.delong[name];
      expect(auc!.value).toBeCloseTo(Math.max(own, 1 - own), 9);
      expect(auc!.low).toBeCloseTo(own < 0.5 ? 1 - high : low, 9);
      expect(auc!.high).toBeCloseTo(own < 0.5 ? 1 - low : high, 9);
      const item = explored.items.find(({ measureId }) => measureId === name)!;
      expect(item.ks).toBeCloseTo(reference.univariate[name].ks, 9);
      expect(item.aroundChurn).toBeNull();
    }
    expect(explored.rows).toBe(7043);
  });

  it('opens one measure without a history', async () => {
    const detail = await imports.running().get('measures.detail', { measureId: 'tenure', taskId: 'detail' });
    expect(detail).toMatchObject({ history: [], byDate: [] });
    expect(detail.bins.reduce((sum, bin) => sum + bin.rows, 0)).toBe(7043);
  });

  it('draws a scorecard live, on no day', async () => {
    const live = await imports.running().get('live.open', { scorecard, taskId: 'live' });
    expect(live).toMatchObject({ designFirst: null, designLast: null });
    const { figures } = live;
    expect(figures).toMatchObject({ rows: 7043, churners: 1869, hardestBaseline: null });
    expect(figures.today.asOf).toBeNull();
    expect(figures.today.bands.reduce((sum, band) => sum + band.accounts, 0)).toBe(7043);
    // A linear scale over the whole range ranks as the measure does.
    expect(figures.auc!.value).toBeCloseTo(1 - reference.delong.tenure.auc, 9);
  });

  it('suggests cut-offs, and no weights: those want several dates', async () => {
    const request = { scorecard, variantId: null, taskId: 'suggest' };
    const cutoffs = await imports.running().get('suggestions.cutoffs', { ...request, measureId: 'tenure' });
    expect(cutoffs.type).toBe('suggested');
    const weights = await imports.running().get('suggestions.weights', request);
    expect(JSON.stringify(weights)).toContain('notJudged');
  });
});
