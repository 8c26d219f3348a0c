import { type Delimiter, delimiters } from '../../../shared/schemas/import-plan.ts';
import { isBlankRow, widthOf } from './blank-row.ts';
import { createRecordSplitter, type RecordBatch } from './split-records.ts';

export interface DelimiterGuess {
  readonly delimiter: Delimiter;
  /** The first line is `sep=…`, an order to the spreadsheet and no data. */
  readonly hasSepLine: boolean;
}

const sampleRows = 200;
const pieceCharacters = 1 << 13;
const ordinary: readonly Delimiter[] = [',', '\t', ';', '|'];
/** Asked only where no ordinary one makes a table. */
const unusual: readonly Delimiter[] = ['\u001f', '\u0001', '^', '~'];

/**
 * Guesses the delimiter by a vote over the first rows, quotes respected: the share of rows that have the commonest
 * number of cells, more cells breaking ties. Commas that stand between digits are decimal marks where another
 * delimiter fits as well. A first line `sep=;` decides. `^`, `~` and the separators U+001F and U+0001 are seen where no
 * ordinary one cuts anything. No delimiter at all: comma.
 */
export function detectDelimiter(text: string): DelimiterGuess {
  const sep = /^sep=(.)(?:\r|\n|$)/i.exec(text);
  const told = delimiters.find((delimiter) => delimiter === sep?.[1]);
  if (told !== undefined) return { delimiter: told, hasSepLine: true };
  const body = sep === null ? text : text.replace(/^[^\r\n]*(?:\r\n?|\n|$)/, '');
  return { delimiter: voteDelimiter(body.slice(0, 256 * 1024)), hasSepLine: sep !== null };
}

function voteDelimiter(text: string): Delimiter {
  const votes = ordinary.map((delimiter) => vote(text, delimiter)).sort((a, b) => b.score - a.score);
  const [best, second] = [votes[0]!, votes[1]!];
  if (best.score === 0) return unusual.find((delimiter) => vote(text, delimiter).consistency >= 0.9) ?? ',';
  const rivals = best.delimiter === ',' && second.score > 0 && second.consistency >= best.consistency - 0.1;
  return rivals && best.decimalLike ? second.delimiter : best.delimiter;
}

function vote(text: string, delimiter: Delimiter) {
  const rows = firstRows(text, delimiter);
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let [cells, agreeing] = [1, 0];
  for (const [width, count] of counts) {
    if (width > 1 && (count > agreeing || (count === agreeing && width > cells)))
      [cells, agreeing] = [width, count];
  }
  const consistency = rows.length === 0 ? 0 : agreeing / rows.length;
  const firstFits = rows.find((row) => widthOf(row) > 1)?.length === cells ? 0.05 : 0;
  const score = cells === 1 ? 0 : consistency * (1 + Math.log2(cells) / 20) + firstFits;
  return { delimiter, score, consistency, decimalLike: rows.every(isDecimalLike) };
}

function firstRows(text: string, delimiter: Delimiter): string[][] {
  const splitter = createRecordSplitter(delimiter, 1);
  const rows: string[][] = [];
  let size = pieceCharacters;
  for (let at = 0; at < text.length && rows.length < sampleRows; at += size, size *= 2) {
    const batch = splitter.push(text.slice(at, at + size), at + size >= text.length);
    for (const row of readable(batch)) rows.push(row);
  }
  return rows.slice(0, sampleRows).filter((row) => !isBlankRow(row));
}

/** A row whose quotes do not fit speaks against the delimiter: it counts as one cell. */
function readable({ rows, quoteFaults }: RecordBatch): string[][] {
  return rows.map((row, i) => (quoteFaults.has(i) ? ['"'] : row));
}

/** Every place where the row was cut is between two digits. */
function isDecimalLike(row: readonly string[]): boolean {
  for (let i = 1; i < row.length; i++) {
    if (!/\d$/.test(row[i - 1]!) || !/^\d/.test(row[i]!)) return false;
  }
  return true;
}
