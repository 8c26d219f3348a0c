import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAccounts } from '../../../electron/engine/store/account-table.ts';
import {
  countObservations,
  insertObservations,
  loadCurrentObservations,
  observationsPerChunk,
} from '../../../electron/engine/store/chunk-table.ts';
import type { Database } from '../../../electron/engine/store/database.ts';
import { insertBatch, setBatchUndone } from '../../../electron/engine/store/import-batch-table.ts';
import { insertMetric } from '../../../electron/engine/store/metric-table.ts';
import { createDatabase } from '../../../electron/engine/store/migrate.ts';
import { orderObservations } from '../../../electron/engine/store/sort-observations.ts';
import { sampleBatch } from './sample-batch.ts';

type Row = readonly [account: number, day: number, value: number, knownOn?: number];

let database: Database;
beforeEach(async () => {
  database = await createDatabase();
  insertAccounts(database, ['a', 'b', 'c']);
  insertMetric(database, { name: 'logins', kind: 'flow', grain: 'day', lagDays: 2 });
  for (const number of [1, 2, 3]) insertBatch(database, sampleBatch(number));
});
afterEach(() => database.close());

function insert(batch: number, rows: readonly Row[], withKnownOn = false): void {
  insertObservations(
    database,
    { batch, metric: 0 },
    {
      account: Int32Array.from(rows, ([account]) => account),
      day: Int32Array.from(rows, ([, day]) => day),
      value: Float64Array.from(rows, ([, , value]) => value),
      knownOn: withKnownOn ? Int32Array.from(rows, ([, , , known]) => known ?? 0) : null,
    },
  );
}

function current(): number[][] {
  const found = loadCurrentObservations(database, { idx: 0, lagDays: 2 });
  return [...found.account].map((account, i) => [account, found.day[i]!, found.value[i]!, found.knownOn[i]!]);
}

describe('observation chunks', () => {
  it('come back sorted by account and day, known after the lag', () => {
    insert(1, [
      [1, 10, 5],
      [0, 12, Number.NaN],
      [0, -3, 1.5],
    ]);
    expect(current()).toEqual([
      [0, -3, 1.5, -1],
      [0, 12, Number.NaN, 14],
      [1, 10, 5, 12],
    ]);
  });

  it('keep the day a value was known on', () => {
    insert(1, [[0, 10, 5, 40]], true);
    expect(current()).toEqual([[0, 10, 5, 40]]);
  });

  it('let the last row of a file and the highest live batch win', () => {
    insert(1, [
      [0, 10, 1],
      [0, 10, 2],
    ]);
    expect(current()).toEqual([[0, 10, 2, 12]]);
    insert(2, [[0, 10, 3]]);
    expect(current()).toEqual([[0, 10, 3, 12]]);
    setBatchUndone(database, 2, '2024-02-01');
    expect(current()).toEqual([[0, 10, 2, 12]]);
    expect(countObservations(database, 0)).toBe(2);
  });

  it('are split into parts that hold at most 262,144 observations', () => {
    const rows = Array.from(
      { length: observationsPerChunk + 5 },
      (_, i): Row => [i % 3, Math.floor(i / 3), i],
    );
    insert(1, rows);
    expect(database.all('SELECT part, rowCount, length(account), length(value) FROM chunk')).toEqual([
      [0, 262_144, 262_144 * 4, 262_144 * 8],
      [1, 5, 20, 40],
    ]);
    expect(current().length).toBe(rows.length);
    expect(current().at(-1)?.[0]).toBe(2);
  });

  it('are little-endian columns without a header', () => {
    insert(1, [[2, 258, 1]]);
    const row = database.first('SELECT account, day, value, knownOn FROM chunk');
    expect(row).toEqual([
      Uint8Array.of(2, 0, 0, 0),
      Uint8Array.of(2, 1, 0, 0),
      Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf0, 0x3f),
      null,
    ]);
  });

  it('may share one order between the metrics of a file', () => {
    insertMetric(database, { name: 'second', kind: 'flow', grain: 'day', lagDays: 2 });
    const account = Int32Array.of(2, 0, 0);
    const day = Int32Array.of(1, 9, 8);
    const order = orderObservations(account, day);
    const value = Float64Array.of(1, 2, 3);
    insertObservations(database, { batch: 1, metric: 0, order }, { account, day, value, knownOn: null });
    expect(current().map((row) => row[2])).toEqual([3, 2, 1]);
    expect(orderObservations(Int32Array.of(0, 0, 1), Int32Array.of(5, 5, 1))).toBeNull();
  });

  it('resolve like a map written in batch order', () => {
    const row = fc.tuple(fc.nat(2), fc.integer({ min: -5, max: 5 }), fc.nat(99));
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 12 }), { minLength: 3, maxLength: 3 }), (batches) => {
        database.run('DELETE FROM chunk');
        const expected = new Map<string, number[]>();
        batches.forEach((rows, i) => {
          insert(i + 1, rows);
          for (const [account, day, value] of rows) {
            expected.set(`${account} ${day}`, [account, day, value, day + 2]);
          }
        });
        const inOrder = [...expected.values()].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
        expect(current()).toEqual(inOrder);
      }),
    );
  });
});
