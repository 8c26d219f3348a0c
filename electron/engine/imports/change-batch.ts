import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Database } from '../store/database.ts';
import { type StoredBatch, setBatchUndone } from '../store/import-batch-table.ts';
import { loadLiveMetrics, loadMetrics, type MetricRow, updateMetric } from '../store/metric-table.ts';
import { numberCell } from '../store/read-cell.ts';

/**
 * Undoes a batch (`at` = when) or brings it back (`at` = null); the caller holds the transaction. A batch is not
 * brought back beside a live one that stores the same metric by another grain: `mappingIncomplete`.
 */
export function changeBatch(database: Database, batch: StoredBatch, at: string | null): Result<StoredBatch> {
  if (at === null) {
    const others = metricsOfAnotherGrain(database, batch);
    const live = new Set(loadLiveMetrics(database).map((metric) => metric.idx));
    const mixed = others.find((metric) => live.has(metric.idx));
    if (mixed !== undefined) {
      return fail('mappingIncomplete', { role: 'metricValue', problem: 'grainDiffers', name: mixed.name });
    }
    const { grain, lagDays } = batch.plan;
    for (const metric of others) updateMetric(database, { ...metric, grain, lagDays });
  }
  setBatchUndone(database, batch.number, at);
  return succeed({ ...batch, undoneAt: at });
}

function metricsOfAnotherGrain(database: Database, { number, plan }: StoredBatch): MetricRow[] {
  const rows = database.all('SELECT DISTINCT metric FROM chunk WHERE batch = ?', [number]);
  const stored = new Set(rows.map((row) => numberCell(row[0])));
  return loadMetrics(database).filter((metric) => stored.has(metric.idx) && metric.grain !== plan.grain);
}
