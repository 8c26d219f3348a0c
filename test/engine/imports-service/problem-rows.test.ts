import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, importsUnderTest, observationsOf, planOf, usagePlan } from './imports-under-test.ts';

const imports = importsUnderTest();

describe('rows that are not kept', () => {
  it('are told by line, column and reason', async () => {
    await imports.newWorkspace();
    const rows = [
      'a,2024-01-01,1',
      ',2024-01-01,1',
      'a,2024-02-30,1',
      'a,,1',
      'a,2024-01-05,many',
      'a,2024-01-06',
      'a,2024-01-07,1,2',
    ];
    const { batch, check } = await imports.commit(csv('id,date,logins', ...rows), usagePlan());
    expect(check.problems.map(({ line, column, reason, value }) => [line, column, reason, value])).toEqual([
      [3, 'id', 'accountIdBlank', ''],
      [4, 'date', 'dateInvalid', '2024-02-30'],
      [5, 'date', 'dateBlank', ''],
      [6, 'logins', 'numberInvalid', 'many'],
      [7, '', 'tooFewCells', 'a,2024-01-06'],
      [8, '', 'tooManyCells', 'a,2024-01-07,1,2'],
    ]);
    const stored = await imports
      .running()
      .get('imports.rejectedRows', { number: batch!.number, offset: 0, limit: 50 });
    expect(stored).toEqual({ total: 6, rows: check.problems });
  });

  it('stop the import where the plan says so, and nothing is written', async () => {
    await imports.newWorkspace();
    const text = csv('id,date,logins', 'a,2024-01-01,1', 'b,never,1');
    const { batch, check } = await imports.commit(text, usagePlan({ problemRows: 'stop' }));
    expect([batch, check.rowsKept, check.rowsRejected]).toEqual([null, 1, 1]);
    expect(await imports.summary()).toMatchObject({ accounts: 0, batches: 0 });
  });

  it('add no account', async () => {
    await imports.newWorkspace();
    await imports.commit(csv('id,date,logins', 'a,2024-01-01,1', 'b,never,1'), usagePlan());
    expect((await imports.dataset()).accountIds).toEqual(['a']);
  });

  it('of a repeated day are all but the last, with their line and cells', async () => {
    await imports.newWorkspace();
    const rows = ['a,2024-01-01,1', 'b,2024-01-01,7', 'a,2024-01-01,2', 'a,2024-01-01,3'];
    const { batch, check } = await imports.commit(csv('id,date,logins', ...rows), usagePlan());
    expect(check.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'duplicateRow'],
      [4, 'duplicateRow'],
    ]);
    expect(check).toMatchObject({ rowsRead: 4, rowsKept: 2, rowsRejected: 2 });
    expect(observationsOf(await imports.dataset(), 'logins').map(([, , value]) => value)).toEqual([3, 7]);
    const exported = await imports.running().get('imports.exportRejected', { number: batch!.number });
    const found = await imports.running().engine.findExport(exported.token);
    if (!found.ok) throw new Error(found.error.code);
    const text = readFileSync(found.value.path, 'utf8').replace(/^\ufeff/, '');
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      'line,column,reason,value,id,date,logins',
      '2,,duplicateRow,,a,2024-01-01,1',
      '4,,duplicateRow,,a,2024-01-01,2',
    ]);
  });
});

describe('unknown accounts', () => {
  const known = csv('id,date,logins', 'a,2024-01-01,1');
  const more = csv('id,date,logins', 'a,2024-01-02,1', 'x,2024-01-02,1', 'y,2024-01-02,1', 'x,2024-01-03,1');

  it('are added with an assumed start', async () => {
    await imports.newWorkspace();
    await imports.commit(known, usagePlan());
    const { check } = await imports.commit(more, usagePlan());
    expect(check).toMatchObject({ rowsKept: 4, newAccounts: 2 });
    expect(await imports.summary()).toMatchObject({ accounts: 3, assumedStarts: 3 });
  });

  it('are skipped row by row, and counted once each', async () => {
    await imports.newWorkspace();
    await imports.commit(known, usagePlan());
    const { check } = await imports.commit(more, usagePlan({ unknownAccounts: 'skip' }));
    expect(check).toMatchObject({ rowsKept: 1, rowsRejected: 3, unknownAccounts: 2, newAccounts: 0 });
    expect((await imports.summary()).accounts).toBe(1);
  });

  it('stop the import, named', async () => {
    await imports.newWorkspace();
    await imports.commit(known, usagePlan());
    const token = await imports.file(more);
    const plan = usagePlan({ unknownAccounts: 'stop' });
    expect(await imports.running().ask('imports.commit', { token, plan, taskId: 't' })).toEqual({
      ok: false,
      error: { code: 'unknownAccounts', detail: { count: 2, first: 'x' } },
    });
    expect((await imports.summary()).batches).toBe(1);
  });
});

describe('every file', () => {
  const cell = fc.constantFrom(
    'a',
    'b',
    ' c ',
    '',
    '2024-01-01',
    '2024-01-02',
    '2024-13-01',
    '3',
    '-1.5',
    'x',
    '"',
    '"q"',
    '"l\nine"',
    '\0',
    '3,4',
  );
  const row = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('2024-01-01', '2024-01-02', '2024-01-03'),
        fc.constantFrom('1', '2', ''),
      ),
    },
    { weight: 1, arbitrary: fc.array(cell, { minLength: 1, maxLength: 5 }) },
  );

  it('has as many rows read as kept and rejected, and each line is told once', async () => {
    await imports.newWorkspace();
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const text = `id,date,logins\n${rows.map((cells) => cells.join(',')).join('\n')}\n`;
        const check = await imports.check(text, usagePlan());
        expect(check.rowsRead).toBe(check.rowsKept + check.rowsRejected);
        const lines = check.problems.map(({ line }) => line);
        expect(lines).toHaveLength(check.rowsRejected);
        expect(new Set(lines).size).toBe(lines.length);
        expect(lines.toSorted((a, b) => a - b)).toEqual(lines);
      }),
      { numRuns: 60 },
    );
  });

  it('loses no row among regular lines with injected faults', async () => {
    await imports.newWorkspace();
    const faults = [
      'a,2024-02-30,1',
      'a,2024-01-01,much',
      ',2024-01-01,1',
      'a,2024-01-01',
      'a,2024-01-01,1,2,3',
    ];
    const good = fc.integer({ min: 0, max: 400 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(good, { minLength: 1 }), fc.array(fc.nat(99)), async (days, places) => {
        const rows = days.map(
          (n) => `a${n % 5},${new Date(86400000 * (19_000 + n)).toISOString().slice(0, 10)},${n}`,
        );
        places.forEach((place, i) => {
          rows.splice(place % (rows.length + 1), 0, faults[i % faults.length]!);
        });
        const check = await imports.check(csv('id,date,logins', ...rows), usagePlan());
        expect(check).toMatchObject({
          rowsRead: rows.length,
          rowsKept: days.length,
          rowsRejected: places.length,
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('a long file', () => {
  it('keeps one value a metric and day, the last', async () => {
    await imports.newWorkspace();
    const plan = planOf('metricsLong', [
      ['id', 'accountId'],
      ['date', 'date'],
      ['name', 'metricName'],
      ['value', 'metricValue', { metricKind: 'flow' }],
    ]);
    const rows = ['a,2024-01-01,x,1', 'a,2024-01-01,y,2', 'a,2024-01-01,x,3', 'a,2024-01-01,,4'];
    const { check } = await imports.commit(csv('id,date,name,value', ...rows), plan);
    expect(check.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'duplicateRow'],
      [5, 'metricNameBlank'],
    ]);
    const dataset = await imports.dataset();
    expect([observationsOf(dataset, 'x')[0]?.[2], observationsOf(dataset, 'y')[0]?.[2]]).toEqual([3, 2]);
  });
});
