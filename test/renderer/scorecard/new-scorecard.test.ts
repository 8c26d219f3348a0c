import { describe, expect, it } from 'vitest';
import { emptyScorecard, scorecardOf, scored } from '../../../renderer/features/scorecard/new-scorecard.ts';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';
import { scorecardSchema } from '../../../shared/schemas/scorecard.ts';
import { coverageShares } from '../../../shared/scoring/score-account.ts';

function measure(id: string, aggregation: Aggregation): Measure {
  return { id, name: id, aggregation, direction: 'higher', actionable: true };
}

function suspicious(measureId: string): MeasureFigures {
  const histogram = { edges: [0, 1], churned: [1], kept: [1] };
  const counts = { rows: 2, missingRows: 0, churners: 1, churnersWithValue: 1, histogram, auc: null };
  return { measureId, ...counts, healthier: 'notSettled', fifths: [], examples: [], suspicious: ['tooGood'] };
}

const head = { id: 'card', name: 'Card', language: 'en' } as const;
const groupNames = { usage: 'Usage', records: 'Records', other: 'Other' };

describe('a scorecard from proposed measures', () => {
  const measures = [
    measure('logins', { type: 'daysSinceLast', metric: 'logins' }),
    measure('users', { type: 'latest', metric: 'users', staleAfterDays: null }),
    measure('seats', { type: 'latest', metric: 'seats', staleAfterDays: null }),
    measure('use', { type: 'ratio', numerator: 'users', denominator: 'seats' }),
    measure('tickets', { type: 'recordCount', source: 't', lookbackDays: 90, filters: [], openOnly: false }),
    measure('flag', { type: 'attribute', attribute: 'flag' }),
    measure('tenure', { type: 'tenure' }),
  ];
  const card = scorecardOf({ ...head, measures, figures: [suspicious('flag')], groupNames });
  const layout = card.groups.map((group) => [group.name, group.measures.map(({ measureId }) => measureId)]);

  it('groups by source, without parts of a ratio and without what is suspicious', () => {
    expect(layout).toEqual([
      ['Usage', ['logins', 'use']],
      ['Records', ['tickets']],
      ['Other', ['tenure']],
    ]);
  });

  it('gives every measure the same share', () => {
    expect(coverageShares(card)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('ranks among peers where no value is known, and follows the fifths where some are', () => {
    const scaleOf = (figures: MeasureFigures | null) => scored(measures[0]!, figures).scale;
    expect(scaleOf(null)).toEqual({ type: 'percentile', direction: 'higher' });
    expect(scaleOf({ ...suspicious('logins'), missingRows: 2 })).toEqual({
      ...{ type: 'percentile', direction: 'higher' },
    });
    const fifth = { rows: 10, positives: 1, rate: 0.1, rateLow: 0, rateHigh: 0.3 };
    const fifths = [0, 9, 22, 40, 60].map((low) => ({ ...fifth, low, high: low + 12 }));
    const histogram = { edges: [0, 36, 72], churned: [1, 0], kept: [0, 1] };
    expect(scaleOf({ ...suspicious('logins'), fifths, histogram })).toEqual({
      ...{ type: 'bins', cutoffs: [9, 22, 40, 60], points: [0, 25, 50, 75, 100] },
    });
  });

  it('fits the contract, also when empty', () => {
    expect(scorecardSchema.safeParse(card).success).toBe(true);
    expect(scorecardSchema.safeParse(emptyScorecard(head)).success).toBe(true);
  });
});
