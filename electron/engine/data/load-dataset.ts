import {
  buildLives,
  buildOutcomes,
  buildRecordSource,
  buildSeries,
} from '../../../shared/measures/build-dataset.ts';
import {
  type Dataset,
  type MetricSeries,
  NO_DAY,
  type RecordSource,
} from '../../../shared/measures/dataset.ts';
import { loadAccountIds } from '../store/account-table.ts';
import { accountNameAttribute, loadCurrentAttributes } from '../store/attribute-table.ts';
import { loadCurrentObservations } from '../store/chunk-table.ts';
import type { Database } from '../store/database.ts';
import { loadCurrentLives } from '../store/life-table.ts';
import { loadMetrics } from '../store/metric-table.ts';
import { loadCurrentOutcomes } from '../store/outcome-table.ts';
import { loadCurrentRecords, type RecordRow } from '../store/record-table.ts';

/** Reads all live data into columns. Lets other work in between metrics, so no task holds the engine for long. */
export async function loadDataset(database: Database, yieldNow: () => Promise<void>): Promise<Dataset> {
  const accountIds = loadAccountIds(database);
  const metrics = new Map<string, MetricSeries>();
  for (const metric of loadMetrics(database)) {
    await yieldNow();
    const current = loadCurrentObservations(database, metric);
    if (current.account.length === 0) continue;
    metrics.set(metric.name, buildSeries({ ...metric, ...current }, accountIds.length));
  }
  await yieldNow();
  const records = groupRecords(loadCurrentRecords(database), accountIds.length);
  await yieldNow();
  const outcomes = loadCurrentOutcomes(database);
  const attributes = loadAttributes(database, accountIds.length);
  const names = attributes.get(accountNameAttribute);
  attributes.delete(accountNameAttribute);
  return {
    accountIds,
    accountNames: accountIds.map((id, i) => names?.[i] ?? id),
    lives: buildLives({
      lives: loadCurrentLives(database),
      churns: outcomes.filter((outcome) => outcome.kind === 'churn'),
      reactivations: outcomes.filter((outcome) => outcome.kind === 'reactivation'),
      firstSeen: firstSeenDays(accountIds.length, metrics, records),
    }),
    metrics,
    records,
    attributes,
    outcomes: buildOutcomes(outcomes, accountIds.length),
  };
}

/** Buffers to hand over with a dataset instead of copying them. */
export function datasetBuffers(dataset: Dataset): ArrayBuffer[] {
  const arrays = [...dataset.metrics.values(), ...dataset.records.values()].flatMap((part) =>
    Object.values(part).filter((value) => ArrayBuffer.isView(value)),
  );
  const buffers = arrays.map((array) => array.buffer);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

function loadAttributes(database: Database, accountCount: number): Map<string, (string | undefined)[]> {
  const attributes = new Map<string, (string | undefined)[]>();
  for (const [name, rows] of loadCurrentAttributes(database)) {
    const values = new Array<string | undefined>(accountCount).fill(undefined);
    for (const row of rows) values[row.account] = row.value === '' ? undefined : row.value;
    attributes.set(name, values);
  }
  return attributes;
}

function groupRecords(rows: readonly RecordRow[], accountCount: number): Map<string, RecordSource> {
  const bySource = new Map<string, RecordRow[]>();
  for (const row of rows) {
    const known = bySource.get(row.source);
    if (known === undefined) bySource.set(row.source, [row]);
    else known.push(row);
  }
  return new Map([...bySource].map(([name, source]) => [name, recordColumns(name, source, accountCount)]));
}

function recordColumns(name: string, rows: readonly RecordRow[], accountCount: number): RecordSource {
  const columns = new Map<string, string[]>();
  rows.forEach((row, i) => {
    for (const [column, value] of row.cells) {
      let cells = columns.get(column);
      if (cells === undefined) {
        cells = new Array<string>(rows.length).fill('');
        columns.set(column, cells);
      }
      cells[i] = value;
    }
  });
  return buildRecordSource(
    {
      name,
      account: Int32Array.from(rows, (row) => row.account),
      day: Int32Array.from(rows, (row) => row.day),
      closedDay: Int32Array.from(rows, (row) => row.closedDay ?? NO_DAY),
      hasClosedDay: rows.some((row) => row.closedDay !== null),
      columns,
    },
    accountCount,
  );
}

function firstSeenDays(
  accountCount: number,
  metrics: ReadonlyMap<string, MetricSeries>,
  records: ReadonlyMap<string, RecordSource>,
): Int32Array {
  const first = new Int32Array(accountCount).fill(NO_DAY);
  for (const part of [...metrics.values(), ...records.values()]) {
    for (let a = 0; a < accountCount; a++) {
      const from = part.offsets[a]!;
      if (from < part.offsets[a + 1]!) first[a] = Math.min(first[a]!, part.day[from]!);
    }
  }
  return first;
}
