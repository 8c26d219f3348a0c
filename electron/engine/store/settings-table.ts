import type { Database } from './database.ts';
import { textCell } from './read-cell.ts';

/** Keys this app writes. A value is text; numbers and lists are stored as JSON by their owner. */
export type SettingKey =
  | 'workspaceId'
  | 'name'
  | 'createdAt'
  | 'sample'
  | 'mainUsage'
  | 'lastPeriod'
  | 'listExports'
  | 'designPointer'
  | 'designRevision'
  | 'dataRevision';

export function loadSetting(database: Database, key: SettingKey): string | null {
  const row = database.first('SELECT value FROM setting WHERE key = ?', [key]);
  return row === undefined ? null : textCell(row[0]);
}

export function saveSetting(database: Database, key: SettingKey, value: string): void {
  database.run(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, value],
  );
}

/** A whole number kept as text; 0 while never written. */
export function loadCounter(database: Database, key: SettingKey): number {
  return Number(loadSetting(database, key) ?? 0);
}
