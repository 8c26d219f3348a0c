import { guardCell } from '../../../shared/csv/guard-cell.ts';
import { utf8Bom } from '../../../shared/csv/write-csv.ts';
import type { ExportCell, ExportTable } from './export-plans.ts';
import type { ZipWriter } from './zip-writer.ts';

const PIECE_CHARACTERS = 1 << 18;

/** Writes one table as an entry: header and rows; false = told to stop. `pause` lets other work in between pieces. */
export async function writeTable(
  zip: ZipWriter,
  { name, plan, rows }: ExportTable,
  pause: (rows: number) => Promise<boolean>,
): Promise<number | null> {
  await zip.begin(name);
  // A blank name would make the reader see one column less.
  const header = plan.columns.map((column, i) => (column.name.trim() === '' ? `#${i + 1}` : column.name));
  let text = utf8Bom + lineOf(header);
  let count = 0;
  for (const row of rows()) {
    text += lineOf(row);
    count++;
    if (text.length < PIECE_CHARACTERS) continue;
    await zip.write(Buffer.from(text, 'utf8'));
    text = '';
    if (!(await pause(count))) return null;
  }
  await zip.write(Buffer.from(text, 'utf8'));
  return count;
}

function lineOf(cells: readonly ExportCell[]): string {
  let line = '';
  for (let i = 0; i < cells.length; i++) line += (i === 0 ? '' : ',') + textOf(cells[i]!);
  return `${line}\r\n`;
}

function textOf(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return '';
    return Object.is(cell, -0) ? '-0' : String(cell);
  }
  const safe = guardCell(cell);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
