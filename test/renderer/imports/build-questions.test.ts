import { describe, expect, it } from 'vitest';
import { buildQuestions } from '../../../renderer/features/imports/build-questions.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';

type Metric = DataSummary['metrics'][number];
const metric = (name: string, values: number, kind: Metric['kind'] = 'flow'): Metric => ({
  ...{ name, kind, values, grain: 'day', lagDays: 0, firstDay: 0, lastDay: 30 },
});
const summaryOf = (metrics: Metric[]): DataSummary => ({
  ...{ accounts: 2, churnedAccounts: 0, batches: 1, knownThrough: 30, firstDay: 0, lastDay: 30 },
  ...{ assumedStarts: 0, mainUsage: 'logins', metrics, attributes: [], contract: [], recordSources: [] },
  ...{ eventSources: [], snapshot: null, findings: [] },
});
const unanswered = { mainUsage: false, lastPeriod: null };

describe('the question which flow is the main usage', () => {
  it('is asked of several, the one with most values first', () => {
    const summary = summaryOf([metric('tickets', 3), metric('seats', 99, 'level'), metric('logins', 40)]);
    expect(buildQuestions(summary, unanswered).mainUsage).toEqual({
      proposed: 'logins',
      choices: ['logins', 'tickets'],
    });
  });

  it('is not asked of the only one, nor twice', () => {
    const only = summaryOf([metric('logins', 40), metric('seats', 99, 'level')]);
    expect(buildQuestions(only, unanswered).mainUsage).toBeNull();
    const two = summaryOf([metric('logins', 40), metric('tickets', 3)]);
    expect(buildQuestions(two, { ...unanswered, mainUsage: true }).mainUsage).toBeNull();
  });
});
