import type { FindingKind } from '../../../shared/audit/finding.ts';
import { upperBound } from '../../../shared/measures/dataset.ts';
import { int32Of } from '../store/column-blob.ts';
import type { Database, SqlValue } from '../store/database.ts';
import { loadMetrics } from '../store/metric-table.ts';
import { blobCell, numberCell, numberOrNull, textCell } from '../store/read-cell.ts';
import type { AuditedRow } from './audit-data.ts';

const metricKinds: ReadonlySet<FindingKind> = new Set([
  'usageAfterChurn',
  'usageBeforeStart',
  'constantMetric',
  'futureDates',
  'accountGaps',
]);
const recordKinds: ReadonlySet<FindingKind> = new Set([
  'duplicateRecords',
  'closedBeforeOpened',
  'futureDates',
]);
const attributeKinds: ReadonlySet<FindingKind> = new Set(['naText', 'flagContradiction', 'undatedAttribute']);
const lifeKinds: ReadonlySet<FindingKind> = new Set([
  'churnBeforeStart',
  'noticeAfterEnd',
  'outcomesAfterUsage',
  'reactivations',
]);
const live = 'JOIN import_batch AS b ON b.number = t.batch AND b.undoneAt IS NULL';

/** Where a row comes from: a file's name, or by hand; neither where no one import says it. */
export interface RowOrigin {
  readonly file: string;
  readonly byHand: boolean;
}

interface FoundPage {
  readonly kind: FindingKind;
  readonly subject: string;
  readonly rows: readonly AuditedRow[];
}

const unknown: RowOrigin = { file: '', byHand: false };

/** The import each row of a finding came from: the newest live one that says it. */
export async function findFiles(
  database: Database,
  { kind, subject, rows }: FoundPage,
  yieldNow: () => Promise<void>,
): Promise<RowOrigin[]> {
  const metric = loadMetrics(database).find(({ name }) => name === subject);
  if (metric !== undefined && metricKinds.has(kind)) {
    return originsOfValues(database, metric.idx, rows, { byOtherDay: kind === 'accountGaps', yieldNow });
  }
  const origins = rows.map(() => unknown);
  for (const table of tablesOf(kind, subject)) {
    const found = originsOfRows(database, table, rows);
    rows.forEach((row, i) => {
      origins[i] = found.get(keyOf(row.account, table.dayColumn === null ? null : row.day)) ?? origins[i]!;
    });
  }
  return origins;
}

interface SearchedTable {
  readonly name: 'life' | 'outcome' | 'record' | 'attribute_value';
  /** The column that holds the row's day; null = any row of the account. */
  readonly dayColumn: 'day' | null;
  readonly filter: string;
  readonly values: readonly string[];
}

/** Tables to look in, the one that has the last word at the end. */
function tablesOf(kind: FindingKind, subject: string): SearchedTable[] {
  if (recordKinds.has(kind) && subject !== '') {
    return [{ name: 'record', dayColumn: 'day', filter: 'AND t.source = ?', values: [subject] }];
  }
  if (attributeKinds.has(kind)) {
    return [{ name: 'attribute_value', dayColumn: null, filter: 'AND t.name = ?', values: [subject] }];
  }
  const outcome: SearchedTable = { name: 'outcome', dayColumn: 'day', filter: '', values: [] };
  if (kind === 'churnOutsideLife') return [outcome];
  // An end may come from either; an outcome of that day has the last word.
  if (lifeKinds.has(kind) || kind === 'futureDates') {
    return [{ name: 'life', dayColumn: null, filter: '', values: [] }, outcome];
  }
  return [];
}

function originsOfRows(
  database: Database,
  { name, dayColumn, filter, values }: SearchedTable,
  rows: readonly AuditedRow[],
): Map<string, RowOrigin> {
  const accounts = JSON.stringify([...new Set(rows.map((row) => row.account))]);
  const day = dayColumn === null ? 'NULL' : `t.${dayColumn}`;
  const found = database.all(
    `SELECT t.account, ${day}, b.fileName, b.kind FROM ${name} AS t ${live}
     WHERE t.account IN (SELECT value FROM json_each(?)) ${filter} ORDER BY b.number`,
    [accounts, ...values],
  );
  return new Map(
    found.map((row) => [keyOf(numberCell(row[0]), numberOrNull(row[1])), originOf(row[2], row[3])]),
  );
}

function keyOf(account: number, day: number | null): string {
  return `${account} ${day}`;
}

/** A batch of entries by hand is named after its account. */
function originOf(fileName: SqlValue | undefined, kind: SqlValue | undefined): RowOrigin {
  return kind === 'manual' ? { file: '', byHand: true } : { file: textCell(fileName), byHand: false };
}

/** Looks each (account, day) up in the chunks of the metric, newest import first. A gap is known by what follows it. */
async function originsOfValues(
  database: Database,
  metric: number,
  rows: readonly AuditedRow[],
  how: { readonly byOtherDay: boolean; readonly yieldNow: () => Promise<void> },
): Promise<RowOrigin[]> {
  const origins = rows.map(() => unknown);
  const parts = database.all(
    `SELECT t.batch, t.part, b.fileName, b.kind FROM chunk AS t ${live}
     WHERE t.metric = ? ORDER BY t.batch DESC, t.part`,
    [metric],
  );
  for (const part of parts) {
    if (!origins.includes(unknown)) break;
    await how.yieldNow();
    const columns = database.first(
      'SELECT account, day FROM chunk WHERE batch = ? AND metric = ? AND part = ?',
      [numberCell(part[0]), metric, numberCell(part[1])],
    );
    if (columns === undefined) continue;
    const account = int32Of(blobCell(columns[0]));
    const day = int32Of(blobCell(columns[1]));
    rows.forEach((row, i) => {
      const on = how.byOtherDay ? row.otherDay : row.day;
      if (origins[i] !== unknown || on === null || !holds(account, day, row.account, on)) return;
      origins[i] = originOf(part[2], part[3]);
    });
  }
  return origins;
}

function holds(account: Int32Array, day: Int32Array, wanted: number, on: number): boolean {
  const from = upperBound(account, wanted - 1, 0, account.length);
  const to = upperBound(account, wanted, from, account.length);
  const at = upperBound(day, on, from, to) - 1;
  return at >= from && day[at] === on;
}
