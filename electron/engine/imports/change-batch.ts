import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { Database } from '../store/database.ts';
import { findReplacement, loadBatch, type StoredBatch, setBatchUndone } from '../store/import-batch-table.ts';
import { loadLiveMetrics, loadMetrics, type MetricRow, updateMetric } from '../store/metric-table.ts';
import { numberCell } from '../store/read-cell.ts';

/**
 * Undoes a batch (`at` = when) or brings it back (`at` = null); the caller holds the transaction. What a batch was
 * imported in the place of comes back when it is undone, and goes again with it. A batch is not brought back beside a
 * live one that stores the same metric by another grain (`mappingIncomplete`) or stands in its place (`batchReplaced`).
 */
export function changeBatch(database: Database, batch: StoredBatch, at: string | null): Result<StoredBatch> {
  const { replaces } = batch.plan;
  const replaced = replaces === undefined ? null : loadBatch(database, replaces);
  if (at === null) {
    const inPlace =
      findReplacement(database, batch.number) ??
      (replaces === undefined ? null : findReplacement(database, replaces));
    if (inPlace !== null) return fail('batchReplaced', { name: inPlace.fileName });
    const now = batch.undoneAt ?? batch.importedAt;
    if (replaced !== null) setBatchUndone(database, replaced.number, replaced.undoneAt ?? now);
    const back = bringBack(database, batch, replaced);
    if (!back.ok && replaced !== null) setBatchUndone(database, replaced.number, replaced.undoneAt);
    return back;
  }
  setBatchUndone(database, batch.number, at);
  if (replaced !== null) {
    const back = bringBack(database, replaced, batch);
    if (!back.ok) {
      setBatchUndone(database, batch.number, batch.undoneAt);
      return back;
    }
  }
  return succeed({ ...batch, undoneAt: at });
}

/** `instead` is the batch that was live in its place: a kind of metric that only it changed is changed back. */
function bringBack(database: Database, batch: StoredBatch, instead: StoredBatch | null): Result<StoredBatch> {
  const stored = metricsOf(database, batch);
  const live = new Set(loadLiveMetrics(database).map((metric) => metric.idx));
  const { grain, lagDays } = batch.plan;
  const mixed = stored.find((metric) => metric.grain !== grain && live.has(metric.idx));
  if (mixed !== undefined) {
    return fail('mappingIncomplete', { role: 'metricValue', problem: 'grainDiffers', name: mixed.name });
  }
  for (const metric of stored) {
    if (live.has(metric.idx)) continue;
    const kind = kindOf(batch.plan, metric.name);
    const isChanged = instead !== null && kind !== null && kindOf(instead.plan, metric.name) !== kind;
    const facts = metric.grain === grain ? {} : { grain, lagDays };
    updateMetric(database, { ...metric, ...facts, ...(isChanged ? { kind } : {}) });
  }
  setBatchUndone(database, batch.number, null);
  return succeed({ ...batch, undoneAt: null });
}

function kindOf(plan: ImportPlan, name: string): MetricRow['kind'] | null {
  const values = plan.columns.filter(({ role }) => role === 'metricValue');
  const column = plan.kind === 'metricsLong' ? values[0] : values.find((value) => value.name === name);
  return column === undefined ? null : (column.metricKind ?? 'flow');
}

function metricsOf(database: Database, { number }: StoredBatch): MetricRow[] {
  const rows = database.all('SELECT DISTINCT metric FROM chunk WHERE batch = ?', [number]);
  const stored = new Set(rows.map((row) => numberCell(row[0])));
  return loadMetrics(database).filter((metric) => stored.has(metric.idx));
}
