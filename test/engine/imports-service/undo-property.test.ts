import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowFix } from '../../../shared/schemas/import-plan.ts';
import { csv, importsUnderTest, usagePlan } from './imports-under-test.ts';

const imports = importsUnderTest();

const row = fc.tuple(
  fc.constantFrom('a', 'b', 'c', 'd'),
  fc.constantFrom('2024-01-01', '2024-01-02', '2024-01-03', 'never'),
  fc.constantFrom('1', '2', '', 'x'),
);
const rows = fc.array(row, { minLength: 1, maxLength: 8 });
const plans = fc.record({
  lagDays: fc.constantFrom(0, 3),
  blankMeansZero: fc.boolean(),
  fixes: fc.constantFrom<RowFix[]>(
    [],
    [{ line: 2, cells: ['a', '2024-01-02', '9'], column: '', reason: 'x', value: '' }],
  ),
});

const textOf = (cells: readonly (readonly string[])[]) =>
  csv('id,date,logins', ...cells.map((row) => row.join(',')));

/** All live data, as another reader of the saved file sees them. */
async function liveData(): Promise<string> {
  const { accountIds, metrics, lives } = await imports.dataset();
  const series = [...metrics.values()].map(({ name, kind, grain, offsets, day, value, knownOn }) => {
    return [name, kind, grain, ...[offsets, day, value, knownOn].map((column) => [...column].map(String))];
  });
  return JSON.stringify([accountIds, series, [...lives.startDay], [...lives.endDay]]);
}

describe('undo of any import', () => {
  it('gives the live data of before back, and redo those of after, whether it added or replaced', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, plans, fc.boolean(), async (first, second, changes, isReplacing) => {
        await imports.newWorkspace();
        const base = (await imports.commit(textOf([['a', '2024-01-01', '5'], ...first]), usagePlan())).batch!;
        const before = await liveData();
        const replaces = isReplacing ? { replaces: base.number } : {};
        const { batch } = await imports.commit(textOf(second), usagePlan({ ...changes, ...replaces }));
        if (batch === null) {
          expect(await liveData()).toBe(before);
          return;
        }
        const after = await liveData();
        const setUndone = (undone: boolean) =>
          imports.running().get('imports.setUndone', { number: batch.number, undone });
        await setUndone(true);
        // Accounts keep their index: those that only the undone import names stay in the list of ids.
        const [ids, ...data] = JSON.parse(before);
        const [idsNow, ...dataNow] = JSON.parse(await liveData());
        expect(idsNow.slice(0, ids.length)).toEqual(ids);
        expect(withoutTail(dataNow, ids.length)).toEqual(withoutTail(data, ids.length));
        await setUndone(false);
        expect(await liveData()).toBe(after);
      }),
      { numRuns: 12 },
    );
  });
});

/** Without the offsets of accounts behind the first `count`, which have no value. */
function withoutTail(data: readonly unknown[], count: number): unknown {
  return JSON.parse(
    JSON.stringify(data, (_, value) =>
      Array.isArray(value) && value.length === 7 && typeof value[0] === 'string'
        ? [...value.slice(0, 3), (value[3] as string[]).slice(0, count + 1), ...value.slice(4)]
        : value,
    ),
  );
}
