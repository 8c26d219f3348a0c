import { bytesOf, float64Of, int32Of } from './column-blob.ts';
import type { Database, SqlRow } from './database.ts';
import { mergeObservations } from './merge-observations.ts';
import type { CurrentObservations, Observations } from './observations.ts';
import { blobCell, blobOrNull, numberCell } from './read-cell.ts';
import { sortObservations } from './sort-observations.ts';

export const observationsPerChunk = 262_144;
const columns = ['batch', 'metric', 'part', 'rowCount', 'account', 'day', 'value', 'knownOn'];

/**
 * Stores the observations of one (batch, metric), given in file order, as parts sorted by (account, day, file row).
 * A file with many metrics over the same rows finds `order` once (orderObservations) and passes it to each.
 */
export function insertObservations(
  database: Database,
  target: { readonly batch: number; readonly metric: number; readonly order?: Uint32Array | null },
  observations: Observations,
): void {
  const sorted = sortObservations(observations, target.order);
  const count = sorted.account.length;
  database.transaction(() => {
    for (let start = 0, part = 0; start < count; start += observationsPerChunk, part += 1) {
      const end = Math.min(count, start + observationsPerChunk);
      database.insertMany('chunk', columns, [
        [
          target.batch,
          target.metric,
          part,
          end - start,
          bytesOf(sorted.account.subarray(start, end)),
          bytesOf(sorted.day.subarray(start, end)),
          bytesOf(sorted.value.subarray(start, end)),
          sorted.knownOn === null ? null : bytesOf(sorted.knownOn.subarray(start, end)),
        ],
      ]);
    }
  });
}

/**
 * The current observations of a metric: of live batches the highest number wins, and inside a batch the last
 * row of the file. `lagDays` fills knownOn where the batch has none.
 */
export function loadCurrentObservations(
  database: Database,
  metric: { readonly idx: number; readonly lagDays: number },
): CurrentObservations {
  const rows = database.all(
    `SELECT c.batch, c.rowCount, c.account, c.day, c.value, c.knownOn
     FROM chunk AS c JOIN import_batch AS b ON b.number = c.batch AND b.undoneAt IS NULL
     WHERE c.metric = ? ORDER BY c.batch, c.part`,
    [metric.idx],
  );
  const batches = [...new Set(rows.map((row) => numberCell(row[0])))].map((number) =>
    joinParts(
      rows.filter((row) => row[0] === number),
      metric.lagDays,
    ),
  );
  return mergeObservations(batches);
}

/** Values stored per metric over live batches, before duplicates are resolved. */
export function countObservations(database: Database, metric: number): number {
  const row = database.first(
    `SELECT coalesce(sum(c.rowCount), 0) FROM chunk AS c
     JOIN import_batch AS b ON b.number = c.batch AND b.undoneAt IS NULL WHERE c.metric = ?`,
    [metric],
  );
  return numberCell(row?.[0]);
}

function joinParts(rows: readonly SqlRow[], lagDays: number): CurrentObservations {
  const count = rows.reduce((sum, row) => sum + numberCell(row[1]), 0);
  const joined = {
    account: new Int32Array(count),
    day: new Int32Array(count),
    value: new Float64Array(count),
    knownOn: new Int32Array(count),
  };
  let start = 0;
  for (const row of rows) {
    const day = int32Of(blobCell(row[3]));
    const known = blobOrNull(row[5]);
    const parts = {
      account: int32Of(blobCell(row[2])),
      day,
      value: float64Of(blobCell(row[4])),
      knownOn: known === null ? day.map((d) => d + lagDays) : int32Of(known),
    };
    const rowCount = numberCell(row[1]);
    if (Object.values(parts).some((column) => column.length !== rowCount)) {
      throw new Error('columns of a chunk differ in length');
    }
    joined.account.set(parts.account, start);
    joined.day.set(parts.day, start);
    joined.value.set(parts.value, start);
    joined.knownOn.set(parts.knownOn, start);
    start += rowCount;
  }
  return joined;
}
