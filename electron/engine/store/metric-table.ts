import { type Grain, grains, type MetricKind, metricKinds } from '../../../shared/schemas/measure.ts';
import type { Database } from './database.ts';
import { numberCell, textCell } from './read-cell.ts';

export interface MetricRow {
  readonly idx: number;
  readonly name: string;
  readonly kind: MetricKind;
  readonly grain: Grain;
  readonly lagDays: number;
}

export function loadMetrics(database: Database): MetricRow[] {
  return database.all('SELECT idx, name, kind, grain, lagDays FROM metric ORDER BY idx').map((row) => {
    const kind = metricKinds.find((known) => known === row[2]);
    const grain = grains.find((known) => known === row[3]);
    if (kind === undefined || grain === undefined) throw new Error('unknown kind or grain of a metric');
    return { idx: numberCell(row[0]), name: textCell(row[1]), kind, grain, lagDays: numberCell(row[4]) };
  });
}

/** Returns the index of the new metric. Indices are never reused. */
export function insertMetric(database: Database, metric: Omit<MetricRow, 'idx'>): number {
  const idx = numberCell(database.first('SELECT coalesce(max(idx), -1) + 1 FROM metric')?.[0]);
  database.run('INSERT INTO metric (idx, name, kind, grain, lagDays) VALUES (?, ?, ?, ?, ?)', [
    idx,
    metric.name,
    metric.kind,
    metric.grain,
    metric.lagDays,
  ]);
  return idx;
}

export function setMetricKind(database: Database, idx: number, kind: MetricKind): boolean {
  return database.run('UPDATE metric SET kind = ? WHERE idx = ?', [kind, idx]) === 1;
}

/**
 * Metrics with a value in a live import; the others are what undone imports left behind.
 * `without` is the number of a batch that counts as undone: it is about to be replaced.
 */
export function loadLiveMetrics(database: Database, without = 0): MetricRow[] {
  const rows = database.all(
    `SELECT DISTINCT c.metric FROM chunk AS c
     JOIN import_batch AS b ON b.number = c.batch AND b.undoneAt IS NULL AND b.number <> ?`,
    [without],
  );
  const live = new Set(rows.map((row) => numberCell(row[0])));
  return loadMetrics(database).filter((metric) => live.has(metric.idx));
}

export function updateMetric(database: Database, metric: MetricRow): void {
  database.run('UPDATE metric SET kind = ?, grain = ?, lagDays = ? WHERE idx = ?', [
    metric.kind,
    metric.grain,
    metric.lagDays,
    metric.idx,
  ]);
}
