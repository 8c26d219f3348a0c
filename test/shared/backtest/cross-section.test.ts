import { describe, expect, it } from 'vitest';
import { computeCrossSection, flaggedPanel } from '../../../shared/backtest/cross-section.ts';
import { computeColumns } from '../../../shared/backtest/replay.ts';
import { emptyDataset } from '../../../shared/measures/build-dataset.ts';
import type { Dataset } from '../../../shared/measures/dataset.ts';
import { crossSectionFiguresSchema } from '../../../shared/schemas/cross-section.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { scorecardOf } from '../scoring/random-scorecard.ts';
import { reference, telcoRows } from '../statistics/reference.ts';

const telco = readTelco();
const tenure: Measure = {
  id: 'tenure',
  name: 'Tenure',
  aggregation: { type: 'attribute', attribute: 'tenure' },
  direction: 'higher',
  actionable: false,
};
const card: Scorecard = {
  ...scorecardOf(
    [
      {
        id: 'g',
        name: 'g',
        weight: 1,
        combine: 'mean',
        measures: [
          {
            measureId: 'tenure',
            weight: 1,
            scale: { type: 'linear', worst: 0, best: 72 },
            missing: { type: 'exclude' },
          },
        ],
      },
    ],
    0,
  ),
  bands: presetBands('traffic', 'en'),
};

describe('telco as a cross-section', () => {
  const figures = compute(telco, 1);

  it('has the reference counts and churn rate', () => {
    const { n, churned, wilson95 } = reference.telco;
    expect(figures).toMatchObject({ accounts: n, churned, unknown: 0, reason: null });
    expect([figures.rate.low, figures.rate.high]).toEqual(wilson95.map((x) => expect.closeTo(x, 9)));
  });

  it.each(['tenure', 'MonthlyCharges', 'TotalCharges', 'SeniorCitizen'])(
    'has the reference AUC of %s',
    (name) => {
      const key = name === 'TotalCharges' ? 'TotalCharges_num' : name;
      const expected = reference.telco.delong[key]!;
      const found = figures.numbers.find((number) => number.name === name)!;
      expect(found.missing).toBe(reference.telco.univariate[key]!.n_missing);
      expect(found.auc!.value).toBeCloseTo(1 - expected.auc, 9);
      expect(found.auc!.low).toBeCloseTo(1 - expected.ci95_hi, 9);
      expect(found.ks).toBeCloseTo(expected.ks, 9);
    },
  );

  it.each(['Contract', 'PaymentMethod', 'gender'])('has the reference churn by %s', (name) => {
    const { levels } = reference.telco.categorical[name]!;
    const found = figures.categories.find((category) => category.name === name)!;
    const counts = found.values.map(({ value, churn }) => [value, churn.count, churn.total]);
    expect(Object.fromEntries(counts.map(([value, count, total]) => [value, { count, total }]))).toEqual(
      Object.fromEntries(
        Object.entries(levels).map(([value, { n, churned }]) => [value, { count: churned, total: n }]),
      ),
    );
  });

  it('grades the score without a date: bands, AUC, curves and calibration on halves', () => {
    const { score } = figures;
    expect(score!.figures.rows).toBe(7043);
    expect(score!.figures.bands.reduce((sum, band) => sum + band.positives, 0)).toBe(1869);
    expect(score!.auc!.value).toBeCloseTo(1 - reference.telco.univariate.tenure!.auc, 3);
    expect(score!.figures.auc!.value).toBe(score!.auc!.value);
    const { calibration } = score!;
    expect(calibration.rows).toBe(3521);
    expect(calibration.observed / calibration.expected).toBeGreaterThan(0.9);
    expect(calibration.observed / calibration.expected).toBeLessThan(1.1);
  });

  it('refuses what needs dates', () => {
    expect(figures.refused).toEqual(
      expect.arrayContaining(['verdict', 'lead', 'survival', 'months', 'drift']),
    );
    expect(crossSectionFiguresSchema.safeParse(figures).error).toBeUndefined();
  });

  it('draws the same halves for the same seed, whatever the order of the file', () => {
    expect(compute(telco, 1)).toEqual(figures);
    expect(compute(telco, 2).score!.calibration).not.toEqual(figures.score!.calibration);
    const counts = (dataset: Dataset) =>
      compute(dataset, 1).score!.calibration.bands.map(({ designRows, rows, positives }) => [
        designRows,
        rows,
        positives,
      ]);
    expect(counts(reversed(telco))).toEqual(counts(telco));
  });
});

describe('a snapshot', () => {
  it.each([
    ['nobody', []],
    ['one account', [1]],
    ['only churned', [1, 1, 1]],
    ['only kept', [0, 0]],
    ['nobody said', [-1, -1]],
  ])('of %s is no figure, and no NaN', (_, flags) => {
    const dataset = {
      ...emptyDataset(flags.map((_flag, a) => `a${a}`)),
      snapshotFlag: Int8Array.from(flags),
      attributes: new Map([['tenure', flags.map(() => '3')]]),
    };
    const figures = compute(dataset, 1);
    expect(figures.reason).not.toBeNull();
    expect(crossSectionFiguresSchema.safeParse(figures).error).toBeUndefined();
  });
});

function compute(dataset: Dataset, seed: number) {
  const panel = flaggedPanel(dataset);
  const measures = new Map([['tenure', tenure]]);
  const columns = computeColumns({ dataset, scorecard: card, measures }, panel);
  const names = new Map([['tenure', 'tenure']]);
  return computeCrossSection({ dataset, scorecard: card, names, capacityPerAsOf: 12, seed }, panel, columns);
}

function readTelco(): Dataset {
  const { header, rows } = telcoRows();
  const at = (name: string) => header.indexOf(name);
  const columns = header.filter((name) => name !== 'customerID' && name !== 'Churn');
  return {
    ...emptyDataset(rows.map((row) => row[at('customerID')]!)),
    snapshotFlag: Int8Array.from(rows, (row) => (row[at('Churn')] === 'Yes' ? 1 : 0)),
    attributes: new Map(
      columns.map((name) => [
        name,
        rows.map((row) => (row[at(name)]!.trim() === '' ? undefined : row[at(name)]!)),
      ]),
    ),
  };
}

function reversed(dataset: Dataset): Dataset {
  return {
    ...dataset,
    accountIds: dataset.accountIds.toReversed(),
    snapshotFlag: dataset.snapshotFlag!.toReversed(),
    attributes: new Map([...dataset.attributes].map(([name, texts]) => [name, texts.toReversed()])),
  };
}
