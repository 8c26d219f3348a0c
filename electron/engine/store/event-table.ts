import { bytesOf, float64Of, int32Of } from './column-blob.ts';
import type { Database, SqlRow } from './database.ts';
import { blobCell, numberCell, textCell } from './read-cell.ts';

/** Most rows of one part of an event chunk. */
export const eventsPerChunk = 262_144;

/** One file's events in columns sorted by (account, day, user, event), one row per such key. */
export interface EventRows {
  readonly account: Int32Array;
  readonly day: Int32Array;
  /** Index in `event_user`; −1 = the file names none. */
  readonly user: Int32Array;
  /** Index in `event_name`. */
  readonly event: Int32Array;
  /** How often (or how much) on that day, the file's rows summed. */
  readonly quantity: Float64Array;
}

/** Current events of one source, with the first day on which each could be seen. */
export interface CurrentEvents extends EventRows {
  readonly source: string;
  readonly knownOn: Int32Array;
  /** Lag of the newest live batch. */
  readonly lagDays: number;
}

const columns = [
  'batch',
  'source',
  'part',
  'rowCount',
  'lagDays',
  'account',
  'day',
  'user',
  'event',
  'quantity',
];

/** Stores one batch's events as parts; they come sorted by (account, day, user, event). */
export function insertEvents(
  database: Database,
  target: { readonly batch: number; readonly source: string; readonly lagDays: number },
  events: EventRows,
): void {
  const count = events.account.length;
  for (let start = 0, part = 0; start < count; start += eventsPerChunk, part += 1) {
    const end = Math.min(count, start + eventsPerChunk);
    const { account, day, user, event, quantity } = events;
    const blobs = [account, day, user, event, quantity].map((column) => bytesOf(column.subarray(start, end)));
    const head = [target.batch, target.source, part, end - start, target.lagDays];
    database.insertMany('event_chunk', columns, [[...head, ...blobs]]);
  }
}

/** Names of sources with live events, in code-point order. */
export function loadEventSources(database: Database): string[] {
  const rows = database.all(
    `SELECT DISTINCT c.source FROM event_chunk AS c
     JOIN import_batch AS b ON b.number = c.batch AND b.undoneAt IS NULL ORDER BY c.source`,
  );
  return rows.map((row) => textCell(row[0]));
}

/**
 * Current events of a source: all rows that the live batch with the highest number has for an (account, day), so a
 * later export that covers a day again replaces it whole. Sorted by (account, day, user, event).
 */
export function loadCurrentEvents(database: Database, source: string): CurrentEvents {
  const rows = database.all(
    `SELECT c.batch, c.rowCount, c.lagDays, c.account, c.day, c.user, c.event, c.quantity
     FROM event_chunk AS c JOIN import_batch AS b ON b.number = c.batch AND b.undoneAt IS NULL
     WHERE c.source = ? ORDER BY c.batch, c.part`,
    [source],
  );
  const numbers = [...new Set(rows.map((row) => numberCell(row[0])))];
  const batches = numbers.map((number) => joinParts(rows.filter((row) => row[0] === number)));
  const merged = batches.reduce((older, newer) => mergeNewer(older, newer), joinParts([]));
  return { ...merged, source, lagDays: numberCell(rows.at(-1)?.[2] ?? 0) };
}

/** Texts of a dictionary by index. */
export function loadEventTexts(database: Database, table: 'event_user' | 'event_name'): string[] {
  const column = table === 'event_user' ? 'id' : 'name';
  return database.all(`SELECT ${column} FROM ${table} ORDER BY idx`).map((row) => textCell(row[0]));
}

/** Gives new texts the next indices, in the order given. Indices are never reused. */
export function insertEventTexts(
  database: Database,
  table: 'event_user' | 'event_name',
  texts: readonly string[],
): void {
  const first = numberCell(database.first(`SELECT count(*) FROM ${table}`)?.[0]);
  const column = table === 'event_user' ? 'id' : 'name';
  const rows = texts.map((text, i) => [first + i, text]);
  database.insertMany(table, ['idx', column], rows);
}

type Columns = EventRows & { readonly knownOn: Int32Array };

function emptyColumns(count: number): Columns {
  return {
    account: new Int32Array(count),
    day: new Int32Array(count),
    user: new Int32Array(count),
    event: new Int32Array(count),
    quantity: new Float64Array(count),
    knownOn: new Int32Array(count),
  };
}

function joinParts(rows: readonly SqlRow[]): Columns {
  const joined = emptyColumns(rows.reduce((sum, row) => sum + numberCell(row[1]), 0));
  let start = 0;
  for (const row of rows) {
    const lagDays = numberCell(row[2]);
    const [account, day, user, event] = [3, 4, 5, 6].map((i) => int32Of(blobCell(row[i])));
    const part = { account: account!, day: day!, user: user!, event: event! };
    const quantity = float64Of(blobCell(row[7]));
    const rowCount = numberCell(row[1]);
    if ([...Object.values(part), quantity].some((column) => column.length !== rowCount)) {
      throw new Error('columns of an event chunk differ in length');
    }
    joined.account.set(part.account, start);
    joined.day.set(part.day, start);
    joined.user.set(part.user, start);
    joined.event.set(part.event, start);
    joined.quantity.set(quantity, start);
    joined.knownOn.set(
      part.day.map((d) => d + lagDays),
      start,
    );
    start += rowCount;
  }
  return joined;
}

/** Rows of both in order; where both have an (account, day), the newer's rows alone. */
function mergeNewer(older: Columns, newer: Columns): Columns {
  if (older.account.length === 0) return newer;
  const merged = emptyColumns(older.account.length + newer.account.length);
  let [size, i, j] = [0, 0, 0];
  const take = (from: Columns, at: number): void => {
    merged.account[size] = from.account[at]!;
    merged.day[size] = from.day[at]!;
    merged.user[size] = from.user[at]!;
    merged.event[size] = from.event[at]!;
    merged.quantity[size] = from.quantity[at]!;
    merged.knownOn[size] = from.knownOn[at]!;
    size++;
  };
  while (i < older.account.length || j < newer.account.length) {
    const step = compareKeys(older, i, newer, j);
    if (step < 0) take(older, i++);
    else if (step > 0) take(newer, j++);
    else {
      const [account, day] = [newer.account[j], newer.day[j]];
      while (older.account[i] === account && older.day[i] === day) i++;
      while (newer.account[j] === account && newer.day[j] === day) take(newer, j++);
    }
  }
  return mapColumns(merged, size);
}

function compareKeys(a: Columns, i: number, b: Columns, j: number): number {
  if (i >= a.account.length) return 1;
  if (j >= b.account.length) return -1;
  return a.account[i]! - b.account[j]! || a.day[i]! - b.day[j]!;
}

function mapColumns(columnsOf: Columns, size: number): Columns {
  return {
    account: columnsOf.account.slice(0, size),
    day: columnsOf.day.slice(0, size),
    user: columnsOf.user.slice(0, size),
    event: columnsOf.event.slice(0, size),
    quantity: columnsOf.quantity.slice(0, size),
    knownOn: columnsOf.knownOn.slice(0, size),
  };
}
