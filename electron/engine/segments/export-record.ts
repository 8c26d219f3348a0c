import { z } from 'zod';
import type { Database } from '../store/database.ts';
import { loadSetting, saveSetting } from '../store/settings-table.ts';

const recordSchema = z.strictObject({ count: z.int().min(0), lastAt: z.string().nullable() });

/** How many lists have been exported from a workspace, and when the last was (ISO instant). */
export type ExportRecord = z.infer<typeof recordSchema>;

const none: ExportRecord = { count: 0, lastAt: null };

export function loadExportRecord(database: Database): ExportRecord {
  const text = loadSetting(database, 'listExports');
  if (text === null) return none;
  const parsed = recordSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : none;
}

export function recordExport(database: Database, nowMs: number): void {
  const { count } = loadExportRecord(database);
  const record: ExportRecord = { count: count + 1, lastAt: new Date(nowMs).toISOString() };
  saveSetting(database, 'listExports', JSON.stringify(record));
}
