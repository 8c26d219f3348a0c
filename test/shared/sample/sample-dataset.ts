import { emptyDataset } from '../../../shared/measures/build-dataset.ts';
import {
  buildMetricRange,
  type Dataset,
  type MetricSeries,
  NO_DAY,
  type RecordSource,
} from '../../../shared/measures/dataset.ts';
import type { SampleFile } from '../../../shared/sample/generate-sample.ts';
import { sampleImportPlan } from '../../../shared/sample/sample-import-plan.ts';
import type { SampleLanguage } from '../../../shared/sample/sample-words.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { recordKindOf } from '../../../shared/schemas/record-kinds.ts';
import { type CsvRow, parseCsv, toDay } from './sample-panel.ts';

interface Planned {
  plan: ImportPlan;
  rows: CsvRow[];
}

/** The sample as the engine would hold it, read by its import plans with plain loops. */
export function sampleDataset(files: readonly SampleFile[], language: SampleLanguage): Dataset {
  const planned = files.map((file) => ({
    plan: sampleImportPlan(file.fileName, language)!,
    rows: parseCsv(file.text),
  }));
  const accounts = planned.find(({ plan }) => plan.kind === 'accounts')!;
  const outcomes = planned.find(({ plan }) => plan.kind === 'outcomes')!;
  const ids = column(accounts, 'accountId');
  const churned = new Map(column(outcomes, 'accountId').map((id, i) => [id, i]));
  const dayOfChurn = (role: string, id: string) => {
    const text = churned.has(id) ? column(outcomes, role)[churned.get(id)!] : '';
    return text ? toDay(text) : NO_DAY;
  };
  return {
    ...emptyDataset(ids),
    accountNames: column(accounts, 'accountName'),
    lives: {
      offsets: Int32Array.from({ length: ids.length + 1 }, (_, i) => i),
      account: Int32Array.from(ids, (_, i) => i),
      startDay: Int32Array.from(column(accounts, 'startOn'), toDay),
      noticeDay: Int32Array.from(ids, (id) => dayOfChurn('noticeOn', id)),
      endDay: Int32Array.from(ids, (id) => dayOfChurn('outcomeOn', id)),
      assumedStart: new Uint8Array(ids.length),
    },
    metrics: new Map(
      planned.flatMap((file) => readMetrics(file, ids)).map((series) => [series.name, series]),
    ),
    records: new Map(
      planned
        .filter(({ plan }) => recordKindOf(plan.kind) !== null)
        .map((file) => [file.plan.source, readRecords(file, ids)]),
    ),
  };
}

function readMetrics(file: Planned, ids: readonly string[]): MetricSeries[] {
  const { plan, rows } = file;
  if (plan.kind !== 'metricsWide' && plan.kind !== 'metricsLong') return [];
  const day = Int32Array.from(column(file, 'date'), (text) =>
    plan.grain === 'month' ? endOfMonth(text) : toDay(text),
  );
  const offsets = offsetsOf(column(file, 'accountId'), ids);
  return plan.columns
    .filter(({ role }) => role === 'metricValue')
    .map((metric) => ({
      name: plan.kind === 'metricsLong' ? column(file, 'metricName')[0]! : metric.name,
      kind: metric.metricKind!,
      grain: plan.grain,
      lagDays: 0,
      offsets,
      day,
      value: Float64Array.from(rows, (row) => Number(row[metric.name])),
      knownOn: day,
      range: buildMetricRange(day, day),
    }));
}

function readRecords(file: Planned, ids: readonly string[]): RecordSource {
  const day = Int32Array.from(column(file, 'date'), toDay);
  const hasClosedDay = file.plan.columns.some(({ role }) => role === 'closedOn');
  const closed = hasClosedDay ? column(file, 'closedOn') : [];
  return {
    name: file.plan.source,
    kind: recordKindOf(file.plan.kind)!,
    knownOn: day,
    backDated: 0,
    offsets: offsetsOf(column(file, 'accountId'), ids),
    day,
    closedDay: Int32Array.from(day, (_, i) => (closed[i] ? toDay(closed[i]!) : NO_DAY)),
    hasClosedDay,
    columns: new Map(
      file.plan.columns
        .filter(({ role }) => !['accountId', 'date', 'closedOn'].includes(role))
        .map(({ name, role }) => [role === 'recordColumn' ? name : role, file.rows.map((row) => row[name]!)]),
    ),
    range: buildMetricRange(day, day),
  };
}

function column({ plan, rows }: Planned, role: string): string[] {
  const { name } = plan.columns.find((candidate) => candidate.role === role)!;
  return rows.map((row) => row[name]!);
}

/** Rows are sorted by account already: every file follows the accounts' order. */
function offsetsOf(rowIds: readonly string[], ids: readonly string[]): Int32Array {
  const counts = new Map<string, number>();
  for (const id of rowIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  const offsets = new Int32Array(ids.length + 1);
  ids.forEach((id, i) => {
    offsets[i + 1] = offsets[i]! + (counts.get(id) ?? 0);
  });
  return offsets;
}

function endOfMonth(yearMonth: string): number {
  const [year, month] = yearMonth.split('-').map(Number) as [number, number];
  return Date.UTC(year, month, 0) / 86_400_000;
}
