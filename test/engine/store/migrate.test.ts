import { describe, expect, it } from 'vitest';
import { checkSchema, createDatabase, schemaVersion } from '../../../electron/engine/store/migrate.ts';
import { openDatabase } from '../../../electron/engine/store/open-database.ts';

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
