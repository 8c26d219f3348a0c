import type { Dataset, MetricSeries } from '../../../shared/measures/dataset.ts';
import type { DateMarks, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { csvLimits } from '../imports/csv-limits.ts';
import { dayCell, type ExportCell, type ExportTable, exportPlan } from './export-plans.ts';

const marks: Readonly<Record<MetricSeries['grain'], DateMarks>> = {
  day: 'day',
  week: 'weekEnd',
  month: 'monthEnd',
  quarter: 'quarterEnd',
};
/** Longest name of a metric that a long file carries. */
const LONG_NAME = 120;
/** Rows of one file: keeps it far below the limit of an import. */
const ROWS_PER_FILE = 2_000_000;
const COLUMNS_PER_FILE = csvLimits.columns - 2;

/** Values of one metric that are known the same number of days after their day, as columns of their own. */
interface Part {
  readonly series: MetricSeries;
  readonly lagDays: number;
  readonly account: Int32Array;
  readonly day: Int32Array;
  readonly value: Float64Array;
}

/**
 * Metrics over the very same (account, day) share a wide file; the others go to a long file by kind, grain and lag. A
 * blank cell is a value that was looked for and not known, so a wide file never invents one.
 * @param stored names of the metrics that files brought: those rolled up from events are no data of their own
 */
export function metricTables({ accountIds, metrics }: Dataset, stored: ReadonlySet<string>): ExportTable[] {
  const clusters: Part[][] = [];
  const own = [...metrics.values()].filter(({ name }) => stored.has(name));
  for (const part of own.flatMap(partsOf)) {
    const same = clusters.find(([first]) => first !== undefined && haveSameKeys(first, part));
    if (same === undefined || same.length === COLUMNS_PER_FILE) clusters.push([part]);
    else same.push(part);
  }
  const tables: ExportTable[] = [];
  const long = new Map<string, Part[]>();
  for (const cluster of clusters) {
    const { series, lagDays } = cluster[0]!;
    const isLong =
      cluster.length === 1 && series.name.length <= LONG_NAME && series.name.trim() === series.name;
    if (!isLong) {
      tables.push(...wideTables(`metrics-${tables.length + 1}`, cluster, accountIds));
      continue;
    }
    const key = `${series.kind} ${series.grain} ${lagDays}`;
    long.set(key, [...(long.get(key) ?? []), cluster[0]!]);
  }
  for (const parts of long.values()) {
    const name = `metrics-${tables.length + 1}`;
    tables.push(
      ...(parts.length === 1 ? wideTables(name, parts, accountIds) : longTables(name, parts, accountIds)),
    );
  }
  return tables;
}

/** A metric by the days after which its values are known; most have one lag. */
function partsOf(series: MetricSeries): Part[] {
  const account = accountsOf(series);
  const lags = new Set<number>();
  for (let i = 0; i < series.day.length; i++) lags.add(series.knownOn[i]! - series.day[i]!);
  if (lags.size === 1)
    return [{ series, lagDays: [...lags][0]!, account, day: series.day, value: series.value }];
  return [...lags]
    .sort((a, b) => a - b)
    .map((lagDays) => {
      const rows = [...series.day.keys()].filter((i) => series.knownOn[i]! - series.day[i]! === lagDays);
      return {
        series,
        lagDays,
        account: Int32Array.from(rows, (i) => account[i]!),
        day: Int32Array.from(rows, (i) => series.day[i]!),
        value: Float64Array.from(rows, (i) => series.value[i]!),
      };
    });
}

function accountsOf({ offsets, day }: MetricSeries): Int32Array {
  const account = new Int32Array(day.length);
  for (let a = 0; a + 1 < offsets.length; a++) account.fill(a, offsets[a]!, offsets[a + 1]!);
  return account;
}

function haveSameKeys(a: Part, b: Part): boolean {
  return (
    a.series.grain === b.series.grain &&
    a.lagDays === b.lagDays &&
    a.day.length === b.day.length &&
    a.day.every((day, i) => day === b.day[i] && a.account[i] === b.account[i])
  );
}

function wideTables(name: string, parts: readonly Part[], ids: readonly string[]): ExportTable[] {
  const { series, lagDays, account, day } = parts[0]!;
  const plan = exportPlan(
    'metricsWide',
    [
      { role: 'accountId', name: 'account_id' },
      { role: 'date', name: 'date' },
      ...parts.map((part) => ({
        role: 'metricValue' as const,
        name: part.series.name,
        metricKind: part.series.kind,
      })),
    ],
    metricPlan(series, lagDays),
  );
  return inFiles(name, plan, day.length, function* (from, to) {
    for (let i = from; i < to; i++) {
      yield [ids[account[i]!]!, dayCell(day[i]!), ...parts.map((part) => part.value[i]!)];
    }
  });
}

function longTables(name: string, parts: readonly Part[], ids: readonly string[]): ExportTable[] {
  const { series, lagDays } = parts[0]!;
  const plan = exportPlan(
    'metricsLong',
    [
      { role: 'accountId', name: 'account_id' },
      { role: 'date', name: 'date' },
      { role: 'metricName', name: 'metric' },
      { role: 'metricValue', name: 'value', metricKind: series.kind },
    ],
    metricPlan(series, lagDays),
  );
  const total = parts.reduce((sum, part) => sum + part.day.length, 0);
  return inFiles(name, plan, total, function* (from, to) {
    let start = 0;
    for (const part of parts) {
      const end = start + part.day.length;
      for (let i = Math.max(from, start); i < Math.min(to, end); i++) {
        const at = i - start;
        const id = ids[part.account[at]!]!;
        yield [id, dayCell(part.day[at]!), part.series.name, part.value[at]!];
      }
      start = end;
    }
  });
}

function metricPlan({ grain }: MetricSeries, lagDays: number): Partial<ImportPlan> {
  return { grain, lagDays, dateMarks: marks[grain] };
}

/** A table in files of at most `ROWS_PER_FILE` rows. */
function inFiles(
  name: string,
  plan: ImportPlan,
  total: number,
  rows: (from: number, to: number) => Generator<readonly ExportCell[]>,
): ExportTable[] {
  const tables: ExportTable[] = [];
  for (let from = 0; from < total; from += ROWS_PER_FILE) {
    const to = Math.min(total, from + ROWS_PER_FILE);
    const part = from === 0 ? '' : `-${from / ROWS_PER_FILE + 1}`;
    tables.push({ name: `${name}-${plan.grain}${part}.csv`, plan, rows: () => rows(from, to) });
  }
  return tables;
}
