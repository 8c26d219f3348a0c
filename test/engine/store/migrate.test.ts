import { describe, expect, it } from 'vitest';
import { insertEntry, loadEntries } from '../../../electron/engine/store/lifecycle-table.ts';
import {
  applicationId,
  checkSchema,
  createDatabase,
  migrate,
  schemaVersion,
} from '../../../electron/engine/store/migrate.ts';
import { migration1 } from '../../../electron/engine/store/migration-1.ts';
import { migration2 } from '../../../electron/engine/store/migration-2.ts';
import { openDatabase } from '../../../electron/engine/store/open-database.ts';
import { loadSeals } from '../../../electron/engine/store/seal-table.ts';
import { loadVersions } from '../../../electron/engine/store/version-table.ts';
import { sampleDesign } from '../../../shared/sample/sample-design.ts';

async function stateAfter(script: string): Promise<unknown> {
  const database = await createDatabase();
  database.script(script);
  const checked = await checkSchema(database);
  database.close();
  return checked.ok ? checked.value : checked.error.code;
}

describe('checkSchema', () => {
  it('knows a workspace it has just made', async () => {
    expect(await stateAfter('')).toBe('current');
  });

  it.each([
    ['a table of somebody else', 'CREATE TABLE other (a)'],
    ['a view', 'CREATE VIEW v AS SELECT 1'],
    ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON account BEGIN SELECT 1; END'],
    ['an index', 'CREATE INDEX i ON account (id)'],
    ['a column', 'ALTER TABLE account ADD COLUMN extra TEXT'],
    [
      'a check that runs',
      'DROP TABLE trial_ledger; CREATE TABLE trial_ledger (number INTEGER CHECK (abs(1)))',
    ],
    ['a missing table', 'DROP TABLE trial_ledger'],
    ['another application id', 'PRAGMA application_id = 1'],
    ['no schema number', 'PRAGMA user_version = 0'],
  ])('refuses %s', async (_, script) => {
    expect(await stateAfter(script)).toBe('notAWorkspace');
  });

  it('reads a newer workspace that still has every known table', async () => {
    const newer = `PRAGMA user_version = ${schemaVersion + 1}; CREATE TABLE later (a TEXT) STRICT`;
    expect(await stateAfter(newer)).toBe('tooNew');
    expect(await stateAfter(`${newer}; DROP TABLE chunk`)).toBe('workspaceTooNew');
  });

  it('refuses an empty database', async () => {
    const database = await openDatabase();
    expect(await checkSchema(database)).toEqual({ ok: false, error: { code: 'notAWorkspace' } });
    database.close();
  });
});

describe('a file of schema 2', () => {
  it('keeps its versions, without measures, and takes seals and freezes once it is up to date', async () => {
    const database = await openDatabase();
    database.script(`${migration1}${migration2}`);
    database.script(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = 2`);
    expect(await checkSchema(database)).toEqual({ ok: true, value: 'older' });
    const body = JSON.stringify(sampleDesign('en').scorecard);
    database.run(
      `INSERT INTO scorecard_version (scorecardId, number, name, note, savedAt, designHash, body)
       VALUES ('s', 1, 'v', '', 't', 'h', ?)`,
      [body],
    );
    migrate(database);
    expect(await checkSchema(database)).toEqual({ ok: true, value: 'current' });
    expect(loadVersions(database, 's')).toMatchObject([{ number: 1, name: 'v', measures: null }]);
    expect(loadSeals(database, null)).toEqual([]);
    const freeze = { version: 1, from: 1, until: 91, reviewOn: 91, note: '' };
    insertEntry(database, 'freeze', { id: 'f', scorecardId: 's', at: 't', body: freeze });
    expect(loadEntries(database, 'freeze', 's')).toMatchObject([{ id: 'f', body: freeze }]);
    database.close();
  });
});
