import Papa from 'papaparse';
import type { Delimiter } from '../../../shared/schemas/import-plan.ts';
import { normaliseLineBreaks } from './normalise-line-breaks.ts';
import { splitRegular } from './split-regular.ts';

export type QuoteFault = 'malformedQuote' | 'unterminatedQuote';

export interface RecordBatch {
  /** Cells as text, in file order; a blank line is a row of one empty cell. */
  readonly rows: string[][];
  /** Line of the file on which each row starts, counted from 1, quoted line breaks included. */
  readonly lines: Int32Array;
  /** Row index in this batch → what is wrong with its quotes. */
  readonly quoteFaults: ReadonlyMap<number, QuoteFault>;
  /** Whether any character is a NUL: no text file has one. */
  readonly hasNul: boolean;
  /** Characters of a row that has not ended yet. */
  readonly heldBack: number;
}

export interface RecordSplitter {
  /** Complete rows of the text so far; `last` also gives the row that the text ends in. */
  readonly push: (text: string, last: boolean) => RecordBatch;
  /** Line on which the row that is held back starts. */
  readonly nextLine: () => number;
}

/**
 * Splits decoded text into rows, chunk by chunk, and counts physical lines. A chunk with an irregular quote goes to
 * papaparse whole; the rest takes a faster way to the same rows.
 * `firstLine` is the line number of the first character.
 */
export function createRecordSplitter(delimiter: Delimiter, firstLine: number): RecordSplitter {
  let carry = '';
  let line = firstLine;

  function push(text: string, last: boolean): RecordBatch {
    const joined = carry + text;
    const regular = splitRegular({ text: joined, delimiter, line, last });
    const hasNul = joined.includes('\0');
    if (regular === null) return { ...pushIrregular(joined, last), hasNul, heldBack: carry.length };
    carry = joined.slice(regular.consumed);
    line = regular.nextLine;
    return {
      rows: regular.rows,
      lines: regular.lines,
      quoteFaults: noFaults,
      hasNul,
      heldBack: carry.length,
    };
  }

  function pushIrregular(joined: string, last: boolean) {
    const cutsLineBreak = !last && joined.endsWith('\r');
    const input = normaliseLineBreaks(cutsLineBreak ? joined.slice(0, -1) : joined, delimiter);
    const parsed = parseRows(input, delimiter, !last);
    const consumed = last ? input.length : parsed.meta.cursor;
    carry = input.slice(consumed) + (cutsLineBreak ? '\r' : '');
    const lines = startLines(parsed.data, input, { consumed, line });
    line = lines.next;
    return { rows: parsed.data, lines: lines.starts, quoteFaults: quoteFaults(parsed) };
  }

  return { push, nextLine: () => line };
}

const noFaults: ReadonlyMap<number, QuoteFault> = new Map();

function parseRows(input: string, delimiter: Delimiter, ignoreLastRow: boolean): Papa.ParseResult<string[]> {
  if (input === '') return { data: [], errors: [], meta: emptyMeta(delimiter) };
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  // papaparse's own type of this is `any`; header: false without a step gives rows of text.
  const parsed: Papa.ParseResult<string[]> = parser.parse(input, 0, ignoreLastRow);
  if (!ignoreLastRow && input.endsWith('\n')) dropRowAfterLastBreak(parsed.data);
  return parsed;
}

/** The empty row that papaparse sees behind a final line break. */
function dropRowAfterLastBreak(rows: string[][]): void {
  const end = rows[rows.length - 1];
  if (end?.length === 1 && end[0] === '') rows.pop();
}

function emptyMeta(delimiter: string): Papa.ParseMeta {
  return { delimiter, linebreak: '\n', aborted: false, truncated: false, cursor: 0 };
}

function startLines(
  rows: readonly string[][],
  input: string,
  { consumed, line }: { consumed: number; line: number },
): { starts: Int32Array; next: number } {
  const starts = new Int32Array(rows.length);
  const breaksInside = input.includes('"');
  let next = line;
  for (let i = 0; i < rows.length; i++) {
    starts[i] = next;
    next += 1 + (breaksInside ? lineBreaksIn(rows[i]!) : 0);
  }
  const endsOpen = consumed > 0 && input[consumed - 1] !== '\n';
  return { starts, next: endsOpen ? next - 1 : next };
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(/\r\n?|\n/g)?.length ?? 0;
  }
  return breaks;
}

/** Errors about a row that is held back name an index past the last one; it is read again with the next chunk. */
function quoteFaults(parsed: Papa.ParseResult<string[]>): ReadonlyMap<number, QuoteFault> {
  const faults = new Map<number, QuoteFault>();
  for (const { code, row } of parsed.errors) {
    if (row === undefined || row >= parsed.data.length || faults.has(row)) continue;
    faults.set(row, code === 'MissingQuotes' ? 'unterminatedQuote' : 'malformedQuote');
  }
  return faults;
}
