import { describe, expect, it } from 'vitest';
import { computeCoverage } from '../../../electron/engine/data/coverage.ts';
import { csv, importsUnderTest, planOf, usagePlan } from '../imports-service/imports-under-test.ts';

const imports = importsUnderTest();

describe('coverage', () => {
  it('counts, of the accounts under contract in a month, those with a value', async () => {
    await imports.newWorkspace();
    const rows = ['a,2024-01-05,1', 'a,2024-01-20,1', 'a,2024-03-05,', 'b,2024-01-05,0', 'b,2024-03-05,2'];
    await imports.commit(csv('id,date,logins', ...rows), usagePlan());
    const accounts = planOf('accounts', [
      ['id', 'accountId'],
      ['start', 'startOn'],
      ['end', 'endOn'],
    ]);
    const lives = ['a,2023-06-01,', 'b,2024-01-01,2024-02-10', 'c,2024-02-01,', 'c,2024-02-20,'];
    await imports.commit(csv('id,start,end', ...lives), accounts);
    expect(computeCoverage(await imports.dataset())).toEqual({
      firstMonth: 54 * 12,
      months: 3,
      rows: [{ metric: 'logins', accounts: [2, 0, 0] }],
      activeAccounts: [2, 3, 2],
    });
  });

  it('of nothing is empty', async () => {
    await imports.newWorkspace();
    expect(computeCoverage(await imports.dataset()).rows).toEqual([]);
  });
});
