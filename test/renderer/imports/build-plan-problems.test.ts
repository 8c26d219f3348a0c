import { describe, expect, it } from 'vitest';
import { buildPlanProblems } from '../../../renderer/features/imports/build-plan-problems.ts';
import { setMarks, setRole } from '../../../renderer/features/imports/edit-plan.ts';
import { findIdColumn } from '../../../renderer/features/imports/find-id-column.ts';
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

  it('are nothing but the rows where there are none', () => {
    const plan = planOf('metricsLong', [['id', 'accountId']]);
    expect(buildPlanProblems(plan, { ...nothing, rowsShown: 0 })).toEqual([{ type: 'noRows' }]);
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

describe('a stand-in for the account ID', () => {
  const plan = planOf('accounts', [
    ['会社名', 'accountName'],
    ['プラン', 'attribute'],
  ]);

  it('is the name where each row has its own', () => {
    expect(
      findIdColumn(plan, [
        ['A社', 'x'],
        ['B社', 'x'],
      ])?.name,
    ).toBe('会社名');
  });

  it('is none where names repeat or lack, where there is an ID, or in another kind of file', () => {
    expect(
      findIdColumn(plan, [
        ['A社', 'x'],
        ['A社', 'y'],
      ]),
    ).toBeNull();
    expect(
      findIdColumn(plan, [
        ['A社', 'x'],
        ['', 'y'],
      ]),
    ).toBeNull();
    expect(findIdColumn(plan, [])).toBeNull();
    expect(findIdColumn(setRole(plan, 1, 'accountId'), [['A社', 'x']])).toBeNull();
    expect(findIdColumn(usage, [['a', '2024-01-01', '1']])).toBeNull();
  });
});
