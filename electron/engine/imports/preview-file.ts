import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Delimiter, Encoding, ReadOptions } from '../../../shared/schemas/import-plan.ts';
import { yieldNow } from '../context.ts';
import { isBlankRow, widthOf } from './blank-row.ts';
import { csvLimits } from './csv-limits.ts';
import { countUndecodable, createDecoding } from './decode-stream.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectHeader } from './detect-header.ts';
import { fileFailure } from './file-failure.ts';
import { nameColumns } from './name-columns.ts';
import { otherForm } from './other-form.ts';
import { type FileSample, readSample } from './read-sample.ts';
import { createLineSkipper } from './skip-lines.ts';
import { createRecordSplitter } from './split-records.ts';

export interface CsvPreview {
  readonly encoding: Encoding;
  readonly encodingConfident: boolean;
  readonly delimiter: Delimiter;
  readonly hasHeader: boolean;
  readonly skipRows: number;
  readonly columns: readonly PreviewColumn[];
  /** The first 100 rows of data. */
  readonly rows: readonly (readonly string[])[];
  /** The first 5,000 rows of data, for guesses about columns; `rows` are its beginning. */
  readonly sampleRows: readonly (readonly string[])[];
  readonly sizeBytes: number;
  /** Rows of data in the file; exact when they are below 8,000 and 1 MiB. */
  readonly estimatedRows: number;
  /** U+FFFD in the first 1 MiB. */
  readonly undecodable: number;
}

export interface PreviewColumn {
  readonly index: number;
  /** The header, without outer spaces and invisible characters; `#3` where the third has none; a repeated one gets ` (2)`. */
  readonly name: string;
  /** The first three texts that are not blank; empty texts where there are fewer. */
  readonly samples: readonly [string, string, string];
}

/**
 * The first rows of a CSV file, with what was not stated guessed: encoding, delimiter, header, lines to skip.
 * Fails with fileMissing, fileEmpty, fileNotText (`form`: a spreadsheet, an archive, JSON) or tooManyColumns.
 */
export async function previewCsv(path: string, options: ReadOptions): Promise<Result<CsvPreview>> {
  const sample = await readSample(path).catch(fileFailure);
  if ('ok' in sample) return sample;
  if (sample.sizeBytes === 0) return fail('fileEmpty');
  const guess = detectEncoding(sample.telling);
  const encoding = options.encoding ?? guess.encoding;
  const decoding = createDecoding(encoding);
  const text = decoding.decode(sample.head) + (sample.headIsWhole ? decoding.end() : '');
  const form = otherForm(sample.head, text);
  if (form !== null) return fail('fileNotText', { form });
  const { delimiter: voted, hasSepLine } = detectDelimiter(text);
  const delimiter = options.delimiter ?? voted;
  const skipped = options.skipRows ?? 0;
  const table = await splitSample(text, {
    delimiter,
    last: sample.headIsWhole,
    skipLines: hasSepLine ? Math.max(1, skipped) : skipped,
  });
  if (table.rows.every(isBlankRow)) return fail('fileEmpty');
  const header = detectHeader(table.rows, table.lines);
  const skipRows =
    options.skipRows === undefined ? header.skipRows : Math.max(options.skipRows, hasSepLine ? 1 : 0);
  const shown = cutTable(table, { skipRows, hasHeader: options.hasHeader ?? header.hasHeader });
  const columns = describeColumns(shown.header, shown.rows);
  if (columns.length > csvLimits.columns) {
    return fail('tooManyColumns', { columns: columns.length, limit: csvLimits.columns });
  }
  return succeed({
    encoding,
    encodingConfident: options.encoding !== undefined || guess.confident,
    delimiter,
    hasHeader: shown.hasHeader,
    skipRows,
    columns,
    rows: shown.rows.slice(0, 100),
    sampleRows: shown.rows.slice(0, 5000),
    sizeBytes: sample.sizeBytes,
    estimatedRows: estimateRows(sample, shown.rows.length / table.share),
    undecodable: countUndecodable(text),
  });
}

interface SampleTable {
  readonly rows: readonly string[][];
  readonly lines: Int32Array;
  /** Part of the sample that these rows are. */
  readonly share: number;
}

interface SplitOptions {
  readonly delimiter: Delimiter;
  /** The text is the whole file. */
  readonly last: boolean;
  readonly skipLines: number;
}

/** Rows split for the preview, with room for blank ones and a title. */
const enoughRows = 8000;
const pieceCharacters = 1 << 15;

/** As the import splits it: what stands in the skipped lines, a lost quote too, cannot reach the table. */
async function splitSample(text: string, { delimiter, last, skipLines }: SplitOptions): Promise<SampleTable> {
  const body = createLineSkipper(skipLines)(text);
  const splitter = createRecordSplitter(delimiter, skipLines + 1);
  const rows: string[][] = [];
  const lines: number[] = [];
  let [at, size] = [0, pieceCharacters];
  while (at < body.length && rows.length < enoughRows) {
    const piece = body.slice(at, at + size);
    at += piece.length;
    const batch = splitter.push(piece, at === body.length && (last || rows.length === 0));
    for (const row of batch.rows) rows.push(row);
    for (const line of batch.lines) lines.push(line);
    size = batch.rows.length === 0 ? 2 * size : pieceCharacters;
    await yieldNow();
  }
  return { rows, lines: Int32Array.from(lines), share: body.length === 0 ? 1 : at / body.length };
}

interface ShownTable {
  readonly header: readonly string[] | null;
  readonly hasHeader: boolean;
  readonly rows: readonly string[][];
}

function cutTable(table: SampleTable, cut: { skipRows: number; hasHeader: boolean }): ShownTable {
  const rows = table.rows.filter((row, i) => table.lines[i]! > cut.skipRows && !isBlankRow(row));
  if (!cut.hasHeader) return { header: null, hasHeader: false, rows };
  return { header: rows[0] ?? [], hasHeader: true, rows: rows.slice(1) };
}

function describeColumns(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
): PreviewColumn[] {
  const count = header === null ? Math.max(1, rows[0]?.length ?? 1) : headedColumns(header, rows);
  const names = nameColumns(Array.from({ length: count }, (_, index) => header?.[index] ?? ''));
  return names.map((name, index) => ({ index, name, samples: firstTexts(rows, index) }));
}

/** Named columns, and unnamed ones behind them where the header has a cell and a row has a value. */
function headedColumns(header: readonly string[], rows: readonly (readonly string[])[]): number {
  let count = widthOf(header);
  for (const row of rows) count = Math.max(count, Math.min(header.length, widthOf(row)));
  return count;
}

function firstTexts(rows: readonly (readonly string[])[], index: number): [string, string, string] {
  const texts: string[] = [];
  for (const row of rows) {
    const cell = row[index];
    if (cell !== undefined && cell.trim() !== '') texts.push(cell.slice(0, 200));
    if (texts.length === 3) break;
  }
  return [texts[0] ?? '', texts[1] ?? '', texts[2] ?? ''];
}

function estimateRows(sample: FileSample, rowsInHead: number): number {
  if (sample.headIsWhole) return Math.round(rowsInHead);
  return Math.round((rowsInHead * sample.sizeBytes) / sample.head.length);
}
