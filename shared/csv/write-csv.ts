import { escapeCell } from './escape-cell.ts';

/** One cell: text is made formula-safe, a number is written as it is; null and non-finite numbers are empty. */
export type CsvCell = string | number | null;

/** First character of the file, by which spreadsheets know it as UTF-8. */
export const utf8Bom = '\uFEFF';

/**
 * A whole CSV file as text: UTF-8 byte-order mark, header, rows, each ended by CR LF.
 * Text cells and headers are safe against formula injection; what holds a quote, comma, line break or outer
 * space is quoted. A row of one empty cell is written as `""`, so that it is not a blank line.
 */
export function writeCsv(headers: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [utf8Bom + csvLine(headers)];
  for (const row of rows) lines.push(csvLine(row));
  return lines.join('');
}

/** One row as text with its CR LF: for files written piece by piece (put `utf8Bom` before the first). */
export function csvLine(cells: readonly CsvCell[]): string {
  const line = cells.map(cellText).join(',');
  return line === '' ? '""\r\n' : `${line}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = escapeCell(cell);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
