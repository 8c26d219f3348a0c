import { isBlankRow } from './blank-row.ts';
import { csvLimits } from './csv-limits.ts';
import type { QuoteFault, RecordBatch } from './split-records.ts';

export type RowFaultReason = QuoteFault | 'tooFewCells' | 'tooManyCells' | 'cellTooLarge' | 'nulCharacter';

/** A row that cannot be used, for the list of problem rows. */
export interface RowFault {
  /** Line of the file on which the row starts. */
  readonly line: number;
  readonly reason: RowFaultReason;
  /** Column at fault, counted from 0; null when it is the row as a whole. */
  readonly column: number | null;
  /** The row's text, its first 200 characters. */
  readonly value: string;
  /** The row as far as it could be cut into cells, at most 64 KiB of it. */
  readonly cells: readonly string[];
}

interface Checking {
  /** Index of the first row to look at. */
  readonly from: number;
  readonly columns: number;
  readonly delimiter: string;
  readonly onFault: (fault: RowFault) => void;
}

/**
 * Keeps the rows of a batch that have `columns` cells, in place. Empty cells behind the last column are dropped;
 * rows of nothing but empty cells are counted as blank; every other row is reported with its line and reason.
 */
export function checkRows(
  batch: RecordBatch,
  checking: Checking,
): { rows: string[][]; lines: Int32Array; blankRows: number } {
  const { rows, lines, quoteFaults } = batch;
  let kept = 0;
  let blankRows = 0;
  for (let i = checking.from; i < rows.length; i++) {
    const row = rows[i]!;
    if (row[0] === '' && isBlankRow(row)) {
      blankRows++;
      continue;
    }
    const quoteFault = quoteFaults.size === 0 ? undefined : quoteFaults.get(i);
    const fault =
      quoteFault === undefined ? findFault(row, checking.columns, batch.hasNul) : wholeRow(quoteFault);
    if (fault === 'blank') {
      blankRows++;
    } else if (fault === null) {
      rows[kept] = row;
      lines[kept] = lines[i]!;
      kept++;
    } else {
      const value = row.join(checking.delimiter).slice(0, 200);
      checking.onFault({ line: lines[i]!, value, cells: withinLimit(row), ...fault });
    }
  }
  rows.length = kept;
  return { rows, lines: lines.subarray(0, kept), blankRows };
}

/** The cells of a row that fit a cell's limit together; the one that does not is cut. */
function withinLimit(row: readonly string[]): string[] {
  const cells: string[] = [];
  let left: number = csvLimits.cellCharacters;
  for (const cell of row.slice(0, csvLimits.columns)) {
    cells.push(cell.slice(0, left));
    left -= cell.length + 1;
    if (left <= 0) break;
  }
  return cells;
}

type Fault = Pick<RowFault, 'reason' | 'column'>;

function wholeRow(reason: RowFaultReason): Fault {
  return { reason, column: null };
}

function findFault(row: string[], columns: number, hasNul: boolean): Fault | 'blank' | null {
  if (row.length !== columns) {
    if (isBlankRow(row)) return 'blank';
    if (row.length < columns) return wholeRow('tooFewCells');
    for (let i = columns; i < row.length; i++) if (row[i]!.trim() !== '') return wholeRow('tooManyCells');
    row.length = columns;
  }
  for (let column = 0; column < columns; column++) {
    const cell = row[column]!;
    if (cell.length > csvLimits.cellCharacters) return { reason: 'cellTooLarge', column };
    if (hasNul && cell.includes('\0')) return { reason: 'nulCharacter', column };
  }
  return null;
}
