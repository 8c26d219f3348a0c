import { describe, expect, it } from 'vitest';
import {
  buildMeasureRows,
  clusterByMeasure,
  missingShare,
  noiseBand,
  rateSpread,
  shapeDistance,
  usersOf,
  warningCount,
  warningSeverity,
} from '../../../renderer/features/measures/build-measure-rows.ts';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Explorer } from '../../../shared/schemas/measure-explorer.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';

const users: Measure = {
  id: 'users',
  name: 'Users',
  aggregation: { type: 'latest', metric: 'users', staleAfterDays: null },
  direction: 'higher',
  actionable: true,
};
const perSeat: Measure = {
  ...users,
  id: 'ratio',
  name: 'Per seat',
  aggregation: { type: 'ratio', numerator: 'users', denominator: 'x' },
};
const card: Scorecard = {
  id: 'card',
  name: 'Risk',
  purpose: { goal: '', healthyCustomer: '' },
  groups: [
    {
      id: 'g',
      name: 'G',
      weight: 1,
      combine: 'mean',
      measures: [
        {
          measureId: 'users',
          weight: 1,
          scale: { type: 'linear', worst: 0, best: 1 },
          missing: { type: 'exclude' },
        },
      ],
    },
  ],
  minimumCoverage: 0.5,
  gradingScheme: 'marks',
  bands: presetBands('marks', 'en'),
};
const measure: Measure = {
  ...{ id: 'users', name: 'Users', direction: 'higher', actionable: false },
  aggregation: { type: 'tenure' },
};
const figures: MeasureFigures = {
  measureId: 'users',
  rows: 40,
  missingRows: 10,
  churnersWithValue: 2,
  churners: 3,
  histogram: { edges: [0, 1], churned: [3], kept: [27] },
  auc: null,
  healthier: 'notSettled',
  fifths: [],
  examples: [],
  suspicious: [],
};

const explored = {
  ...{ measureId: 'users', ks: 0.3, iv: 0.4, staleShare: null, aroundChurn: null, sources: [] },
  noise: { iv: 0.1, aucDistance: 0.06, shuffles: 200 },
};
const explorer: Explorer = {
  items: [explored, { ...explored, measureId: 'ratio', aroundChurn: { churned: 9, others: 1 } }],
  clusters: [{ members: ['users', 'ratio'], keep: 'ratio', why: 'signal' }],
  correlations: [1, 0.9, 0.9, 1],
  ...{ rows: 40, churners: 3 },
};

describe('the rows of the measures table', () => {
  const rows = buildMeasureRows({
    measures: [users, perSeat],
    scorecards: [card],
    figures: [figures],
    explorer,
    describe: (measure) => `words of ${measure.name}`,
  });

  it('joins figures and words to each measure', () => {
    expect(rows.map((row) => [row.words, row.figures?.rows ?? null])).toEqual([
      ['words of Users', 40],
      ['words of Per seat', null],
    ]);
  });

  it('names the scorecards that score a measure', () => {
    expect(rows.map((row) => row.usedIn)).toEqual([['Risk'], []]);
  });

  it('knows the ratios too that would break without it', () => {
    expect(usersOf('users', [users, perSeat], [card])).toEqual(['Risk', 'Per seat']);
  });

  it('knows formulas, histories and ranks that would break too, but not the measure itself', () => {
    const over: Measure[] = [
      { ...users, id: 'f', name: 'F', aggregation: { type: 'formula', formula: '1 + [users]' } },
      { ...users, id: 'z', name: 'Z', aggregation: { type: 'zScore', measure: 'users', steps: 6 } },
      {
        ...users,
        id: 'p',
        name: 'P',
        aggregation: { type: 'peerPercentile', measure: 'f', attribute: null },
      },
    ];
    expect(usersOf('users', [users, ...over], [])).toEqual(['F', 'Z']);
  });

  it('gives every measure its group, named in order', () => {
    expect(rows.map(({ cluster }) => [cluster?.label, cluster?.keep])).toEqual([
      ['A', 'ratio'],
      ['A', 'ratio'],
    ]);
    const clusters = Array.from({ length: 28 }, (_, i) => ({
      ...{ members: [`a${i}`, `b${i}`], keep: `a${i}`, why: 'first' as const },
    }));
    const alone = { members: ['c'], keep: 'c', why: 'only' as const };
    const labels = clusterByMeasure({ ...explorer, clusters: [alone, ...clusters] });
    expect(['c', 'b0', 'a25', 'a26', 'b27'].map((id) => labels.get(id)?.label)).toEqual([
      '',
      'A',
      'Z',
      'AA',
      'AB',
    ]);
    expect(clusterByMeasure(null).size).toBe(0);
  });

  it('counts what speaks against a measure', () => {
    expect(rows.map(warningCount)).toEqual([0, 1]);
    expect(warningCount({ measure, figures: { ...figures, suspicious: ['tooGood'] }, explored: null })).toBe(
      1,
    );
  });

  it('warns of a direction that the data say is the other one', () => {
    const against = { measure, figures: { ...figures, healthier: 'lower' as const }, explored: null };
    expect([warningCount(against), warningSeverity(against)]).toEqual([1, 101]);
    const turned = { ...against, measure: { ...measure, direction: 'lower' as const } };
    expect([warningCount(turned), warningSeverity(turned)]).toEqual([0, 0]);
  });

  it('orders measures by the heaviest sign against them, then by how many', () => {
    const none = { measure, figures, explored: null };
    const named = { measure, figures: { ...figures, suspicious: ['flagName' as const] }, explored: null };
    const undated = {
      measure,
      figures: { ...figures, suspicious: ['flagName' as const, 'undatedAttribute' as const] },
      explored: { ...explored, sources: [{ kind: 'backDatedNote' as const, count: 400 }] },
    };
    const leaking = { measure, figures: { ...figures, suspicious: ['tooGood' as const] }, explored: null };
    const leakingTwice = { ...leaking, explored: { ...explored, aroundChurn: { churned: 9, others: 1 } } };
    const rising = [none, named, undated, leaking, leakingTwice].map(warningSeverity);
    expect(rising).toEqual([0, 101, 203, 301, 302]);
  });

  it('measures how far two shapes and two rates lie apart', () => {
    expect(shapeDistance({ edges: [0, 1, 2], churned: [4, 0], kept: [0, 9] })).toBe(1);
    expect(shapeDistance({ edges: [0, 1, 2], churned: [1, 1], kept: [20, 20] })).toBe(0);
    expect(shapeDistance({ edges: [0, 1, 2], churned: [3, 1], kept: [1, 3] })).toBe(0.5);
    expect(rateSpread([])).toBeNull();
  });

  it('draws chance from .5 up, where it is known', () => {
    expect(noiseBand(explored)).toEqual({ low: 0.5, high: 0.56 });
    expect(noiseBand({ ...explored, noise: { iv: null, aucDistance: null, shuffles: 200 } })).toBeNull();
    expect(noiseBand(null)).toBeNull();
  });

  it('counts missing rows as a share, none without rows', () => {
    expect(missingShare(figures)).toBe(0.25);
    expect(missingShare({ ...figures, rows: 0, missingRows: 0 })).toBeNull();
  });
});
