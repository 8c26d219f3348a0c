import { describe, expect, it } from 'vitest';
import { buildChecklist } from '../../../../renderer/features/workspace/build-checklist.ts';

const empty = { accounts: 0, measures: 0, scorecardMeasures: 0, runs: 0, exports: 0, versions: 0 };
const statesOf = (facts: typeof empty) => buildChecklist(facts).map((item) => item.state);

describe('buildChecklist', () => {
  it('starts with data', () => {
    expect(statesOf(empty)).toEqual(['next', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting']);
  });

  it('has exactly one next step, the first that is not done', () => {
    expect(statesOf({ ...empty, accounts: 400, measures: 3, exports: 1 })).toEqual([
      'done',
      'done',
      'next',
      'waiting',
      'done',
      'waiting',
    ]);
  });

  it('has no next step when all is done', () => {
    const all = { accounts: 1, measures: 1, scorecardMeasures: 1, runs: 1, exports: 1, versions: 1 };
    expect(statesOf(all)).not.toContain('next');
  });
});
