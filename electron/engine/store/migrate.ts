import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Database } from './database.ts';
import { migration1 } from './migration-1.ts';
import { migration2 } from './migration-2.ts';
import { migration3 } from './migration-3.ts';
import { openDatabase } from './open-database.ts';
import { numberCell, textCell } from './read-cell.ts';

/** 'Myak' in the header of every workspace file. */
export const applicationId = 0x4d79616b;
const migrations: readonly string[] = [migration1, migration2, migration3];
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
  const known = await checkObjects(database, version);
  if (!known.ok) return known;
  return database.first('PRAGMA quick_check(1)')?.[0] === 'ok' ? known : fail('workspaceDamaged');
}

/**
 * The schema text has to be the one its version writes, so that no CHECK, DEFAULT, trigger or view of somebody
 * else ever runs. Of a newer version only the tables and columns known here can be asked for.
 */
async function checkObjects(database: Database, version: number): Promise<Result<SchemaState>> {
  if (version <= schemaVersion) {
    const same =
      (await describeExpected(version, objectTexts)).join('\n') === objectTexts(database).join('\n');
    if (!same) return fail('notAWorkspace');
    return succeed(version < schemaVersion ? 'older' : 'current');
  }
  const actual = new Set(columnNames(database));
  const readable = (await describeExpected(schemaVersion, columnNames)).every((line) => actual.has(line));
  const detail = { fileVersion: version, knownVersion: schemaVersion };
  return readable ? succeed('tooNew') : fail('workspaceTooNew', detail);
}

function objectTexts(database: Database): string[] {
  const rows = database.all(
    'SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name',
  );
  return rows.map((row) => row.map(textCell).join(' ').replaceAll(/\s+/g, ' '));
}

function columnNames(database: Database): string[] {
  const rows = database.all(
    `SELECT t.name, c.name, c.type || c."notnull" || c.pk
     FROM sqlite_schema AS t JOIN pragma_table_xinfo(t.name) AS c WHERE t.type = 'table'`,
  );
  return rows.map((row) => row.map(textCell).join(' '));
}

async function describeExpected(version: number, list: (database: Database) => string[]): Promise<string[]> {
  const fresh = await openDatabase();
  try {
    for (const step of migrations.slice(0, version)) fresh.script(step);
    return list(fresh);
  } finally {
    fresh.close();
  }
}
