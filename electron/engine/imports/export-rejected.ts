import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeCsv } from '../../../shared/csv/write-csv.ts';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import type { EngineContext } from '../context.ts';
import type { Database } from '../store/database.ts';
import type { StoredBatch } from '../store/import-batch-table.ts';
import { loadRejectedRows } from '../store/rejected-row-table.ts';

/** Writes the rows of a batch that were not kept as CSV: line, column, reason, value, then the cells as read. */
export async function exportRejected(
  context: EngineContext,
  database: Database,
  batch: StoredBatch,
): Promise<Result<ChannelOutput<'imports.exportRejected'>>> {
  const rows = loadRejectedRows(database, batch.number, { offset: 0, limit: 1_000_000 });
  const names: string[] = [];
  for (const column of batch.plan.columns) names[column.index] = column.name;
  const header = ['line', 'column', 'reason', 'value', ...Array.from(names, (name) => name ?? '')];
  const text = writeCsv(
    header,
    rows.map((row) => [row.line, row.column, row.reason, row.value, ...row.cells]),
  );
  const folder = join(context.options.dataFolder, 'exports');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.csv`);
  await writeFile(path, text, { mode: 0o600 });
  const name = `${batch.fileName.replace(/\.[^.]*$/, '')}-problems.csv`;
  const file = await context.exports.add({ path, name, temporary: true });
  return succeed({ token: file.token, name, sizeBytes: file.sizeBytes, rows: rows.length });
}
