import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { recordKindOf } from '../../../shared/schemas/record-kinds.ts';
import { insertAccounts } from '../store/account-table.ts';
import { type AttributeRow, insertAttributes } from '../store/attribute-table.ts';
import { insertObservations } from '../store/chunk-table.ts';
import type { Database } from '../store/database.ts';
import { type EventRows, insertEvents, insertEventTexts } from '../store/event-table.ts';
import { insertLives } from '../store/life-table.ts';
import {
  insertMetric,
  loadLiveMetrics,
  loadMetrics,
  type MetricRow,
  updateMetric,
} from '../store/metric-table.ts';
import { insertOutcomes } from '../store/outcome-table.ts';
import { insertRecords } from '../store/record-table.ts';
import { type AccountRow, type CollectedRows, churnOfAccountRow, type MetricKeys } from './collect-rows.ts';
import type { ComparedRows } from './compare-rows.ts';
import { DUPLICATE } from './row-status.ts';

/** One metric of a file in columns sorted by (account, day), one value each. */
export interface PreparedMetric {
  readonly name: string;
  readonly kind: MetricRow['kind'];
  readonly account: Int32Array;
  readonly day: Int32Array;
  readonly value: Float64Array;
}

/**
 * Sorts the metrics of a file and leaves the duplicates out, so that the transaction only has to insert.
 * `pause` lets other work in between metrics and says whether to go on: null = told to stop.
 */
export async function prepareMetrics(
  collected: CollectedRows,
  { status, orders }: ComparedRows,
  pause: () => Promise<boolean>,
): Promise<PreparedMetric[] | null> {
  const layouts = new Map<MetricKeys, Layout>();
  const prepared: PreparedMetric[] = [];
  for (const { name, kind, keys, value } of collected.metrics.values()) {
    if (!(await pause())) return null;
    let layout = layouts.get(keys);
    if (layout === undefined) {
      layout = layOut(keys, orders.get(keys) ?? null, status);
      layouts.set(keys, layout);
    }
    const { positions, account, day } = layout;
    prepared.push({ name, kind, account, day, value: pick(value.view(), positions, Float64Array) });
  }
  return prepared;
}

/** Bytes that the columns of a batch take in the file; its rows of small things are not counted. */
export function columnBytes(metrics: readonly PreparedMetric[], { events }: ComparedRows): number {
  const values = metrics.reduce((sum, { day }) => sum + day.length, 0);
  return values * bytesPerValue + (events?.day.length ?? 0) * bytesPerEvent;
}

/** Account, day, known on and value; account, day, user, event and quantity. */
const bytesPerValue = 4 + 4 + 4 + 8;
const bytesPerEvent = 4 + 4 + 4 + 4 + 8;

/** Writes one batch; the caller holds the transaction. Duplicates are left out. */
export function storeRows(
  database: Database,
  batch: number,
  parts: {
    readonly plan: ImportPlan;
    readonly collected: CollectedRows;
    readonly metrics: readonly PreparedMetric[];
    readonly compared: ComparedRows;
    readonly newIds: readonly string[];
  },
): void {
  const { plan, collected } = parts;
  const { status, events } = parts.compared;
  insertAccounts(database, parts.newIds);
  storeMetrics(database, { batch, plan, metrics: parts.metrics });
  if (events !== null) storeEvents(database, { batch, plan, collected, events });
  const kept = <T>(rows: readonly T[]): T[] => rows.filter((_, i) => status[i] !== DUPLICATE);
  const accounts = kept(collected.accounts);
  insertLives(
    database,
    batch,
    lastOfLives(accounts).flatMap(({ account, startDay, noticeDay, endDay }) =>
      startDay === null ? [] : { account, startDay, noticeDay, endDay, assumedStart: false },
    ),
  );
  insertAttributes(
    database,
    batch,
    accounts.flatMap(({ account, fromDay, attributes }) =>
      attributes.map(([name, value]): AttributeRow => ({ account, name, fromDay, value })),
    ),
  );
  insertOutcomes(database, batch, [
    ...kept(collected.outcomes),
    ...accounts.flatMap((row) => churnOfAccountRow(row) ?? []),
  ]);
  const kind = recordKindOf(plan.kind) ?? 'record';
  insertRecords(
    database,
    batch,
    kept(collected.records).map((record) => ({
      source: plan.source,
      kind,
      entry: null,
      typedDay: null,
      ...record,
    })),
  );
}

/** Rows that only add to the history of attributes say a life again: its last row counts. */
function lastOfLives(rows: readonly AccountRow[]): AccountRow[] {
  return [...new Map(rows.map((row) => [`${row.account} ${row.startDay}`, row])).values()];
}

function storeEvents(
  database: Database,
  {
    batch,
    plan,
    collected,
    events,
  }: {
    readonly batch: number;
    readonly plan: ImportPlan;
    readonly collected: CollectedRows;
    readonly events: EventRows;
  },
): void {
  const { texts } = collected.events;
  insertEventTexts(database, 'event_user', texts.users.newTexts);
  insertEventTexts(database, 'event_name', texts.events.newTexts);
  insertEvents(database, { batch, source: plan.source, lagDays: plan.lagDays }, events);
}

function storeMetrics(
  database: Database,
  {
    batch,
    plan,
    metrics,
  }: { readonly batch: number; readonly plan: ImportPlan; readonly metrics: readonly PreparedMetric[] },
): void {
  if (metrics.length === 0) return;
  const known = new Map(loadMetrics(database).map((metric) => [metric.name, metric]));
  const live = new Set(loadLiveMetrics(database).map((metric) => metric.idx));
  for (const { name, kind, account, day, value } of metrics) {
    const wanted = { name, kind, grain: plan.grain, lagDays: plan.lagDays };
    let stored = known.get(name);
    if (stored === undefined) {
      stored = { ...wanted, idx: insertMetric(database, wanted) };
    } else if (!live.has(stored.idx) && (stored.grain !== plan.grain || stored.kind !== kind)) {
      // Left behind by an undone or replaced import that read the file another way. The lag stays where the grain
      // does: the values left behind are known by it.
      stored = stored.grain === plan.grain ? { ...stored, kind } : { ...wanted, idx: stored.idx };
      updateMetric(database, stored);
    }
    // A file whose lag differs from the metric's own says for each value when it was known.
    const knownOn = stored.lagDays === plan.lagDays ? null : day.map((d) => d + plan.lagDays);
    insertObservations(
      database,
      { batch, metric: stored.idx, order: null },
      { account, day, value, knownOn },
    );
  }
}

interface Layout {
  /** Where each stored observation stands among the collected ones; null = all of them, as they stand. */
  readonly positions: Uint32Array | null;
  readonly account: Int32Array;
  readonly day: Int32Array;
}

function layOut(keys: MetricKeys, order: Uint32Array | null, status: Uint8Array): Layout {
  const positions = keptPositions(keys, order, status);
  return {
    positions,
    account: pick(keys.account.view(), positions, Int32Array),
    day: pick(keys.day.view(), positions, Int32Array),
  };
}

function keptPositions(keys: MetricKeys, order: Uint32Array | null, status: Uint8Array): Uint32Array | null {
  const rows = keys.row.view();
  let isAll = true;
  for (const row of rows) if (status[row] === DUPLICATE) isAll = false;
  if (isAll) return order;
  return (order ?? Uint32Array.from(rows.keys())).filter((i) => status[rows[i]!] !== DUPLICATE);
}

function pick<T extends Int32Array | Float64Array>(
  values: T,
  positions: Uint32Array | null,
  column: new (length: number) => T,
): T {
  if (positions === null) return values;
  const picked = new column(positions.length);
  for (let i = 0; i < positions.length; i++) picked[i] = values[positions[i]!]!;
  return picked;
}
