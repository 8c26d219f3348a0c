import { type CsvPreview, previewCsv } from '../../../electron/engine/imports/preview-file.ts';
import type { ErrorCode, Result } from '../../../shared/ipc/result.ts';
import type { ReadOptions } from '../../../shared/schemas/import-plan.ts';
import { type AllRows, readAll } from '../imports/read-all.ts';

/** What the import gives about a file whose guesses nobody corrects: a table, or the code it is refused with. */
export type FileReading =
  | { readonly refused: ErrorCode }
  | { readonly refused: null; readonly preview: CsvPreview; readonly table: AllRows; readonly blank: number };

/** Preview, then the whole file as the preview says; with `options`, as a person who states them. */
export async function readFile(path: string, options: ReadOptions = {}): Promise<FileReading> {
  const preview: Result<CsvPreview> = await previewCsv(path, options);
  if (!preview.ok) return { refused: preview.error.code };
  const { encoding, delimiter, hasHeader, skipRows, columns } = preview.value;
  const table = await readAll(path, {
    encoding,
    delimiter,
    hasHeader,
    skipRows,
    columnCount: columns.length,
  });
  if (!table.result.ok) return { refused: table.result.error.code };
  return { refused: null, preview: preview.value, table, blank: table.result.value.blankRows };
}
