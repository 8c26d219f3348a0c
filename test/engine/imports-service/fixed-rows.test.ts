import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportPlan, RowFix } from '../../../shared/schemas/import-plan.ts';
import { csv, importsUnderTest, observationsOf, usagePlan } from './imports-under-test.ts';

const imports = importsUnderTest();

const header = 'id,date,logins';
const text = csv(
  header,
  'a,2024-01-01,1',
  'a,2024-13-02,2',
  'b,2024-01-01',
  'b,2024-01-02,"4" x',
  'c,2024-01-01,many',
);

const was = { column: 'date', reason: 'dateInvalid', value: '' };
const fix = (line: number, cells: readonly string[] | null): RowFix => ({
  line,
  cells: cells === null ? null : [...cells],
  ...was,
});

const problems = (token: string, filter: { reason?: string; state?: 'open' | 'fixed' | 'skipped' } = {}) =>
  imports
    .running()
    .get('imports.problems', { token, reason: null, state: null, offset: 0, limit: 200, ...filter });

async function checkFile(content: string, plan: ImportPlan) {
  const token = await imports.file(content);
  const check = await imports.running().get('imports.check', { token, plan, taskId: 'check' });
  return { token, check };
}

describe('problem rows of a file being checked', () => {
  it('are all listed, with their cells and a count for each reason', async () => {
    await imports.newWorkspace();
    const rows = Array.from({ length: 900 }, (_, i) => `a,2024-01-01,${i % 3 === 0 ? 'x' : i}`);
    const { token, check } = await checkFile(csv(header, ...rows), usagePlan());
    expect(check.problems).toHaveLength(200);
    const all = await problems(token);
    expect([all.total, check.rowsRejected]).toEqual([899, 899]);
    expect(all.reasons).toEqual([
      { reason: 'duplicateRow', rows: 599 },
      { reason: 'numberInvalid', rows: 300 },
    ]);
    const numbers = await problems(token, { reason: 'numberInvalid' });
    expect(numbers.total).toBe(300);
    expect(numbers.rows[1]).toMatchObject({ line: 5, column: 'logins', cells: ['a', '2024-01-01', 'x'] });
  });

  it('keep the whole text of a row that could not be cut, within the limit', async () => {
    await imports.newWorkspace();
    const long = 'z'.repeat(100_000);
    const rows = [`a,${'y'.repeat(5000)}`, `b,${long}`];
    const { token } = await checkFile(csv(header, ...rows), usagePlan());
    const [whole, cut] = (await problems(token)).rows;
    expect(whole).toMatchObject({ reason: 'tooFewCells', cells: ['a', 'y'.repeat(5000)], isCut: false });
    expect(cut).toMatchObject({ isCut: true, cells: ['b'] });
    const exported = await imports.running().get('imports.exportProblems', { token });
    const found = await imports.running().engine.findExport(exported.token);
    if (!found.ok) throw new Error(found.error.code);
    expect(readFileSync(found.value.path, 'utf8').length).toBeGreaterThan(5000 + 65_000);
  });

  it('are not told of a file that was not checked', async () => {
    await imports.newWorkspace();
    const token = await imports.file(text);
    expect(
      await imports
        .running()
        .ask('imports.problems', { token, reason: null, state: null, offset: 0, limit: 10 }),
    ).toEqual({ ok: false, error: { code: 'fileMissing' } });
  });
});

describe('rows mended by hand', () => {
  const fixes = [
    fix(3, ['a', '2024-01-02', '2']),
    fix(4, ['b', '2024-01-01', '3']),
    fix(5, ['b', '2024-01-02', '4']),
    fix(6, null),
  ];

  it('are kept and counted, and stay in the list as mended', async () => {
    await imports.newWorkspace();
    const { token, check } = await checkFile(text, usagePlan({ fixes }));
    expect(check).toMatchObject({ rowsRead: 5, rowsKept: 4, rowsRejected: 1, rowsFixed: 3, rowsSkipped: 1 });
    const { rows } = await problems(token);
    expect(rows.map(({ line, state }) => [line, state])).toEqual([
      [3, 'fixed'],
      [4, 'fixed'],
      [5, 'fixed'],
      [6, 'skipped'],
    ]);
    expect((await problems(token, { state: 'fixed' })).total).toBe(3);
  });

  it('are stored like any other row, and remembered with the batch', async () => {
    await imports.newWorkspace();
    const { batch } = await imports.commit(text, usagePlan({ fixes, problemRows: 'stop' }));
    expect(batch).toMatchObject({ rowsKept: 4, rowsRejected: 1 });
    expect(observationsOf(await imports.dataset(), 'logins').map(([id, , value]) => [id, value])).toEqual([
      ['a', 1],
      ['a', 2],
      ['b', 3],
      ['b', 4],
    ]);
  });

  it('change nothing when the same file comes with the same corrections', async () => {
    await imports.newWorkspace();
    await imports.commit(text, usagePlan({ fixes }));
    const { batch, check } = await imports.commit(text, usagePlan({ fixes }));
    expect([batch, check.rowsUnchanged]).toEqual([null, 4]);
  });

  it('may still be wrong, and are then reported with what they read now', async () => {
    await imports.newWorkspace();
    const wrong = [fix(3, ['a', 'never', '2']), fix(4, ['b', '2024-01-01']), fix(6, ['', '2024-01-01', '1'])];
    const { token, check } = await checkFile(text, usagePlan({ fixes: wrong }));
    expect(check).toMatchObject({ rowsRead: 5, rowsKept: 1, rowsRejected: 4, rowsFixed: 0 });
    expect((await problems(token)).rows.map(({ line, reason, cells }) => [line, reason, cells])).toEqual([
      [3, 'dateInvalid', ['a', 'never', '2']],
      [4, 'tooFewCells', ['b', '2024-01-01']],
      [5, 'malformedQuote', ['b', '2024-01-02', '"4" x']],
      [6, 'accountIdBlank', ['', '2024-01-01', '1']],
    ]);
  });

  it('keep their place in the file: the last of a repeated day still counts', async () => {
    await imports.newWorkspace();
    const repeated = csv(header, 'a,2024-01-01', 'a,2024-01-01,2');
    const plan = usagePlan({ fixes: [fix(2, ['a', '2024-01-01', '1'])] });
    const { check } = await imports.commit(repeated, plan);
    expect(check.problems).toMatchObject([{ line: 2, reason: 'duplicateRow' }]);
    expect(observationsOf(await imports.dataset(), 'logins')).toMatchObject([
      ['a', expect.anything(), 2, expect.anything()],
    ]);
  });

  it('are judged at once, row by row', async () => {
    await imports.newWorkspace();
    const ask = async (...cells: string[]) =>
      (await imports.running().get('imports.checkRow', { plan: usagePlan(), cells })).problem;
    expect(await ask('a', '2024-01-01', '1')).toBeNull();
    expect(await ask('a', '2024-01-32', '1')).toEqual({
      column: 'date',
      reason: 'dateInvalid',
      value: '2024-01-32',
    });
    expect(await ask('a', '2024-01-01')).toMatchObject({ reason: 'tooFewCells' });
    expect(await ask('a', '2024-01-01', '1', 'x')).toMatchObject({ reason: 'tooManyCells' });
    expect(await ask('a', '2024-01-01', '1\0')).toMatchObject({ reason: 'nulCharacter', column: 'logins' });
  });

  it('never lose a row, whatever they say', async () => {
    await imports.newWorkspace();
    const cell = fc.constantFrom('a', '', '2024-01-01', '2024-01-02', 'x', '7', 'q"');
    const anyFix = fc.record({
      line: fc.integer({ min: 1, max: 8 }),
      cells: fc.option(fc.array(cell, { maxLength: 4 })),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyFix, { selector: ({ line }) => line, maxLength: 6 }),
        async (list) => {
          const plan = usagePlan({ fixes: list.map(({ line, cells }) => fix(line, cells)) });
          const { token, check } = await checkFile(text, plan);
          expect(check.rowsRead).toBe(5);
          expect(check.rowsKept + check.rowsRejected).toBe(5);
          expect((await problems(token)).total).toBe(check.rowsRejected + check.rowsFixed);
        },
      ),
      { numRuns: 40 },
    );
  });
});
