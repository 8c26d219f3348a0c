import { describe, expect, it } from 'vitest';
import {
  buildMeasureRows,
  missingShare,
  usersOf,
} from '../../../renderer/features/measures/build-measure-rows.ts';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
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
const figures: MeasureFigures = {
  measureId: 'users',
  rows: 40,
  missingRows: 10,
  churners: 3,
  histogram: { edges: [0, 1], churned: [3], kept: [27] },
  auc: null,
  healthier: 'notSettled',
  fifths: [],
  examples: [],
  suspicious: [],
};

describe('the rows of the measures table', () => {
  const rows = buildMeasureRows({
    measures: [users, perSeat],
    scorecards: [card],
    figures: [figures],
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

  it('counts missing rows as a share, none without rows', () => {
    expect(missingShare(figures)).toBe(0.25);
    expect(missingShare({ ...figures, rows: 0, missingRows: 0 })).toBeNull();
  });
});
