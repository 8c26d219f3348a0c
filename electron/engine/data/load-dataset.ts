import {
  buildAttributeHistory,
  buildEventSource,
  buildLives,
  buildOutcomes,
  buildRecordSource,
  buildSeries,
} from '../../../shared/measures/build-dataset.ts';
import {
  type AttributeHistory,
  type Dataset,
  type EventSource,
  type MetricSeries,
  NO_DAY,
  type RecordSource,
} from '../../../shared/measures/dataset.ts';
import { eventMetrics } from '../../../shared/measures/roll-up-events.ts';
import { type ContractRole, contractRoles } from '../../../shared/schemas/record-kinds.ts';
import { loadAccountIds } from '../store/account-table.ts';
import { type AttributeRow, accountNameAttribute, churnFlagAttribute } from '../store/attribute-table.ts';
import { loadCurrentObservations } from '../store/chunk-table.ts';
import type { Database } from '../store/database.ts';
import { loadCurrentEvents, loadEventSources, loadEventTexts } from '../store/event-table.ts';
import { loadBatches } from '../store/import-batch-table.ts';
import { loadKnownAttributes } from '../store/known-attributes.ts';
import { loadCurrentLives } from '../store/life-table.ts';
import { loadMetrics } from '../store/metric-table.ts';
import { loadCurrentOutcomes } from '../store/outcome-table.ts';
import { isBackDated, knownOnOf, loadCurrentRecords, type RecordRow } from '../store/record-table.ts';

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
  const events = await loadEvents(database, accountIds.length, yieldNow);
  for (const source of events.values()) {
    await yieldNow();
    for (const input of eventMetrics(source)) {
      // A metric that a file brings under this name keeps it.
      if (!metrics.has(input.name)) metrics.set(input.name, buildSeries(input, accountIds.length));
    }
  }
  await yieldNow();
  const records = groupRecords(loadCurrentRecords(database), accountIds.length);
  await yieldNow();
  const outcomes = loadCurrentOutcomes(database);
  const stored = loadKnownAttributes(database);
  const names = newestTexts(stored.get(accountNameAttribute) ?? [], accountIds.length);
  const flags = stored.get(churnFlagAttribute);
  const attributes = [...stored].filter(([name]) => !name.startsWith('\u0000'));
  return {
    accountIds,
    accountNames: accountIds.map((id, i) => names[i] ?? id),
    lives: buildLives({
      lives: loadCurrentLives(database),
      churns: outcomes.filter((outcome) => outcome.kind === 'churn'),
      reactivations: outcomes.filter((outcome) => outcome.kind === 'reactivation'),
      firstSeen: firstSeenDays(accountIds.length, metrics, records),
    }),
    metrics,
    records,
    events,
    outcomes: buildOutcomes(outcomes, accountIds.length),
    attributes: new Map(attributes.map(([name, rows]) => [name, newestTexts(rows, accountIds.length)])),
    attributeHistory: loadHistory(attributes, accountIds.length),
    contract: loadContract(database),
    snapshotFlag: flags === undefined ? null : readFlags(flags, accountIds.length),
  };
}

/** Buffers to hand over with a dataset instead of copying them. */
export function datasetBuffers(dataset: Dataset): ArrayBuffer[] {
  const parts = [...dataset.metrics.values(), ...dataset.records.values(), ...dataset.events.values()];
  const arrays = parts.flatMap((part) => Object.values(part).filter((value) => ArrayBuffer.isView(value)));
  const buffers = arrays.map((array) => array.buffer);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

async function loadEvents(
  database: Database,
  accountCount: number,
  yieldNow: () => Promise<void>,
): Promise<Map<string, EventSource>> {
  const events = new Map<string, EventSource>();
  const sources = loadEventSources(database);
  const eventNames = sources.length === 0 ? [] : loadEventTexts(database, 'event_name');
  for (const name of sources) {
    await yieldNow();
    const { source: _, ...current } = loadCurrentEvents(database, name);
    events.set(name, buildEventSource({ ...current, name, eventNames }, accountCount));
  }
  return events;
}

/** Rows come by (account, from), undated first: the last of an account is its newest. */
function newestTexts(rows: readonly AttributeRow[], accountCount: number): (string | undefined)[] {
  const values = new Array<string | undefined>(accountCount).fill(undefined);
  for (const row of rows) values[row.account] = row.value === '' ? undefined : row.value;
  return values;
}

function loadHistory(
  attributes: readonly (readonly [string, AttributeRow[]])[],
  accountCount: number,
): Map<string, AttributeHistory> {
  const history = new Map<string, AttributeHistory>();
  for (const [name, rows] of attributes) {
    const dated = rows.flatMap(({ account, fromDay, value }) =>
      fromDay === null ? [] : { account, fromDay, value },
    );
    if (dated.length === 0) continue;
    const undated = rows.filter((row) => row.fromDay === null);
    history.set(name, buildAttributeHistory(dated, newestTexts(undated, accountCount)));
  }
  return history;
}

/** The newest live accounts file that names such a column decides which attribute it is. */
function loadContract(database: Database): Map<ContractRole, string> {
  const contract = new Map<ContractRole, string>();
  for (const { kind, undoneAt, plan } of loadBatches(database)) {
    if (undoneAt !== null || (kind !== 'accounts' && kind !== 'snapshot')) continue;
    for (const { role, name } of plan.columns) {
      const known = contractRoles.find((candidate) => candidate === role);
      if (known !== undefined) contract.set(known, name);
    }
  }
  return contract;
}

function readFlags(rows: readonly AttributeRow[], accountCount: number): Int8Array {
  const flags = new Int8Array(accountCount).fill(-1);
  for (const { account, value } of rows) flags[account] = value === '1' ? 1 : value === '0' ? 0 : -1;
  return flags;
}

export function groupRecords(rows: readonly RecordRow[], accountCount: number): Map<string, RecordSource> {
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
      kind: rows.at(-1)?.kind ?? 'record',
      account: Int32Array.from(rows, (row) => row.account),
      day: Int32Array.from(rows, (row) => row.day),
      knownOn: Int32Array.from(rows, knownOnOf),
      backDated: rows.filter(isBackDated).length,
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
