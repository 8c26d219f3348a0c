import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';

/** papaparse, given decoded text chunk by chunk, its rows thrown away. Returns how many it read. */
export async function readWithPapaparse(path: string): Promise<number> {
  let seen = 0;
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(path, 'utf8'), {
      skipEmptyLines: true,
      chunk: ({ data }) => {
        seen += data.length;
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  return seen - 1;
}

/** DuckDB's `read_csv` with its own detection, on one thread as the import is, into a table in memory. */
export async function readWithDuckDb(path: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run(`CREATE TABLE file AS SELECT * FROM read_csv('${path.replaceAll("'", "''")}')`);
    const counted = await connection.runAndReadAll('SELECT count(*) FROM file');
    return Number(counted.getRows()[0]?.[0]);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * The least that such an import has to do, done plainly: the whole file as text, cut into cells with a character loop,
 * ids to indices, dates and numbers into typed columns. No check, no report, no progress, nothing stored.
 */
export async function readIntoTypedColumns(path: string, numberColumns: readonly number[]): Promise<number> {
  const text = await readFile(path, 'utf8');
  const ids = new Map<string, number>();
  const days = new Map<string, number>();
  let capacity = 1024;
  let columns = numberColumns.map(() => new Float64Array(capacity));
  let account = new Int32Array(capacity);
  let day = new Int32Array(capacity);
  let rows = 0;
  let at = text.indexOf('\n') + 1;
  while (at < text.length) {
    const cells: string[] = [];
    for (;;) {
      const [cell, next] = text.charCodeAt(at) === 34 ? quotedCell(text, at) : plainCell(text, at);
      cells.push(cell);
      at = next + 1;
      if (text.charCodeAt(next) !== 44) break;
    }
    if (rows === capacity) {
      capacity *= 2;
      columns = columns.map((column) => widen(column, new Float64Array(capacity)));
      account = widen(account, new Int32Array(capacity));
      day = widen(day, new Int32Array(capacity));
    }
    account[rows] = indexOf(ids, cells[0]!, ids.size);
    day[rows] = indexOf(days, cells[4]!, Date.parse(cells[4]!) / 86_400_000);
    numberColumns.forEach((c, i) => {
      columns[i]![rows] = cells[c] === '' ? Number.NaN : Number(cells[c]);
    });
    rows++;
  }
  return rows;
}

function quotedCell(text: string, from: number): [cell: string, end: number] {
  let end = text.indexOf('"', from + 1);
  while (text.charCodeAt(end + 1) === 34) end = text.indexOf('"', end + 2);
  return [text.slice(from + 1, end).replaceAll('""', '"'), end + 1];
}

function plainCell(text: string, from: number): [cell: string, end: number] {
  let end = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 44 || code === 10) break;
  }
  return [text.slice(from, end), end];
}

function widen<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function indexOf(known: Map<string, number>, text: string, next: number): number {
  const index = known.get(text);
  if (index !== undefined) return index;
  known.set(text, next);
  return next;
}
