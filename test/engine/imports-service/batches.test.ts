import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../../../shared/measures/dataset.ts';
import { isoDay } from '../../helpers/saas-panel.ts';
import { csv, importsUnderTest, observationsOf, planOf, usagePlan } from './imports-under-test.ts';

const imports = importsUnderTest();
const values = async () => observationsOf(await imports.dataset(), 'logins').map(([, , value]) => value);
const undo = (number: number, undone: boolean) =>
  imports.running().get('imports.setUndone', { number, undone });

describe('the same file again', () => {
  const two = csv('id,plan,start', 'a,pro,2024-01-01', 'a,free,2024-06-01', 'b,,');
  const accountsPlan = planOf('accounts', [
    ['id', 'accountId'],
    ['plan', 'attribute'],
    ['start', 'startOn'],
  ]);
  const outcomesPlan = planOf('outcomes', [
    ['id', 'accountId'],
    ['on', 'outcomeOn'],
  ]);
  const recordsPlan = planOf('records', [
    ['id', 'accountId'],
    ['on', 'date'],
    ['kind', 'recordColumn'],
  ]);

  it.each([
    ['metrics', csv('id,date,logins', 'b,2024-01-01,1', 'a,2024-01-01,', 'a,2024-01-01,2'), usagePlan()],
    ['accounts with two lives', two, accountsPlan],
    ['outcomes', csv('id,on', 'a,2024-01-01', 'b,2024-01-02'), outcomesPlan],
    ['records', csv('id,on,kind', 'a,2024-01-01,x', 'a,2024-01-01,x', 'a,2024-01-01,y'), recordsPlan],
  ])('of %s changes nothing', async (_name, text, plan) => {
    await imports.newWorkspace();
    expect((await imports.commit(text, plan)).batch).not.toBeNull();
    const again = await imports.commit(text, plan);
    expect(again.batch).toBeNull();
    expect(again.check.rowsUnchanged).toBe(again.check.rowsKept);
    expect((await imports.running().get('imports.batches', {})).items).toHaveLength(1);
  });

  it('with one other value replaces one', async () => {
    await imports.newWorkspace();
    await imports.commit(csv('id,date,logins', 'a,2024-01-01,1', 'a,2024-01-02,2'), usagePlan());
    const { batch } = await imports.commit(
      csv('id,date,logins', 'a,2024-01-01,1', 'a,2024-01-02,9', 'a,2024-01-03,3'),
      usagePlan(),
    );
    expect(batch).toMatchObject({ rowsKept: 3, rowsReplaced: 1, rowsUnchanged: 1 });
    expect(await values()).toEqual([1, 9, 3]);
  });
});

describe('an accounts file', () => {
  const subscriptions = planOf('accounts', [
    ['id', 'accountId'],
    ['start', 'startOn'],
    ['end', 'endOn'],
  ]);
  const customers = planOf('accounts', [
    ['id', 'accountId'],
    ['start', 'startOn'],
    ['industry', 'attribute'],
  ]);
  const withEnds = csv('id,start,end', 'a,2024-01-01,2024-05-31', 'b,2024-01-01,');

  it('without a churn column leaves the churn dates of an earlier one', async () => {
    await imports.newWorkspace();
    await imports.commit(withEnds, subscriptions);
    await imports.commit(csv('id,start,industry', 'a,2024-01-01,retail', 'b,2024-01-01,retail'), customers);
    expect([...(await imports.dataset()).lives.endDay]).toEqual([isoDay('2024-05-31'), NO_DAY]);
  });

  it('with a churn column takes a churn back that it no longer says', async () => {
    await imports.newWorkspace();
    await imports.commit(withEnds, subscriptions);
    const { batch } = await imports.commit(
      csv('id,start,end', 'a,2024-01-01,', 'b,2024-01-01,'),
      subscriptions,
    );
    expect(batch).toMatchObject({ rowsReplaced: 1, rowsUnchanged: 1 });
    expect([...(await imports.dataset()).lives.endDay]).toEqual([NO_DAY, NO_DAY]);
  });
});

describe('undo of an import', () => {
  it('and redo restore the summary exactly', async () => {
    await imports.newWorkspace();
    const before = await imports.summary();
    const usage = await imports.commit(
      csv('id,date,logins', 'a,2024-01-01,1', 'b,2024-02-01,x'),
      usagePlan(),
    );
    const afterUsage = await imports.summary();
    const plan = planOf('outcomes', [
      ['id', 'accountId'],
      ['on', 'outcomeOn'],
    ]);
    const churn = await imports.commit(csv('id,on', 'a,2024-03-01', 'c,2024-03-01'), plan);
    const afterChurn = await imports.summary();
    await undo(churn.batch!.number, true);
    expect(await imports.summary()).toEqual(afterUsage);
    await undo(usage.batch!.number, true);
    expect(await imports.summary()).toEqual(before);
    await undo(churn.batch!.number, false);
    await undo(usage.batch!.number, false);
    expect(await imports.summary()).toEqual(afterChurn);
  });

  it('makes its accounts unknown again; named anew they keep their index', async () => {
    await imports.newWorkspace();
    const first = await imports.commit(
      csv('id,date,logins', 'x,2024-01-01,1', 'a,2024-01-01,1'),
      usagePlan(),
    );
    await imports.commit(csv('id,date,logins', 'a,2024-01-02,1'), usagePlan());
    await undo(first.batch!.number, true);
    const text = csv('id,date,logins', 'a,2024-01-03,1', 'x,2024-01-03,5');
    expect(await imports.check(text, usagePlan({ unknownAccounts: 'skip' }))).toMatchObject({
      rowsKept: 1,
      unknownAccounts: 1,
    });
    const { check } = await imports.commit(text, usagePlan());
    expect(check.newAccounts).toBe(1);
    const dataset = await imports.dataset();
    expect(dataset.accountIds).toEqual(['x', 'a']);
    expect(observationsOf(dataset, 'logins').map(([id]) => id)).toEqual(['x', 'a', 'a']);
  });

  it('lets the file be read by another grain; then the undone one stays undone', async () => {
    await imports.newWorkspace();
    const text = csv('id,date,logins', 'a,2024-01-01,1', 'a,2024-02-01,2');
    const wrong = await imports.commit(text, usagePlan());
    await undo(wrong.batch!.number, true);
    const right = await imports.commit(text, usagePlan({ dateMarks: 'monthStart', grain: 'month' }));
    expect((await imports.summary()).metrics[0]).toMatchObject({
      grain: 'month',
      lastDay: isoDay('2024-02-29'),
    });
    const redo = { number: wrong.batch!.number, undone: false };
    expect(await imports.running().ask('imports.setUndone', redo)).toMatchObject({
      ok: false,
      error: { code: 'mappingIncomplete', detail: { problem: 'grainDiffers' } },
    });
    await undo(right.batch!.number, true);
    await undo(wrong.batch!.number, false);
    expect((await imports.summary()).metrics[0]).toMatchObject({
      grain: 'day',
      lastDay: isoDay('2024-02-01'),
    });
  });

  it('proposes another main usage while the chosen one is undone', async () => {
    await imports.newWorkspace();
    const pages = {
      ...usagePlan(),
      columns: usagePlan().columns.map((c) => (c.name === 'logins' ? { ...c, name: 'pages' } : c)),
    };
    const first = await imports.commit(csv('id,date,logins', 'a,2024-01-01,1'), usagePlan());
    await imports.commit(csv('id,date,pages', 'a,2024-01-01,1', 'a,2024-01-02,1'), pages);
    expect((await imports.summary()).mainUsage).toBe('pages');
    await imports.running().get('data.setMainUsage', { metric: 'logins' });
    await undo(first.batch!.number, true);
    expect((await imports.summary()).mainUsage).toBe('pages');
    await undo(first.batch!.number, false);
    expect((await imports.summary()).mainUsage).toBe('logins');
  });

  it('of a number that is not there is refused', async () => {
    await imports.newWorkspace();
    const asked = imports.running().ask('imports.setUndone', { number: 7, undone: true });
    expect(await asked).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });
});

describe('two imports', () => {
  const early = csv('id,date,logins', 'a,2024-01-01,1', 'a,2024-01-02,2');
  const late = csv('id,date,logins', 'a,2024-01-02,20', 'a,2024-01-03,30');

  it.each([
    ['early, late', early, late, [1, 20, 30]],
    ['late, early', late, early, [1, 2, 30]],
  ])('in the order %s: where both speak the later import counts', async (_name, first, second, expected) => {
    await imports.newWorkspace();
    await imports.commit(first, usagePlan());
    const { batch } = await imports.commit(second, usagePlan());
    expect(await values()).toEqual(expected);
    await undo(batch!.number, true);
    expect(await values()).toEqual(first === early ? [1, 2] : [20, 30]);
  });

  it('asked for at once run one after the other', async () => {
    await imports.newWorkspace();
    const [first, second] = await Promise.all([
      imports.commit(csv('id,date,logins', 'a,2024-01-01,1', 'b,2024-01-01,2'), usagePlan()),
      imports.commit(csv('id,date,logins', 'c,2024-01-01,3', 'b,2024-01-02,4'), usagePlan()),
    ]);
    expect([first.batch?.number, second.batch?.number].toSorted()).toEqual([1, 2]);
    const found = observationsOf(await imports.dataset(), 'logins').map(([id, , value]) => `${id}${value}`);
    expect(found.toSorted()).toEqual(['a1', 'b2', 'b4', 'c3']);
  });

  it('of the same tickets count them once', async () => {
    await imports.newWorkspace();
    const plan = planOf('records', [
      ['id', 'accountId'],
      ['opened', 'date'],
      ['closed', 'closedOn'],
    ]);
    await imports.commit(csv('id,opened,closed', 'a,2024-01-01,', 'a,2024-01-01,', 'a,2024-01-05,'), plan);
    const { batch } = await imports.commit(
      csv('id,opened,closed', 'a,2024-01-01,2024-01-08', 'a,2024-01-01,', 'a,2024-02-01,'),
      plan,
    );
    expect(batch).toMatchObject({ rowsKept: 3, rowsReplaced: 2 });
    const tickets = (await imports.dataset()).records.get('tickets')!;
    expect([...tickets.day]).toEqual(['2024-01-01', '2024-01-01', '2024-01-05', '2024-02-01'].map(isoDay));
    expect([...tickets.closedDay].filter((day) => day !== NO_DAY)).toEqual([isoDay('2024-01-08')]);
  });

  it('may not mix grains in one metric, wide or long', async () => {
    await imports.newWorkspace();
    await imports.commit(early, usagePlan());
    const month = { dateMarks: 'monthStart', grain: 'month' } as const;
    const long = planOf(
      'metricsLong',
      [
        ['id', 'accountId'],
        ['date', 'date'],
        ['name', 'metricName'],
        ['value', 'metricValue'],
      ],
      month,
    );
    const refusal = {
      ok: false,
      error: { code: 'mappingIncomplete', detail: { problem: 'grainDiffers', name: 'logins' } },
    };
    const ask = async (text: string, plan: typeof long) =>
      imports.running().ask('imports.commit', { token: await imports.file(text), plan, taskId: 't' });
    expect(await ask(late, usagePlan(month))).toMatchObject(refusal);
    expect(await ask(csv('id,date,name,value', 'a,2024-02-01,logins,1'), long)).toMatchObject(refusal);
    expect((await imports.summary()).batches).toBe(1);
  });
});

describe('a cancelled import', () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `new${i},2024-01-01,${i}`);

  it('leaves nothing behind', async () => {
    await imports.newWorkspace();
    await imports.commit(csv('id,date,logins', 'a,2024-01-01,1'), usagePlan());
    const before = await imports.summary();
    const token = await imports.file(csv('id,date,logins', ...rows));
    const running = imports.running();
    const importing = running.ask('imports.commit', { token, plan: usagePlan(), taskId: 'stop me' });
    await running.get('tasks.cancel', { taskId: 'stop me' });
    expect(await importing).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect((await running.get('imports.batches', {})).items).toHaveLength(1);
    expect(await imports.summary()).toEqual(before);
    expect((await imports.dataset()).accountIds).toEqual(['a']);
  });

  it('is what closing the workspace makes of it', async () => {
    await imports.newWorkspace();
    const token = await imports.file(csv('id,date,logins', ...rows));
    const importing = imports.running().ask('imports.commit', { token, plan: usagePlan(), taskId: 'leave' });
    await imports.running().get('workspace.close', {});
    const result = await importing;
    expect(result.ok ? 'ok' : result.error.code).toMatch(/^(cancelled|noWorkspace)$/);
  });
});

describe('rows dated after the import', () => {
  it('leave known-through and the last day at the days that had come, and are a finding', async () => {
    await imports.newWorkspace();
    const days = ['2024-03-01', '2024-03-02', '2024-03-03', '2088-04-28'];
    const rows = days.flatMap((date) => [`a,${date},1`, `b,${date},2`]);
    await imports.commit(csv('id,date,logins', ...rows), usagePlan());
    const summary = await imports.summary();
    const lastCome = Date.UTC(2024, 2, 3) / 86_400_000;
    expect([summary.knownThrough, summary.lastDay, summary.metrics[0]?.lastDay]).toEqual([
      lastCome,
      lastCome,
      lastCome,
    ]);
    expect(summary.findings.map(({ kind, rows: count }) => [kind, count])).toContainEqual(['futureDates', 2]);
  });
});

describe('the audit of imported data', () => {
  it('names usage after a churn where there was any, and not rows of 0', async () => {
    await imports.newWorkspace();
    const dates = ['2024-01-01', '2024-03-01'];
    const rows = dates.flatMap((date, i) => [`a,${date},${1 - i}`, `b,${date},1`]);
    await imports.commit(csv('id,date,logins', ...rows), usagePlan());
    const plan = planOf('outcomes', [
      ['id', 'accountId'],
      ['on', 'outcomeOn'],
    ]);
    await imports.commit(csv('id,on', 'a,2024-02-01', 'b,2024-02-01'), plan);
    const found = (await imports.summary()).findings.find(({ kind }) => kind === 'usageAfterChurn');
    expect(found).toEqual({ kind: 'usageAfterChurn', subject: 'logins', rows: 1, accounts: 1, churned: 1 });
  });
});
