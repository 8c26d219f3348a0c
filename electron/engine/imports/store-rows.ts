import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { insertAccounts } from '../store/account-table.ts';
import { type AttributeRow, insertAttributes } from '../store/attribute-table.ts';
import { insertObservations } from '../store/chunk-table.ts';
import type { Database } from '../store/database.ts';
import { insertLives } from '../store/life-table.ts';
import { insertMetric, loadMetrics, type MetricRow } from '../store/metric-table.ts';
import { insertOutcomes } from '../store/outcome-table.ts';
import { insertRecords } from '../store/record-table.ts';
import type { CollectedRows, MetricCells, MetricKeys } from './collect-rows.ts';
import { DUPLICATE, orderOfKeys } from './compare-rows.ts';

/** Writes the collected rows of one batch, duplicates left out. The caller holds the transaction. */
export function storeRows(
  database: Database,
  batch: number,
  parts: {
    readonly plan: ImportPlan;
    readonly collected: CollectedRows;
    readonly status: Uint8Array;
    readonly newIds: readonly string[];
  },
): void {
  const { plan, collected, status } = parts;
  insertAccounts(database, parts.newIds);
  storeMetrics(database, batch, parts);
  const kept = <T>(rows: readonly T[]): T[] => rows.filter((_, i) => status[i] !== DUPLICATE);
  const accounts = kept(collected.accounts);
  insertLives(
    database,
    batch,
    accounts.flatMap(({ account, startDay, noticeDay, endDay }) =>
      startDay === null ? [] : { account, startDay, noticeDay, endDay, assumedStart: false },
    ),
  );
  insertAttributes(
    database,
    batch,
    accounts.flatMap(({ account, attributes }) =>
      attributes.map(([name, value]): AttributeRow => ({ account, name, fromDay: null, value })),
    ),
  );
  insertOutcomes(database, batch, kept(collected.outcomes));
  insertRecords(
    database,
    batch,
    kept(collected.records).map((record) => ({ source: plan.source, ...record })),
  );
}

function storeMetrics(
  database: Database,
  batch: number,
  { plan, collected, status }: Parameters<typeof storeRows>[2],
): void {
  const known = new Map(loadMetrics(database).map((metric) => [metric.name, metric]));
  const shared = new Map<MetricKeys, { keep: Uint32Array | null; order: Uint32Array | null }>();
  for (const metric of collected.metrics.values()) {
    let layout = shared.get(metric.keys);
    if (layout === undefined) {
      const keep = keptPositions(metric.keys, status);
      layout = { keep, order: keep === null ? orderOfKeys(metric.keys) : null };
      shared.set(metric.keys, layout);
    }
    const stored = known.get(metric.name);
    const idx = stored?.idx ?? insertMetric(database, metricRow(metric, plan));
    const observations = cutObservations(metric, layout.keep, stored, plan);
    const target = { batch, metric: idx };
    insertObservations(
      database,
      layout.keep === null ? { ...target, order: layout.order } : target,
      observations,
    );
  }
}

function metricRow(metric: MetricCells, plan: ImportPlan): Omit<MetricRow, 'idx'> {
  return { name: metric.name, kind: metric.kind, grain: plan.grain, lagDays: plan.lagDays };
}

/** A file whose lag differs from the metric's own says for each value when it was known. */
function cutObservations(
  metric: MetricCells,
  keep: Uint32Array | null,
  stored: MetricRow | undefined,
  plan: ImportPlan,
) {
  const { account, day } = metric.keys;
  const pick = <T extends Int32Array | Float64Array>(values: T, empty: T): T => {
    if (keep === null) return values;
    for (let i = 0; i < keep.length; i++) empty[i] = values[keep[i]!]!;
    return empty;
  };
  const size = keep?.length ?? 0;
  const days = pick(day.view(), new Int32Array(size));
  const lagDiffers = stored !== undefined && stored.lagDays !== plan.lagDays;
  return {
    account: pick(account.view(), new Int32Array(size)),
    day: days,
    value: pick(metric.value.view(), new Float64Array(size)),
    knownOn: lagDiffers ? days.map((d) => d + plan.lagDays) : null,
  };
}

/** Positions of the observations that are stored; null = all of them. */
function keptPositions(keys: MetricKeys, status: Uint8Array): Uint32Array | null {
  const rows = keys.row.view();
  let isAll = true;
  for (const row of rows) if (status[row] === DUPLICATE) isAll = false;
  if (isAll) return null;
  return Uint32Array.from(rows.keys()).filter((i) => status[rows[i]!] !== DUPLICATE);
}
