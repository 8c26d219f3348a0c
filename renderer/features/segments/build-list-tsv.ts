import { escapeCell } from '../../../shared/csv/escape-cell.ts';
import type { ListTable } from '../../../shared/segments/list-table.ts';

/** A list for the clipboard: tab-separated, formula-safe, one line per row; tabs and line breaks in cells are spaces. */
export function buildListTsv({ headers, rows }: ListTable): string {
  return [headers, ...rows].map((cells) => cells.map(cellText).join('\t')).join('\r\n');
}

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return escapeCell(cell).replace(/[\t\r\n]+/g, ' ');
}
