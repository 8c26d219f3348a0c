import { escapeCell } from '../../../shared/csv/escape-cell.ts';
import { guardCell, unguardCell } from '../../../shared/csv/guard-cell.ts';
import { type CsvCell, writeCsv } from '../../../shared/csv/write-csv.ts';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { EngineContext } from '../context.ts';
import { writeExport } from '../files/write-export.ts';
import type { RejectedRow } from '../store/rejected-row-table.ts';
import { nameColumns } from './name-columns.ts';
import { memoryOf } from './preview-with-plan.ts';

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
  const header = [...problemColumns, ...columnNames(plan)];
  rememberShape(context, header, { plan, fileName });
  const text = writeCsv(
    header,
    rows.map((row) => [
      row.line,
      row.column,
      row.reason,
      row.value,
      ...row.cells.map((cell) => asCell(cell, plan.guarded === true)),
    ]),
  );
  const name = `${fileName.replace(/\.[^.]*$/, '')}-problems.csv`;
  return { ...(await writeExport(context, name, text)), rows: rows.length };
}

/** So that the mended file, dropped again, is mapped as the first one was. */
function rememberShape(
  context: EngineContext,
  header: readonly string[],
  { plan, fileName }: Omit<ProblemRows, 'rows'>,
): void {
  const before = problemColumns.length;
  const columns = [
    ...problemColumns.map((name, index) => ({ index, role: 'ignore' as const, name })),
    ...plan.columns.map((column) => ({ ...column, index: column.index + before })),
  ].filter(({ index }) => index < 500);
  const { fixes: _fixes, replaces: _replaces, importedBy: _by, ...mapping } = plan;
  const names = nameColumns(header.map(escapeCell));
  memoryOf(context)?.remember({ names, plan: { ...mapping, columns, guarded: true } }, fileName);
}

/** The file's column names by position. */
export function columnNames(plan: ImportPlan): string[] {
  const names: string[] = [];
  for (const column of plan.columns) names[column.index] = column.name;
  return Array.from(names, (name) => name ?? '');
}

/** Guarded so that it comes back exactly. A negative number is no formula: it reads as a number again. */
function asCell(text: string, isGuarded: boolean): CsvCell {
  const value = isGuarded ? unguardCell(text) : text;
  return /^-\d{1,15}(\.\d{1,9})?$/.test(value) ? Number(value) : guardCell(value);
}
