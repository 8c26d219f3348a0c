import { detectDateFormat } from '../../../shared/csv/detect-date-format.ts';
import { parseNumber } from '../../../shared/csv/parse-number.ts';
import { isBlankRow, widthOf } from './blank-row.ts';

export interface HeaderGuess {
  /** Lines above the header, or above the first row of data: blank lines, titles, `sep=…`. */
  readonly skipRows: number;
  readonly hasHeader: boolean;
}

/**
 * Guesses where the table starts and whether its first row names the columns.
 * The table starts at the first row that fills at least three fifths of the usual width (two cells where there are
 * two); its first row is a header unless its cells have the same kind of content (numbers, dates) as those below.
 * Above data without a header, a row as wide that names only some columns is the header.
 * `lines[i]` is the line on which `rows[i]` starts.
 */
export function detectHeader(rows: readonly (readonly string[])[], lines: Int32Array): HeaderGuess {
  const sample = rows.slice(0, 200);
  const usual = usualWidth(sample);
  const needed = Math.max(Math.min(2, usual), Math.ceil(usual * 0.6));
  const first = sample.findIndex((row) => row.filter((cell) => cell.trim() !== '').length >= needed);
  const start = first === -1 ? Math.max(0, sample.findIndex(isFilled)) : first;
  const skipTo = (row: number) => Math.min(1000, Math.max(0, (lines[row] ?? 1) - 1));
  if (looksLikeHeader(sample[start] ?? [], sample.slice(start + 1).filter(isFilled))) {
    return { skipRows: skipTo(start), hasHeader: true };
  }
  const isNamed = start > 0 && isSparseHeader(sample[start - 1]!, sample[start]!);
  return { skipRows: skipTo(isNamed ? start - 1 : start), hasHeader: isNamed };
}

function isFilled(row: readonly string[]): boolean {
  return !isBlankRow(row);
}

/** A row right above the data and as wide, with names for some columns only; a title stands alone in the first cell. */
function isSparseHeader(above: readonly string[], data: readonly string[]): boolean {
  return (
    above.length >= data.length && widthOf(above) > 1 && above.every((cell) => kindOf([cell]) !== 'number')
  );
}

/** Commonest width of the rows that are not blank; the narrower on a tie. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    if (isBlankRow(row)) continue;
    const width = widthOf(row);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let [usual, most] = [1, 0];
  for (const [width, count] of counts) {
    if (count > most || (count === most && width < usual)) [usual, most] = [width, count];
  }
  return usual;
}

function looksLikeHeader(cells: readonly string[], body: readonly (readonly string[])[]): boolean {
  if (body.length === 0) return !cells.some((cell) => kindOf([cell]) === 'number');
  let evidence = 0;
  for (let i = 0; i < cells.length; i++) {
    const below = kindOf(body.map((row) => row[i] ?? ''));
    if (below === 'text' || below === 'blank') continue;
    const above = kindOf([cells[i]!]);
    if (above === 'blank') continue;
    evidence += above === below ? -1 : 1;
  }
  if (evidence !== 0) return evidence > 0;
  return !cells.some((cell) => kindOf([cell]) === 'number');
}

function kindOf(cells: readonly string[]): 'number' | 'date' | 'text' | 'blank' {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return 'blank';
  const numbers = filled.filter((cell) => typeof parseNumber(cell, { decimal: '.' }) === 'number').length;
  if (numbers >= filled.length * 0.8) return 'number';
  return detectDateFormat(filled).format === null ? 'text' : 'date';
}
