import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealTables } from '../../../electron/engine/exports/seal-tables.ts';
import { hashSeal, openSeal } from '../../../electron/engine/lifecycle/stored-seal.ts';
import { insertAccounts } from '../../../electron/engine/store/account-table.ts';
import type { Database } from '../../../electron/engine/store/database.ts';
import { createDatabase } from '../../../electron/engine/store/migrate.ts';
import { openDatabase } from '../../../electron/engine/store/open-database.ts';
import { insertSeal, loadSeal, loadSeals } from '../../../electron/engine/store/seal-table.ts';
import { sampleDesign } from '../../../shared/sample/sample-design.ts';

const rows = [
  { accountId: 'B', tenths: 734, bandId: 'good' },
  { accountId: 'A', tenths: null, bandId: null },
  { accountId: 'C', tenths: 0, bandId: 'bad' },
];
const content = {
  id: 'seal',
  scorecardId: 'card',
  body: '{"asOf":19904}',
  rows,
  account: Int32Array.of(0, 1, 2),
};
let database: Database;

beforeEach(async () => {
  database = await createDatabase();
  insertAccounts(database, ['B', 'A', 'C', 'D']);
  insertSeal(database, { ...content, sha256: hashSeal(content) });
});
afterEach(() => database.close());

const open = (from = database) => openSeal(from, loadSeal(from, 'seal')!);

describe('a stored seal', () => {
  it('comes back as it was sealed, with its fingerprint', () => {
    expect(open()).toEqual(content);
    expect(loadSeals(database, 'card')).toMatchObject([{ id: 'seal', accounts: 3, scored: 2 }]);
    expect(loadSeals(database, 'other')).toEqual([]);
  });

  it('outlasts saving and opening', async () => {
    const again = await openDatabase(database.exportImage());
    expect(open(again)).toEqual(content);
    again.close();
  });

  it.each([
    ['a score', 'UPDATE sealed_score SET tenths = 735 WHERE account = 0'],
    ['a score given to one that had none', 'UPDATE sealed_score SET tenths = 0 WHERE account = 1'],
    ['a score taken away', 'UPDATE sealed_score SET tenths = NULL WHERE account = 2'],
    ['a band', "UPDATE sealed_score SET bandId = 'goof' WHERE account = 0"],
    ['a row less', 'DELETE FROM sealed_score WHERE account = 2'],
    ['a row more', "INSERT INTO sealed_score VALUES ('seal', 3, 500, 'good')"],
    ['two accounts changed about', "UPDATE account SET id = id || 'x' WHERE idx = 0"],
    ['another scorecard', "UPDATE sealed_prediction SET scorecardId = 'other'"],
    ['another fingerprint', "UPDATE sealed_prediction SET sha256 = 'f' || substr(sha256, 2) || '0'"],
  ])('is known to be changed after %s', (_, sql) => {
    expect(open()).not.toBeNull();
    database.run(sql);
    expect(open()).toBeNull();
  });

  it('is known to be changed after any one character of what it says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: content.body.length - 1 }),
        fc.string({ minLength: 1, maxLength: 1 }),
        (at, letter) => {
          const body = content.body.slice(0, at) + letter + content.body.slice(at + 1);
          database.run('UPDATE sealed_prediction SET body = ?', [body]);
          expect(open() === null).toBe(body !== content.body);
        },
      ),
    );
  });
});

describe('the seals in an export', () => {
  it('stand one row an account with what they were sealed under, and say whether they are intact', () => {
    const { scorecard, measures } = sampleDesign('en');
    const [band] = scorecard.bands;
    const body = JSON.stringify({
      version: { number: 2, name: 'Spring', designHash: 'h' },
      ...{ asOf: 19904, sealedAt: '2024-07-01T08:00:00.000Z', knownThrough: 19904 },
      ...{ knownDays: 0, passedDays: 0, outcomesRecorded: 0, note: '', scorecard, measures },
      settings: {
        ...{ gapDays: 30, horizonDays: 60, minimumTenureDays: 0, capacityPerAsOf: 5, seed: 1 },
        outcomeDate: 'effective',
      },
    });
    const whole = {
      ...content,
      id: 'whole',
      body,
      rows: [{ accountId: 'B', tenths: 995, bandId: band!.id }],
    };
    insertSeal(database, { ...whole, sha256: hashSeal(whole) });
    const [table] = sealTables(database);
    const dates = ['2024-06-30', '2024-06-30', '2024-07-31', '2024-09-28'];
    const row = (intact: string) => [
      ...['whole', hashSeal(whole), intact, 2, 'Spring', 'h', '2024-07-01T08:00:00.000Z', ...dates],
      ...['B', 99.5, band!.label],
    ];
    expect([...table!.rows()]).toEqual([row('yes')]);
    database.run("UPDATE sealed_score SET bandId = 'other' WHERE seal = 'whole'");
    expect([...table!.rows()][0]).toEqual([...row('no').slice(0, -1), '']);
  });
});
