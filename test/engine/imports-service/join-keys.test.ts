import { describe, expect, it } from 'vitest';
import type { AccountJoin, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { csv, importsUnderTest, observationsOf, planOf, usagePlan } from './imports-under-test.ts';

const imports = importsUnderTest();
const usage = csv(
  'key,date,logins',
  's1,2024-01-01,1',
  's2,2024-01-01,2',
  's3,2024-01-01,3',
  'twin,2024-01-01,4',
);

function joined(join: AccountJoin, changes: Partial<ImportPlan> = {}): ImportPlan {
  const plan = usagePlan(changes);
  const columns = plan.columns.map((column) => (column.role === 'accountId' ? { ...column, join } : column));
  return { ...plan, columns };
}

const read = { encoding: 'utf-8', delimiter: ';', hasHeader: true, skipRows: 0 } as const;
const throughFile = (token: string): AccountJoin => ({
  ...{ by: 'file', token, fileName: 'links.csv', read },
  ...{ keyColumn: 1, accountColumn: 2 },
});
const links = 'n;subscription;account\n1;s1;A\n2;s2;B\n3;twin;A\n4;twin;B\n5;s1;A\n';

async function withAccounts(): Promise<void> {
  await imports.newWorkspace();
  await imports.commit(
    csv('id,subscription', 'A,s1', 'B,s2', 'C,twin', 'D,twin', 'E,'),
    planOf('accounts', [
      ['id', 'accountId'],
      ['subscription', 'attribute'],
    ]),
  );
}

const values = async () =>
  observationsOf(await imports.dataset(), 'logins').map(([id, , value]) => `${id} ${value}`);

describe('a key that is not the account id', () => {
  it('leads to accounts by an attribute; what it can’t settle is told with the reason', async () => {
    await withAccounts();
    const { check } = await imports.commit(usage, joined({ by: 'attribute', attribute: 'subscription' }));
    expect(check).toMatchObject({ rowsRead: 4, rowsKept: 2, newAccounts: 0 });
    expect(check.problems.map(({ line, reason, value }) => [line, reason, value])).toEqual([
      [4, 'keyUnknown', 's3'],
      [5, 'keyAmbiguous', 'twin'],
    ]);
    expect(await values()).toEqual(['A 1', 'B 2']);
  });

  it('leads to accounts through another file, and adds, skips or stops at those it names first', async () => {
    await imports.newWorkspace();
    const join = throughFile(await imports.file(links, 'links.csv'));
    const skipped = await imports.check(usage, joined(join, { unknownAccounts: 'skip' }));
    expect(skipped.problems.map(({ reason }) => reason)).toEqual([
      'unknownAccount',
      'unknownAccount',
      'keyUnknown',
      'keyAmbiguous',
    ]);
    const { check } = await imports.commit(usage, joined(join));
    expect(check).toMatchObject({ rowsKept: 2, newAccounts: 2 });
    expect(await values()).toEqual(['A 1', 'B 2']);
  });

  it('says that the file is gone', async () => {
    await withAccounts();
    const token = await imports.file(usage);
    const plan = joined(throughFile('gone'));
    expect(await imports.running().ask('imports.check', { token, plan, taskId: 't' })).toEqual({
      ok: false,
      error: { code: 'fileMissing', detail: { name: 'links.csv' } },
    });
  });

  it('is noticed, and the attribute that fits is proposed', async () => {
    await withAccounts();
    const token = await imports.file(
      csv('key,date,logins', 's1,2024-01-01,1', 's2,2024-01-01,2', 's1,2024-01-02,2'),
    );
    const preview = await imports
      .running()
      .get('imports.preview', { token, options: {}, kind: 'metricsWide' });
    expect(preview.accountMatch).toEqual({ of: 2, known: 0, attribute: 'subscription', matched: 2 });
    expect(preview.suggestion.columns[0]).toMatchObject({
      role: 'accountId',
      join: { by: 'attribute', attribute: 'subscription' },
    });
  });

  it('is not looked for where the ids are known', async () => {
    await withAccounts();
    const token = await imports.file(
      csv('key,date,logins', 'A,2024-01-01,1', 'B,2024-01-01,2', 'A,2024-01-02,2'),
    );
    const preview = await imports
      .running()
      .get('imports.preview', { token, options: {}, kind: 'metricsWide' });
    expect(preview.accountMatch).toMatchObject({ of: 2, known: 2, attribute: null });
    expect(preview.suggestion.columns[0]?.join).toBeUndefined();
  });
});
