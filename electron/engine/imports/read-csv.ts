import { stat } from 'node:fs/promises';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Delimiter, Encoding } from '../../../shared/schemas/import-plan.ts';
import { yieldNow } from '../context.ts';
import { isBlankRow, widthOf } from './blank-row.ts';
import { checkRows, type RowFault } from './check-rows.ts';
import { csvLimits } from './csv-limits.ts';
import { type DecodedChunk, decodeFile } from './decode-stream.ts';
import { fileFailure } from './file-failure.ts';
import { createLineSkipper } from './skip-lines.ts';
import { createRecordSplitter, type RecordBatch, type RecordSplitter } from './split-records.ts';

export interface ReadCsvOptions {
  readonly path: string;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly hasHeader: boolean;
  /** Lines at the top that are not read at all. */
  readonly skipRows: number;
  /** Cells that a row must have; absent = as many as the header or, without one, the first row. */
  readonly columnCount?: number;
  /** Limit on the file's size; absent = 200 MB. */
  readonly limitBytes?: number;
  /**
   * Rows with the right number of cells, in file order, a few thousand at a time, and the line each starts on.
   * The arrays belong to the receiver. Long cells are slices of a 64 KiB text that they keep in memory: copy what stays.
   */
  readonly onRows: (rows: string[][], lines: Int32Array) => void | Promise<void>;
  /** A row that cannot be used; it is in no batch. */
  readonly onFault: (fault: RowFault) => void;
  readonly onProgress?: (progress: ReadProgress) => void;
  readonly isCancelled?: () => boolean;
}

export interface ReadProgress {
  readonly bytesRead: number;
  readonly sizeBytes: number;
  readonly rows: number;
}

export interface ReadSummary {
  readonly sizeBytes: number;
  /** Header as written; null without one. */
  readonly header: readonly string[] | null;
  /** Cells of a row. */
  readonly columns: number;
  /** Rows of data = kept + faulty; blank lines and rows of empty cells are `blankRows`. */
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsFaulty: number;
  readonly blankRows: number;
  /** U+FFFD in the text, and the line of the first row that has one. */
  readonly undecodable: number;
  readonly firstUndecodableLine: number | null;
}

/**
 * Reads a CSV file from end to end in constant memory and hands its rows over in batches.
 * Fails with fileMissing, fileTooLarge, fileEmpty (no row at all), tooManyColumns, cellTooLarge (a row that does not
 * end: a lost quote) or cancelled; what was handed over before a failure must be thrown away.
 */
export async function readCsv(options: ReadCsvOptions): Promise<Result<ReadSummary>> {
  const sizeBytes = await stat(options.path).then((stats) => stats.size, fileFailure);
  if (typeof sizeBytes !== 'number') return sizeBytes;
  const limitBytes = options.limitBytes ?? csvLimits.fileBytes;
  if (sizeBytes > limitBytes) return fail('fileTooLarge', { sizeBytes, limitBytes });
  const reading = createReading(options, sizeBytes);
  const skipper = createLineSkipper(options.skipRows);
  const splitter = createRecordSplitter(options.delimiter, options.skipRows + 1);
  try {
    for await (const chunk of decodeFile(options.path, options.encoding)) {
      if (options.isCancelled?.() === true) return fail('cancelled');
      const problem = await readChunk(chunk, { skipper, splitter, reading });
      if (problem !== null) return problem;
      options.onProgress?.({ bytesRead: chunk.bytesRead, sizeBytes, rows: reading.rowsRead() });
    }
  } catch (error) {
    return fileFailure(error);
  }
  if (options.isCancelled?.() === true) return fail('cancelled');
  const problem = await reading.take(splitter.push('', true), 0);
  return problem ?? reading.finish();
}

/** Characters split at one go: what keeps the event loop turning where a line has only a character or two. */
const pieceCharacters = 1 << 16;

async function readChunk(
  { text, undecodable }: DecodedChunk,
  parts: {
    readonly skipper: (text: string) => string;
    readonly splitter: RecordSplitter;
    readonly reading: Reading;
  },
): Promise<Result<never> | null> {
  const { skipper, splitter, reading } = parts;
  let turnedAt = performance.now();
  let [at, size] = [0, pieceCharacters];
  while (at < text.length) {
    const batch = splitter.push(skipper(text.slice(at, at + size)), false);
    if (batch.heldBack > csvLimits.openRowCharacters) {
      return fail('cellTooLarge', { line: splitter.nextLine(), limit: csvLimits.cellCharacters });
    }
    const problem = await reading.take(batch, at === 0 ? undecodable : 0);
    if (problem !== null) return problem;
    at += size;
    // A row longer than a piece is looked through again with each: fewer, larger pieces.
    size = batch.rows.length === 0 ? 2 * size : pieceCharacters;
    if (performance.now() - turnedAt < longTurnMs) continue;
    await yieldNow();
    turnedAt = performance.now();
  }
  return null;
}

const longTurnMs = 15;

interface Reading {
  readonly take: (batch: RecordBatch, undecodable: number) => Promise<Result<never> | null>;
  readonly rowsRead: () => number;
  readonly finish: () => Result<ReadSummary>;
}

function createReading(options: ReadCsvOptions, sizeBytes: number): Reading {
  let header: readonly string[] | null = null;
  let columns = options.columnCount ?? 0;
  let started = false;
  let [kept, faulty, blankRows, undecodable] = [0, 0, 0, 0];
  let firstUndecodableLine: number | null = null;
  const onFault = (fault: RowFault) => {
    faulty++;
    options.onFault(fault);
  };

  /** Index of the first row of data, once the header, or the first row, has been seen. */
  function start(rows: readonly string[][]): number {
    const first = rows.findIndex((row) => !isBlankRow(row));
    if (first === -1) return rows.length;
    started = true;
    const cells = rows[first]!;
    if (options.columnCount === undefined) columns = options.hasHeader ? widthOf(cells) : cells.length;
    if (options.hasHeader) header = cells;
    blankRows += first;
    return options.hasHeader ? first + 1 : first;
  }

  async function take(batch: RecordBatch, undecodableInChunk: number): Promise<Result<never> | null> {
    undecodable += undecodableInChunk;
    if (undecodable > 0 && firstUndecodableLine === null) firstUndecodableLine = undecodableLine(batch);
    let from = 0;
    if (!started) {
      from = start(batch.rows);
      if (!started) blankRows += batch.rows.length;
    }
    if (columns > csvLimits.columns) return fail('tooManyColumns', { columns, limit: csvLimits.columns });
    const checked = checkRows(batch, { from, columns, delimiter: options.delimiter, onFault });
    blankRows += checked.blankRows;
    kept += checked.rows.length;
    if (checked.rows.length > 0) await options.onRows(checked.rows, checked.lines);
    return null;
  }

  function finish(): Result<ReadSummary> {
    if (!started) return fail('fileEmpty');
    const rowsRead = kept + faulty;
    const rows = { rowsRead, rowsKept: kept, rowsFaulty: faulty, blankRows };
    return succeed({ sizeBytes, header, columns, ...rows, undecodable, firstUndecodableLine });
  }

  return { take, rowsRead: () => kept + faulty, finish };
}

function undecodableLine(batch: RecordBatch): number | null {
  const index = batch.rows.findIndex((row) => row.some((cell) => cell.includes('\ufffd')));
  return index === -1 ? null : batch.lines[index]!;
}
