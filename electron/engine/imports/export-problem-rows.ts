import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CsvCell, writeCsv } from '../../../shared/csv/write-csv.ts';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { EngineContext } from '../context.ts';
import type { RejectedRow } from '../store/rejected-row-table.ts';

/** The columns before a file's own in its exported problem rows. */
export const problemColumns = ['line', 'column', 'reason', 'value'] as const;

interface ProblemRows {
  readonly plan: ImportPlan;
  readonly fileName: string;
  readonly rows: readonly RejectedRow[];
}

/** Writes rows that were not kept as CSV: line, column, reason, value, then the row's cells under the file's columns. */
export async function exportProblemRows(
  context: EngineContext,
  { plan, fileName, rows }: ProblemRows,
): Promise<ChannelOutput<'imports.exportProblems'>> {
  const text = writeCsv(
    [...problemColumns, ...columnNames(plan)],
    rows.map((row) => [row.line, row.column, row.reason, row.value, ...row.cells.map(asCell)]),
  );
  const folder = join(context.options.dataFolder, 'exports');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.csv`);
  await writeFile(path, text, { mode: 0o600 });
  const name = `${fileName.replace(/\.[^.]*$/, '')}-problems.csv`;
  const file = await context.exports.add({ path, name, temporary: true });
  return { token: file.token, name, sizeBytes: file.sizeBytes, rows: rows.length };
}

/** The file's column names by position. */
export function columnNames(plan: ImportPlan): string[] {
  const names: string[] = [];
  for (const column of plan.columns) names[column.index] = column.name;
  return Array.from(names, (name) => name ?? '');
}

/** A negative number is no formula: it is written as it was, so that it reads as a number again. */
function asCell(text: string): CsvCell {
  return /^-\d{1,15}(\.\d{1,9})?$/.test(text) ? Number(text) : text;
}
