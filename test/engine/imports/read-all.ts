import type { RowFault } from '../../../electron/engine/imports/check-rows.ts';
import { type ReadCsvOptions, type ReadSummary, readCsv } from '../../../electron/engine/imports/read-csv.ts';
import type { Result } from '../../../shared/ipc/result.ts';

export interface AllRows {
  readonly result: Result<ReadSummary>;
  readonly rows: string[][];
  readonly lines: number[];
  readonly faults: RowFault[];
}

/** Everything `readCsv` gives about a file; comma, UTF-8 and a header unless said otherwise. */
export async function readAll(path: string, options: Partial<ReadCsvOptions> = {}): Promise<AllRows> {
  const rows: string[][] = [];
  const lines: number[] = [];
  const faults: RowFault[] = [];
  const result = await readCsv({
    path,
    encoding: 'utf-8',
    delimiter: ',',
    hasHeader: true,
    skipRows: 0,
    onRows: (batch, batchLines) => {
      for (const row of batch) rows.push(row);
      for (const line of batchLines) lines.push(line);
    },
    onFault: (fault) => faults.push(fault),
    ...options,
  });
  return { result, rows, lines, faults };
}
