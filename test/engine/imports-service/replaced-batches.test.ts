import { describe, expect, it } from 'vitest';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { csv, importsUnderTest, observationsOf, planOf, usagePlan } from './imports-under-test.ts';

const imports = importsUnderTest();
const header = 'id,date,logins';
const older = csv(header, 'a,2024-01-01,1', 'b,2024-01-01,2');
const newer = csv(header, 'a,2024-01-01,9', 'c,2024-01-02,3');

const values = async () =>
  observationsOf(await imports.dataset(), 'logins').map(([id, , value]) => `${id} ${value}`);
const setUndone = (number: number, undone: boolean) =>
  imports.running().ask('imports.setUndone', { number, undone });
const batches = async () => (await imports.running().get('imports.batches', {})).items;
const liveMetric = async () => (await imports.summary()).metrics[0];

async function importTwice(second: string, plan: ImportPlan) {
  await imports.newWorkspace();
  const first = (await imports.commit(older, usagePlan())).batch!.number;
  const done = await imports.commit(second, { ...plan, replaces: first });
  return { first, done };
}

describe('a newer file in the place of an older import', () => {
  it('leaves nothing of the older one, and says who and what', async () => {
    const { first, done } = await importTwice(newer, usagePlan());
    expect(await values()).toEqual(['a 9', 'c 3']);
    expect((await imports.summary()).batches).toBe(1);
    expect(await batches()).toMatchObject([
      { number: first, undone: true, replacedBy: done.batch!.number },
      { number: done.batch!.number, undone: false, replaces: first, importedBy: expect.any(String) },
    ]);
  });

  it('is undone and done again as one action', async () => {
    const { first, done } = await importTwice(newer, usagePlan());
    const second = done.batch!.number;
    expect((await setUndone(second, true)).ok).toBe(true);
    expect(await values()).toEqual(['a 1', 'b 2']);
    expect((await batches()).map(({ undone }) => undone)).toEqual([false, true]);
    expect((await setUndone(second, false)).ok).toBe(true);
    expect(await values()).toEqual(['a 9', 'c 3']);
    expect(await setUndone(first, false)).toEqual({
      ok: false,
      error: { code: 'batchReplaced', detail: { name: expect.stringMatching(/file\.csv$/) } },
    });
  });

  it('replaces live imports only', async () => {
    const { first } = await importTwice(newer, usagePlan());
    const token = await imports.file(older);
    const plan = usagePlan({ replaces: first });
    expect(await imports.running().ask('imports.commit', { token, plan, taskId: 't' })).toMatchObject({
      ok: false,
      error: { code: 'notFound' },
    });
  });

  it('counts accounts that only the older one named as unknown', async () => {
    await imports.newWorkspace();
    await imports.commit(
      csv('id,name', 'a,A'),
      planOf('accounts', [
        ['id', 'accountId'],
        ['name', 'accountName'],
      ]),
    );
    const first = (await imports.commit(older, usagePlan())).batch!.number;
    const { check } = await imports.commit(older, usagePlan({ replaces: first, unknownAccounts: 'skip' }));
    expect(check).toMatchObject({ rowsKept: 1, unknownAccounts: 1 });
  });
});

describe('the same file under another plan', () => {
  it('changes nothing where the plan is the same', async () => {
    const { done } = await importTwice(older, usagePlan());
    expect([done.batch, (await batches()).length]).toEqual([null, 1]);
  });

  it('takes another kind of metric, and undo brings the first back', async () => {
    const level = usagePlan();
    const plan = {
      ...level,
      columns: level.columns.map((column) =>
        column.role === 'metricValue' ? { ...column, metricKind: 'level' as const } : column,
      ),
    };
    const { done } = await importTwice(older, plan);
    expect(await liveMetric()).toMatchObject({ kind: 'level' });
    await setUndone(done.batch!.number, true);
    expect(await liveMetric()).toMatchObject({ kind: 'flow' });
    await setUndone(done.batch!.number, false);
    expect(await liveMetric()).toMatchObject({ kind: 'level' });
  });

  it('takes another mark of the dates, and another lag', async () => {
    const { done } = await importTwice(
      older,
      usagePlan({ dateMarks: 'monthStart', grain: 'month', lagDays: 5 }),
    );
    expect(await liveMetric()).toMatchObject({ grain: 'month', lagDays: 5 });
    const [first] = observationsOf(await imports.dataset(), 'logins');
    expect(first!.slice(1, 4)).toEqual([19_753, 1, 19_758]);
    await setUndone(done.batch!.number, true);
    expect(await liveMetric()).toMatchObject({ grain: 'day', lagDays: 0 });
    expect(observationsOf(await imports.dataset(), 'logins')[0]!.slice(1, 4)).toEqual([19_723, 1, 19_723]);
  });
});
