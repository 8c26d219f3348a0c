import type { BindParams, Database as SqlDatabase, Statement } from 'sql.js';

export type SqlValue = number | string | Uint8Array | null;
export type SqlRow = readonly SqlValue[];

/** One open workspace image in memory. Rows come back as arrays; the caller parses them (read-cell.ts). */
export interface Database {
  /** Runs one statement and returns the number of rows it changed. */
  run(sql: string, parameters?: SqlRow): number;
  all(sql: string, parameters?: SqlRow): SqlRow[];
  first(sql: string, parameters?: SqlRow): SqlRow | undefined;
  /** Several statements without parameters. */
  script(sql: string): void;
  /** Multi-row VALUES; `table` and `columns` are names from code, never from a file. */
  insertMany(table: string, columns: readonly string[], rows: Iterable<SqlRow>): number;
  /** All or nothing; inside another transaction it joins that one. */
  transaction<T>(work: () => T): T;
  /**
   * Makes room for so many more bytes in one step, before a large transaction: the file in memory grows by an eighth at
   * a time, and each step copies it whole. Not inside a transaction.
   */
  reserve(bytes: number): void;
  sizeBytes(): number;
  exportImage(): Uint8Array;
  close(): void;
}

const keptStatements = 128;
const rowsPerStatement = 3000;
/** SQLITE_MAX_VARIABLE_NUMBER of the sql.js build. */
const variableLimit = 32766;

/** Less than this share of the file is left to grow by itself. */
const reservedShare = 1 / 8;
const reservedBytes = 8 * 1024 * 1024;

/** What opens an image (or an empty database) in memory. */
export type OpenImage = (image: Uint8Array | null) => SqlDatabase;

export function wrapDatabase(open: OpenImage, first: Uint8Array | null): Database {
  let raw = open(first);
  let statements = createStatements(raw);
  let depth = 0;
  applyPragmas(raw);
  const sizeBytes = () => pragma(raw, 'page_count') * pragma(raw, 'page_size');
  /** The file may be longer than its pages after `reserve`. */
  const exportImage = () => {
    const length = sizeBytes();
    const image = raw.export();
    return image.length > length ? image.subarray(0, length) : image;
  };
  return {
    all: (sql, parameters) => statements.all(sql, parameters),
    first: (sql, parameters) => statements.all(sql, parameters)[0],
    run: (sql, parameters) => statements.run(sql, parameters),
    script: (sql) => void raw.exec(sql),
    insertMany: (table, columns, rows) => insertMany(raw, { table, columns, rows }),
    transaction(work) {
      if (depth > 0) return work();
      depth += 1;
      try {
        return runTransaction(raw, work);
      } finally {
        depth -= 1;
      }
    },
    reserve(bytes) {
      const length = sizeBytes();
      if (depth > 0 || length === 0 || bytes < Math.max(reservedBytes, reservedShare * length)) return;
      const padded = new Uint8Array(length + bytes);
      padded.set(exportImage());
      statements.free();
      raw.close();
      raw = open(padded);
      statements = createStatements(raw);
      applyPragmas(raw);
    },
    sizeBytes,
    exportImage() {
      const image = exportImage();
      applyPragmas(raw);
      return image;
    },
    close() {
      statements.free();
      raw.close();
    },
  };
}

/** Prepared statements by their text, kept for the next call. */
function createStatements(raw: SqlDatabase) {
  const kept = new Map<string, Statement>();
  const free = () => {
    for (const statement of kept.values()) statement.free();
    kept.clear();
  };
  const use = <T>(sql: string, parameters: SqlRow, work: (statement: Statement) => T): T => {
    let statement = kept.get(sql);
    if (statement === undefined) {
      if (kept.size >= keptStatements) free();
      statement = raw.prepare(sql);
      kept.set(sql, statement);
    }
    try {
      statement.bind(parameters as BindParams);
      return work(statement);
    } finally {
      statement.reset();
    }
  };
  return {
    free,
    all: (sql: string, parameters: SqlRow = []): SqlRow[] =>
      use(sql, parameters, (statement) => {
        const rows: SqlRow[] = [];
        while (statement.step()) rows.push(statement.get());
        return rows;
      }),
    run: (sql: string, parameters: SqlRow = []): number =>
      use(sql, parameters, (statement) => {
        statement.step();
        return raw.getRowsModified();
      }),
  };
}

function runTransaction<T>(raw: SqlDatabase, work: () => T): T {
  raw.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    raw.exec('COMMIT');
    return value;
  } catch (cause) {
    raw.exec('ROLLBACK');
    throw cause;
  }
}

function applyPragmas(raw: SqlDatabase): void {
  raw.exec(
    'PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA journal_mode = MEMORY;',
  );
}

function insertMany(
  raw: SqlDatabase,
  input: { table: string; columns: readonly string[]; rows: Iterable<SqlRow> },
): number {
  const width = input.columns.length;
  const perStatement = Math.max(1, Math.min(rowsPerStatement, Math.floor(variableLimit / width)));
  const head = `INSERT INTO ${input.table} (${input.columns.join(', ')}) VALUES `;
  const tuple = `(${Array(width).fill('?').join(', ')})`;
  const prepare = (count: number) => raw.prepare(head + Array(count).fill(tuple).join(', '));
  let full: Statement | undefined;
  let values: SqlValue[] = [];
  let inserted = 0;
  try {
    for (const row of input.rows) {
      if (row.length !== width) throw new Error(`row of ${row.length} cells for ${width} columns`);
      for (const cell of row) values.push(cell);
      inserted += 1;
      if (values.length < perStatement * width) continue;
      full ??= prepare(perStatement);
      full.run(values as BindParams);
      values = [];
    }
    if (values.length > 0) runOnce(prepare(values.length / width), values);
  } finally {
    full?.free();
  }
  return inserted;
}

function runOnce(statement: Statement, values: SqlValue[]): void {
  try {
    statement.run(values as BindParams);
  } finally {
    statement.free();
  }
}

function pragma(raw: SqlDatabase, name: 'page_count' | 'page_size'): number {
  return Number(raw.exec(`PRAGMA ${name}`)[0]?.values[0]?.[0]);
}
