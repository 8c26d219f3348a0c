import type { Database } from './database.ts';
import { numberCell, numberOrNull, textCell } from './read-cell.ts';

/** Attribute under which an account's name is stored; headers are trimmed texts, so none can equal it. */
export const accountNameAttribute = '\u0000name';

/** Attribute under which a snapshot's churn flag is stored: '1' churned, '0' kept, '' not said. */
export const churnFlagAttribute = '\u0000churned';

/** `fromDay` null = as of the import. */
export interface AttributeRow {
  readonly account: number;
  readonly name: string;
  readonly fromDay: number | null;
  readonly value: string;
}

export function insertAttributes(database: Database, batch: number, rows: Iterable<AttributeRow>): number {
  const tuples = function* () {
    for (const row of rows) yield [batch, row.account, row.name, row.fromDay, row.value];
  };
  return database.insertMany('attribute_value', ['batch', 'account', 'name', 'fromDay', 'value'], tuples());
}

/**
 * Current values by name, then (account, from): of live batches the highest number wins, and inside a batch
 * the last row. Names come in the order in which they were first stored.
 */
export function loadCurrentAttributes(database: Database): Map<string, AttributeRow[]> {
  return new Map([...loadToldAttributes(database)].map(([name, rows]) => [name, lastOfEach(rows)]));
}

/** A stored row with the import that told it and that import's calendar day (UTC). */
export interface ToldAttribute extends AttributeRow {
  readonly batch: number;
  readonly toldOn: number;
}

/** All rows of live batches, by (account, from, batch), undated first. */
export function loadToldAttributes(database: Database): Map<string, ToldAttribute[]> {
  const rows = database.all(
    `SELECT a.account, a.name, a.fromDay, a.value, a.batch, b.importedAt
     FROM attribute_value AS a JOIN import_batch AS b ON b.number = a.batch AND b.undoneAt IS NULL
     ORDER BY a.account, a.fromDay, a.batch, a.rowid`,
  );
  const byName = new Map<string, ToldAttribute[]>(loadAttributeNames(database).map((name) => [name, []]));
  const days = new Map<string, number>();
  for (const row of rows) {
    const importedAt = textCell(row[5]);
    const toldOn = days.get(importedAt) ?? dayOf(importedAt);
    days.set(importedAt, toldOn);
    const next = {
      account: numberCell(row[0]),
      name: textCell(row[1]),
      fromDay: numberOrNull(row[2]),
      value: textCell(row[3]),
      batch: numberCell(row[4]),
      toldOn,
    };
    byName.get(next.name)?.push(next);
  }
  return byName;
}

/** Of neighbours with one account and day the last. */
export function lastOfEach<Row extends AttributeRow>(rows: readonly Row[]): Row[] {
  return rows.filter((row, i) => {
    const next = rows[i + 1];
    return next === undefined || next.account !== row.account || next.fromDay !== row.fromDay;
  });
}

function dayOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 86_400_000);
}

export function loadAttributeNames(database: Database): string[] {
  const rows = database.all(
    `SELECT a.name FROM attribute_value AS a
     JOIN import_batch AS b ON b.number = a.batch AND b.undoneAt IS NULL
     GROUP BY a.name ORDER BY min(a.batch), min(a.rowid)`,
  );
  return rows.map((row) => textCell(row[0]));
}
