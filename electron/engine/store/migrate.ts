import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Database } from './database.ts';
import { migration1 } from './migration-1.ts';
import { openDatabase } from './open-database.ts';
import { numberCell, textCell } from './read-cell.ts';

/** 'Myak' in the header of every workspace file. */
export const applicationId = 0x4d79616b;
const migrations: readonly string[] = [migration1];
export const schemaVersion = migrations.length;

/** `tooNew`: made by a later Myaku, readable here because every table this version knows is there. */
export type SchemaState = 'current' | 'older' | 'tooNew';

/** Brings an empty or older database to the current schema, in one transaction. */
export function migrate(database: Database): void {
  database.transaction(() => {
    for (const step of migrations.slice(readVersion(database))) database.script(step);
    database.script(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion};`);
  });
}

export function readVersion(database: Database): number {
  return numberCell(database.first('PRAGMA user_version')?.[0]);
}

/** An empty workspace in memory. */
export async function createDatabase(): Promise<Database> {
  const database = await openDatabase();
  migrate(database);
  return database;
}

/** Says whether an opened database is a workspace this version may use: pages whole, own id, known tables only. */
export async function checkSchema(database: Database): Promise<Result<SchemaState>> {
  if (numberCell(database.first('PRAGMA application_id')?.[0]) !== applicationId)
    return fail('notAWorkspace');
  const version = readVersion(database);
  if (version < 1) return fail('notAWorkspace');
  if (database.first('PRAGMA quick_check(1)')?.[0] !== 'ok') return fail('workspaceDamaged');
  const expected = await describeExpected(Math.min(version, schemaVersion));
  const actual = describeSchema(database);
  const missing = expected.some((line) => !actual.includes(line));
  if (version > schemaVersion) {
    const detail = { fileVersion: version, knownVersion: schemaVersion };
    return missing ? fail('workspaceTooNew', detail) : succeed('tooNew');
  }
  if (missing || actual.length !== expected.length) return fail('notAWorkspace');
  return succeed(version < schemaVersion ? 'older' : 'current');
}

/** One line per table, index, trigger and view, and one per column. */
function describeSchema(database: Database): string[] {
  const objects = database.all(
    "SELECT type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
  );
  const columns = database.all(
    `SELECT 'column', t.name || '.' || c.name, c.type || c."notnull" || c.pk
     FROM sqlite_schema AS t JOIN pragma_table_xinfo(t.name) AS c
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
  );
  return [...objects, ...columns].map((row) => row.map(textCell).join(' '));
}

async function describeExpected(version: number): Promise<string[]> {
  const fresh = await openDatabase();
  try {
    for (const step of migrations.slice(0, version)) fresh.script(step);
    return describeSchema(fresh);
  } finally {
    fresh.close();
  }
}
