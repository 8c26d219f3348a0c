import Papa from 'papaparse';
import type { Delimiter } from '../../../shared/schemas/import-plan.ts';
import { type RegularRows, splitRegular } from './split-regular.ts';

export type QuoteFault = 'malformedQuote' | 'unterminatedQuote';

export interface RecordBatch {
  /** Cells as text, in file order; a blank line is a row of one empty cell. */
  readonly rows: string[][];
  /** Line of the file on which each row starts, counted from 1, quoted line breaks included. */
  readonly lines: Int32Array;
  /** Row index in this batch → what is wrong with its quotes. Such a row is one line, cut at every delimiter. */
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
 * Splits decoded text into rows, chunk by chunk, and counts physical lines. Where a quote is out of place, the line
 * its row starts on is given as a faulty row and reading goes on with the next line: a lost or stray quote costs that
 * row, not the rows up to the next quote; papaparse says what is wrong with it. Linear: behind a quote that never closes stands no other that could open.
 * `firstLine` is the line number of the first character.
 */
export function createRecordSplitter(delimiter: Delimiter, firstLine: number): RecordSplitter {
  let carry = '';
  let line = firstLine;

  function push(added: string, last: boolean): RecordBatch {
    const text = carry + added;
    let part = splitRegular({ text, from: 0, delimiter, line, last });
    const { rows, lines } = part;
    const quoteFaults = new Map<number, QuoteFault>();
    let at = part.consumed;
    line = part.nextLine;
    while (part.stoppedBy !== null) {
      const end = lineEnd(text, { from: at, last });
      if (end === null) break;
      const broken = text.slice(at, end.text);
      quoteFaults.set(rows.length, faultOf(broken, delimiter));
      rows.push(broken.split(delimiter));
      lines.push(line);
      part = splitRegular({ text, from: end.next, delimiter, line: line + 1, last });
      append(rows, lines, part);
      at = part.consumed;
      line = part.nextLine;
    }
    carry = text.slice(at);
    const hasNul = text.includes('\0');
    return { rows, lines: Int32Array.from(lines), quoteFaults, hasNul, heldBack: carry.length };
  }

  return { push, nextLine: () => line };
}

function append(rows: string[][], lines: number[], part: RegularRows): void {
  for (let i = 0; i < part.rows.length; i++) {
    rows.push(part.rows[i]!);
    lines.push(part.lines[i]!);
  }
}

interface LineEnd {
  /** Behind the last character of the line. */
  readonly text: number;
  /** Behind its line break. */
  readonly next: number;
}

/** Null where the line may go on behind the text. */
function lineEnd(text: string, { from, last }: { from: number; last: boolean }): LineEnd | null {
  const lineBreak = /[\r\n]/g;
  lineBreak.lastIndex = from;
  const at = lineBreak.exec(text)?.index ?? -1;
  if (at === -1) return last ? { text: text.length, next: text.length } : null;
  if (text[at] === '\n') return { text: at, next: at + 1 };
  if (at + 1 === text.length && !last) return null;
  return { text: at, next: text[at + 1] === '\n' ? at + 2 : at + 1 };
}

/** What papaparse makes of the row's first line alone: where its quote stays open, the closing one was lost. */
function faultOf(line: string, delimiter: Delimiter): QuoteFault {
  const { errors } = Papa.parse<string[]>(line, { delimiter, newline: '\n', header: false });
  return errors[0]?.code === 'MissingQuotes' ? 'unterminatedQuote' : 'malformedQuote';
}
