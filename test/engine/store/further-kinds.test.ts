import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../electron/engine/data/load-dataset.ts';
import { insertAccounts } from '../../../electron/engine/store/account-table.ts';
import { insertAttributes } from '../../../electron/engine/store/attribute-table.ts';
import type { Database } from '../../../electron/engine/store/database.ts';
import { insertEvents, insertEventTexts } from '../../../electron/engine/store/event-table.ts';
import { insertBatch, setBatchUndone } from '../../../electron/engine/store/import-batch-table.ts';
import { createDatabase } from '../../../electron/engine/store/migrate.ts';
import { insertOutcomes } from '../../../electron/engine/store/outcome-table.ts';
import { insertRecords } from '../../../electron/engine/store/record-table.ts';
import { type AsOfRows, computeMeasure } from '../../../shared/measures/compute-measure.ts';
import { type Dataset, NO_DAY } from '../../../shared/measures/dataset.ts';
import type { Aggregation } from '../../../shared/schemas/measure.ts';
import { outcomeKinds } from '../../../shared/schemas/outcome-kinds.ts';
import { recordKinds } from '../../../shared/schemas/record-kinds.ts';
import { sampleBatch } from './sample-batch.ts';

const ACCOUNTS = 3;
const account = fc.integer({ min: 0, max: ACCOUNTS - 1 });
const day = fc.integer({ min: 0, max: 9 });
const kind = fc.constantFrom(...recordKinds);

const record = fc.record({
  ...{ account, day, kind, knownDay: fc.option(day) },
  number: fc.integer({ min: 0, max: 10 }).map(String),
});
/** A change of entry 1 or 2 by hand, or its taking away. */
const entry = fc.record({
  ...{ account, day, kind, knownDay: fc.option(day), number: fc.constantFrom('1', '5') },
  entry: fc.constantFrom<number>(1, 2),
  deleted: fc.boolean(),
});
const act = fc.record({
  ...{ account, day, user: fc.integer({ min: -1, max: 2 }), event: fc.integer({ min: 0, max: 1 }) },
  quantity: fc.integer({ min: 0, max: 3 }),
});
const outcome = fc.record({
  ...{ account, day, kind: fc.constantFrom(...outcomeKinds), noticeDay: fc.option(day) },
  deleted: fc.boolean(),
});
const attribute = fc.record({ account, fromDay: fc.option(day), value: fc.constantFrom('1', '2', '') });
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 4 });
const content = fc.record({
  records: some(record),
  entries: fc.array(entry, { maxLength: 1 }),
  acts: some(act),
  outcomes: some(outcome),
  attributes: some(attribute),
});
type Content = typeof content extends fc.Arbitrary<infer C> ? C : never;

async function newDatabase(): Promise<Database> {
  const database = await createDatabase();
  insertAccounts(
    database,
    Array.from({ length: ACCOUNTS }, (_, a) => `a${a}`),
  );
  insertEventTexts(database, 'event_user', ['u0', 'u1', 'u2']);
  insertEventTexts(database, 'event_name', ['login', 'export']);
  return database;
}

function store(
  database: Database,
  number: number,
  { records, entries, acts, outcomes, attributes }: Content,
) {
  insertBatch(database, sampleBatch(number, { kind: entries.length > 0 ? 'manual' : 'records' }));
  insertRecords(
    database,
    number,
    [...records.map((row) => ({ ...row, entry: null, deleted: false })), ...entries].map(
      ({ number: text, ...row }) => ({
        ...row,
        ...{ source: row.kind, closedDay: null, typedDay: null, cells: [['rating', text]] as const },
      }),
    ),
  );
  const keys = ['account', 'day', 'user', 'event'] as const;
  const sorted = [...new Map(acts.map((row) => [keys.map((key) => row[key]).join(' '), row])).values()].sort(
    (x, y) => x.account - y.account || x.day - y.day || x.user - y.user || x.event - y.event,
  );
  insertEvents(
    database,
    { batch: number, source: 'app', lagDays: 1 },
    {
      account: Int32Array.from(sorted, (row) => row.account),
      day: Int32Array.from(sorted, (row) => row.day),
      user: Int32Array.from(sorted, (row) => row.user),
      event: Int32Array.from(sorted, (row) => row.event),
      quantity: Float64Array.from(sorted, (row) => row.quantity),
    },
  );
  insertOutcomes(
    database,
    number,
    outcomes.map((row) => ({ ...row, voluntary: null, amount: null, reason: null })),
  );
  insertAttributes(
    database,
    number,
    attributes.map((row) => ({ ...row, name: 'tier' })),
  );
}

const load = (database: Database) => loadDataset(database, async () => {});

const aggregations: readonly Aggregation[] = [
  ...recordKinds.flatMap((source): Aggregation[] => [
    { type: 'recordCount', source, lookbackDays: 5, filters: [], openOnly: false },
    { type: 'recordNps', source, column: 'rating', lookbackDays: 5, filters: [] },
    { type: 'latestRecord', source, column: 'rating', staleAfterDays: 4, filters: [] },
  ]),
  { type: 'attribute', attribute: 'tier' },
  { type: 'sum', metric: 'app', lookback: 4, shift: 0, noRow: 'byKind' },
  { type: 'sum', metric: 'app: login', lookback: 4, shift: 0, noRow: 'byKind' },
  ...(['distinctUsers', 'distinctFeatures'] as const).map(
    (type): Aggregation => ({
      ...{ type, eventSource: 'app', period: 'day', lookback: 3, shift: 0, events: [] },
    }),
  ),
];

function valuesAsOf(dataset: Dataset, asOf: number): number[][] {
  const rows: AsOfRows = {
    account: Int32Array.from({ length: ACCOUNTS }, (_, a) => a),
    lifeStart: new Int32Array(ACCOUNTS).fill(-NO_DAY),
    recordsFrom: new Int32Array(ACCOUNTS).fill(-NO_DAY),
    asOf: new Int32Array(ACCOUNTS).fill(asOf),
  };
  return aggregations.map((aggregation) => {
    const measure = { id: 'm', name: 'm', aggregation, direction: 'higher', actionable: true } as const;
    return [...computeMeasure(dataset, measure, new Map(), rows)];
  });
}

describe('batches of the further kinds', () => {
  it('undone give back what was before, redone what was after', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(content, { minLength: 1, maxLength: 4 }),
        fc.nat(3),
        async (batches, pick) => {
          const database = await newDatabase();
          const states: Dataset[] = [await load(database)];
          for (const [i, batch] of batches.entries()) {
            store(database, i + 1, batch);
            states.push(await load(database));
          }
          for (let number = batches.length; number >= 1; number--) {
            setBatchUndone(database, number, 'now');
            expect(await load(database)).toEqual(states[number - 1]);
          }
          for (let number = 1; number <= batches.length; number++) setBatchUndone(database, number, null);
          const one = (pick % batches.length) + 1;
          setBatchUndone(database, one, 'now');
          const without = await newDatabase();
          for (const [i, batch] of batches.entries()) if (i + 1 !== one) store(without, i + 1, batch);
          expect(await load(database)).toEqual(await load(without));
          setBatchUndone(database, one, null);
          expect(await load(database)).toEqual(states.at(-1));
          database.close();
          without.close();
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  it('come in any order when they speak of other accounts', async () => {
    const only = (batch: Content, mine: (row: { account: number }) => boolean): Content => ({
      records: batch.records.filter(mine),
      entries: [],
      acts: batch.acts.filter(mine),
      outcomes: batch.outcomes.filter(mine),
      attributes: batch.attributes.filter(mine),
    });
    await fc.assert(
      fc.asyncProperty(content, content, async (one, other) => {
        const [first, second] = [
          only(one, (row) => row.account === 0),
          only(other, (row) => row.account > 0),
        ];
        const [there, back] = [await newDatabase(), await newDatabase()];
        for (const [database, order] of [
          [there, [first, second]],
          [back, [second, first]],
        ] as const) {
          for (const [i, batch] of order.entries()) store(database, i + 1, batch);
        }
        expect(await load(there)).toEqual(await load(back));
        there.close();
        back.close();
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  it('with rows dated after a day change no value as of it', async () => {
    await fc.assert(
      fc.asyncProperty(content, content, day, async (before, later, asOf) => {
        const database = await newDatabase();
        store(database, 1, before);
        const values = valuesAsOf(await load(database), asOf);
        const moved = <Row extends { day: number }>(rows: readonly Row[]) =>
          rows.map((row) => ({ ...row, day: row.day + asOf + 1 }));
        store(database, 2, {
          records: moved(later.records),
          entries: moved(later.entries).map((row) => ({ ...row, deleted: false, entry: 9 })),
          acts: moved(later.acts),
          outcomes: moved(later.outcomes).map((row) => ({ ...row, noticeDay: null })),
          attributes: later.attributes.flatMap(({ fromDay, ...row }) =>
            fromDay === null ? [] : { ...row, fromDay: fromDay + asOf + 1 },
          ),
        });
        const dataset = await load(database);
        expect(valuesAsOf(dataset, asOf)).toEqual(values);
        database.close();
      }),
      { numRuns: 150, seed: 3 },
    );
  });
});
