import { describe, expect, it } from 'vitest';
import {
  type AggregationType,
  aggregationTypes,
  type DraftProblem,
  draftProblem,
  newMeasure,
  switchAggregation,
  switchMetric,
} from '../../../renderer/features/measures/measure-draft.ts';
import { type Aggregation, type Measure, measureSchema } from '../../../shared/schemas/measure.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';

const metric = { kind: 'flow', lagDays: 0, values: 9, firstDay: 1, lastDay: 9 } as const;
const summary: DataSummary = {
  accounts: 9,
  churnedAccounts: 1,
  batches: 1,
  knownThrough: 9,
  firstDay: 1,
  lastDay: 9,
  assumedStarts: 0,
  mainUsage: 'logins',
  metrics: [
    { ...metric, name: 'logins', grain: 'day' },
    { ...metric, name: 'mrr', grain: 'month' },
  ],
  attributes: [{ name: 'seats', numeric: true, values: [], distinct: 3, dated: false }],
  contract: [],
  recordSources: [
    { name: 'tickets', kind: 'record', rows: 2, firstDay: 1, lastDay: 2, hasClosedDay: false, columns: [] },
  ],
  eventSources: [{ name: 'app', rows: 3, users: 2, firstDay: 1, lastDay: 2, events: ['login', 'export'] }],
  snapshot: null,
  findings: [],
};

function named(id: string, aggregation: Aggregation): Measure {
  return { id, name: id, aggregation, direction: 'higher', actionable: true };
}

describe('the draft of a measure', () => {
  it('begins with the main usage over 28 days', () => {
    expect(newMeasure('m', summary).aggregation).toMatchObject({
      type: 'mean',
      metric: 'logins',
      lookback: 28,
    });
  });

  it('fits the contract in every way of computing but those that wait for measures or a column', () => {
    const waits: Partial<Record<AggregationType, DraftProblem>> = {
      ...{ ratio: 'ratio', formula: 'formulaEmpty', zScore: 'measure', peerPercentile: 'measure' },
      ...{ recordSum: 'column', recordNps: 'column', latestRecord: 'column', nps: 'metric' },
    };
    for (const type of aggregationTypes) {
      const draft = named('m', switchAggregation(newMeasure('m', summary).aggregation, type, summary));
      const problem = waits[type] ?? null;
      expect([type, draftProblem(draft, [])]).toEqual([type, problem]);
      expect([type, measureSchema.safeParse(draft).success]).toEqual([type, problem === null]);
    }
  });

  it('keeps column and window when the way of computing changes', () => {
    const sum: Aggregation = { type: 'sum', metric: 'mrr', lookback: 3, shift: 1, noRow: 'zero' };
    expect(switchAggregation(sum, 'change', summary)).toEqual({ ...sum, type: 'change' });
  });

  it('takes the usual look-back of another grain', () => {
    const sum: Aggregation = { type: 'sum', metric: 'logins', lookback: 28, shift: 0, noRow: 'byKind' };
    expect(switchMetric(sum, 'mrr', summary)).toMatchObject({ metric: 'mrr', lookback: 1 });
  });

  it('refuses a ratio that leads back to itself', () => {
    const a = named('a', { type: 'ratio', numerator: 'b', denominator: 'c' });
    const b = named('b', { type: 'ratio', numerator: 'a', denominator: 'c' });
    const c = named('c', { type: 'tenure' });
    expect(draftProblem(a, [a, b, c])).toBe('loop');
    expect(draftProblem(a, [a, named('b', { type: 'tenure' }), c])).toBeNull();
  });

  it('refuses a formula that leads back, names nothing or cannot be read', () => {
    const formula = (id: string, text: string) => named(id, { type: 'formula', formula: text });
    const tenure = named('t', { type: 'tenure' });
    expect(draftProblem(formula('a', '[t] × 2'), [tenure])).toBeNull();
    expect(draftProblem(formula('a', '[t] ×'), [tenure])).toBe('formula');
    expect(draftProblem(formula('a', '[gone]'), [tenure])).toBe('formula');
    expect(draftProblem(formula('a', '[b] + [t]'), [tenure, formula('b', '[a]')])).toBe('loop');
    expect(draftProblem(formula('a', '[a]'), [])).toBe('loop');
  });

  it('refuses a history of a history, also through a formula', () => {
    const history = (id: string, measure: string, steps = 12) =>
      named(id, { type: 'zScore', measure, steps });
    const all = [
      named('t', { type: 'tenure' }),
      history('z', 't'),
      named('f', { type: 'formula', formula: '[z] + 1' }),
    ];
    expect(draftProblem(history('a', 't'), all)).toBeNull();
    expect(draftProblem(history('a', 'z'), all)).toBe('history');
    expect(draftProblem(history('a', 'f'), all)).toBe('history');
    expect(draftProblem(history('a', 't', 5), all)).toBe('steps');
  });

  it('refuses a number condition without a number', () => {
    const filtered = (value: string): Measure =>
      named('m', {
        type: 'daysSinceRecord',
        source: 'tickets',
        filters: [{ column: 'priority', operator: 'atLeast', value }],
      });
    expect(draftProblem(filtered('high'), [])).toBe('filterNumber');
    expect(draftProblem(filtered('３'), [])).toBeNull();
  });

  it('refuses a look-back that is no whole number from 1', () => {
    const sum = { type: 'sum', metric: 'logins', shift: 0, noRow: 'byKind' } as const;
    expect(draftProblem(named('m', { ...sum, lookback: 0 }), [])).toBe('lookback');
    expect(draftProblem(named('m', { ...sum, lookback: 1 }), [])).toBeNull();
  });
});
