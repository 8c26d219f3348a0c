import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../shared/csv/calendar.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { byId } from '../../helpers/live-data.ts';
import { csv, importsUnderTest, observationsOf, planOf, usagePlan } from './imports-under-test.ts';

const imports = importsUnderTest();

interface FileToImport {
  readonly text: string;
  readonly plan: ImportPlan;
}

const id = fc.constantFrom('a', 'b', 'c', 'd');
const day = fc.integer({ min: 19_700, max: 19_712 });
const part = fc.nat({ max: 2 });

/** Rows with keys of their own, each in one of three files. */
function inFiles<T>(
  rows: readonly (readonly [file: number, row: T])[],
  build: (rows: readonly T[], file: number) => FileToImport,
): FileToImport[] {
  return [0, 1, 2].flatMap((file) => {
    const own = rows.flatMap(([at, row]) => (at === file ? [row] : []));
    return own.length === 0 ? [] : [build(own, file)];
  });
}

const usage = fc
  .uniqueArray(fc.tuple(part, fc.tuple(id, day, fc.nat({ max: 9 }))), {
    selector: ([, [account, on]]) => `${account} ${on}`,
    maxLength: 14,
  })
  .map((rows) =>
    inFiles(rows, (own) => ({
      text: csv(
        'id,date,logins',
        ...own.map(([account, on, value]) => `${account},${formatDay(on)},${value}`),
      ),
      plan: usagePlan(),
    })),
  );
const accounts = fc
  .uniqueArray(fc.tuple(part, fc.tuple(id, day, fc.constantFrom('x', 'y'))), {
    selector: ([, [account]]) => account,
    maxLength: 4,
  })
  .map((rows) =>
    inFiles(rows, (own) => ({
      text: csv(
        'id,start,plan',
        ...own.map(([account, on, value]) => `${account},${formatDay(on)},${value}`),
      ),
      plan: planOf('accounts', [
        ['id', 'accountId'],
        ['start', 'startOn'],
        ['plan', 'attribute'],
      ]),
    })),
  );
const outcomes = fc
  .uniqueArray(fc.tuple(part, fc.tuple(id, day, fc.constantFrom('churn', 'renewal', 'expansion'))), {
    selector: ([, row]) => row.join(' '),
    maxLength: 6,
  })
  .map((rows) =>
    inFiles(rows, (own) => ({
      text: csv('id,on,kind', ...own.map(([account, on, kind]) => `${account},${formatDay(on)},${kind}`)),
      plan: planOf('outcomes', [
        ['id', 'accountId'],
        ['on', 'outcomeOn'],
        ['kind', 'outcomeKind'],
      ]),
    })),
  );
const tickets = fc
  .uniqueArray(fc.tuple(part, fc.tuple(id, day)), { selector: ([, row]) => row.join(' '), maxLength: 8 })
  .map((rows) =>
    inFiles(rows, (own, file) => ({
      text: csv('id,on,file', ...own.map(([account, on]) => `${account},${formatDay(on)},${file}`)),
      plan: planOf('records', [
        ['id', 'accountId'],
        ['on', 'date'],
        ['file', 'recordColumn'],
      ]),
    })),
  );

/** Live data after these files, in this order, in a workspace of their own. */
async function liveData(files: readonly FileToImport[]) {
  await imports.newWorkspace();
  for (const { text, plan } of files) await imports.commit(text, plan);
  return imports.dataset();
}

describe('the order of batches', () => {
  it('does not matter where no two speak of the same key', async () => {
    const mixed = fc
      .tuple(usage, accounts, outcomes, tickets)
      .map((lists) => lists.flat())
      .filter((files) => files.length > 1)
      .chain((files) =>
        fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
      );
    await fc.assert(
      fc.asyncProperty(mixed, async ([files, shuffled]) => {
        expect(ordered(byId(await liveData(shuffled)))).toEqual(ordered(byId(await liveData(files))));
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('decides where two do: the later one counts', async () => {
    const row = fc.tuple(id, day, fc.nat({ max: 9 }));
    const files = fc.array(
      fc.uniqueArray(row, { selector: ([account, on]) => `${account} ${on}`, minLength: 1, maxLength: 8 }),
      { minLength: 2, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(files, async (lists) => {
        const expected = new Map(
          lists.flat().map(([account, on, value]) => [`${account} ${on}`, value] as const),
        );
        const dataset = await liveData(
          lists.map((rows) => ({
            text: csv(
              'id,date,logins',
              ...rows.map(([account, on, v]) => `${account},${formatDay(on)},${v}`),
            ),
            plan: usagePlan(),
          })),
        );
        const found = observationsOf(dataset, 'logins').map(
          ([account, on, v]) => [`${account} ${on}`, v] as const,
        );
        expect(new Map(found)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  }, 60_000);
});

/** Accounts keep the order in which they were first named: that alone may differ. */
function ordered(live: ReturnType<typeof byId>): unknown {
  const sort = (value: unknown): unknown => {
    if (value instanceof Map)
      return new Map([...value].sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sort(v)]));
    if (Array.isArray(value) && value.every((pair) => Array.isArray(pair) && typeof pair[0] === 'string')) {
      return [...value].sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, ...rest]) => [k, ...rest.map(sort)]);
    }
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, sort(v)]));
    }
    return value;
  };
  return sort(live);
}
