import { describe, expect, it } from 'vitest';
import { buildPlanProblems } from '../../../renderer/features/imports/build-plan-problems.ts';
import { setMarks, setRole } from '../../../renderer/features/imports/edit-plan.ts';
import type { ColumnRole, FileKind, ImportPlan } from '../../../shared/schemas/import-plan.ts';

function planOf(kind: FileKind, roles: readonly [name: string, role: ColumnRole][]): ImportPlan {
  return {
    kind,
    read: { encoding: 'utf-8', delimiter: ',', hasHeader: true, skipRows: 0 },
    columns: roles.map(([name, role], index) => ({ index, name, role })),
    decimal: '.',
    dateMarks: 'monthStart',
    grain: 'month',
    lagDays: 0,
    blankMeansZero: false,
    source: '',
    completeUntil: null,
    unknownAccounts: 'add',
    problemRows: 'skip',
  };
}

const nothing = { ambiguousDates: [], chosenDates: [], storedMetrics: [] };
const usage = planOf('metricsWide', [
  ['id', 'accountId'],
  ['month', 'date'],
  ['logins', 'metricValue'],
]);

describe('problems of a plan', () => {
  it('are none where every needed role is taken once', () => {
    expect(buildPlanProblems(usage, nothing)).toEqual([]);
  });

  it('name each missing role', () => {
    const plan = planOf('metricsLong', [['id', 'accountId']]);
    const roles = buildPlanProblems(plan, nothing).map((problem) => 'role' in problem && problem.role);
    expect(roles).toEqual(['date', 'metricName', 'metricValue']);
  });

  it('name the columns that share a single role', () => {
    const plan = setRole(usage, 2, 'accountId');
    expect(buildPlanProblems(plan, nothing)).toContainEqual({
      type: 'twice',
      role: 'accountId',
      names: ['id', 'logins'],
    });
  });

  it('ask for a reading of dates that have two, until one is chosen', () => {
    const open = { ...nothing, ambiguousDates: [1] };
    expect(buildPlanProblems(usage, open)).toEqual([{ type: 'chooseDate', name: 'month' }]);
    expect(buildPlanProblems(usage, { ...open, chosenDates: [1] })).toEqual([]);
    expect(buildPlanProblems(setRole(usage, 2, 'metricValue'), { ...nothing, ambiguousDates: [2] })).toEqual(
      [],
    );
  });

  it('refuse a metric that is stored with another grain', () => {
    const stored = {
      name: 'logins',
      kind: 'flow',
      grain: 'month',
      lagDays: 0,
      values: 1,
      firstDay: 0,
      lastDay: 0,
    } as const;
    const context = { ...nothing, storedMetrics: [stored] };
    expect(buildPlanProblems(usage, context)).toEqual([]);
    expect(buildPlanProblems(setMarks(usage, 'day'), context)).toEqual([
      { type: 'grainDiffers', name: 'logins' },
    ]);
  });

  it('refuse records without a name, blank names and one name twice', () => {
    const records = planOf('records', [
      ['id', 'accountId'],
      ['on', 'date'],
      ['topic', 'recordColumn'],
      ['topic', 'recordColumn'],
      [' ', 'recordColumn'],
    ]);
    expect(buildPlanProblems(records, nothing)).toEqual([
      { type: 'source' },
      { type: 'nameBlank' },
      { type: 'nameTwice', name: 'topic' },
    ]);
  });
});

describe('a column’s role', () => {
  it('takes along only what belongs to it', () => {
    const dated = setRole(usage, 2, 'date').columns[2];
    expect(dated).toEqual({ index: 2, name: 'logins', role: 'date', dateFormat: 'iso' });
    expect(setRole(usage, 1, 'ignore').columns[1]).toEqual({ index: 1, name: 'month', role: 'ignore' });
  });

  it('decides the grain by what the date marks', () => {
    expect(setMarks(usage, 'weekEnd').grain).toBe('week');
  });
});
