import { describe, expect, it } from 'vitest';
import { withoutExpiry } from '../../../shared/measures/without-expiry.ts';
import type { Aggregation, Measure } from '../../../shared/schemas/measure.ts';

const measure = (id: string, aggregation: Aggregation): [string, Measure] => [
  id,
  { id, name: id, aggregation, direction: 'higher', actionable: true },
];
const latest = (staleAfterDays: number | null): Aggregation => ({
  type: 'latest',
  metric: 'm',
  staleAfterDays,
});

describe('withoutExpiry', () => {
  const measures = new Map([
    measure('old', latest(30)),
    measure('ever', latest(null)),
    measure('ratio', { type: 'ratio', numerator: 'old', denominator: 'ever' }),
  ]);

  it('lifts the limit of the measure and of those it is made from', () => {
    expect(withoutExpiry('old', measures)?.get('old')?.aggregation).toEqual(latest(null));
    expect(withoutExpiry('ratio', measures)?.get('old')?.aggregation).toEqual(latest(null));
    expect(measures.get('old')?.aggregation).toEqual(latest(30));
  });

  it('is nothing where no limit is set', () => {
    expect(withoutExpiry('ever', measures)).toBeNull();
  });
});
