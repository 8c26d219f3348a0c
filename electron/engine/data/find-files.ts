import type { FindingKind } from '../../../shared/audit/finding.ts';
import { upperBound } from '../../../shared/measures/dataset.ts';
import { int32Of } from '../store/column-blob.ts';
import type { Database } from '../store/database.ts';
import { loadMetrics } from '../store/metric-table.ts';
import { blobCell, numberCell, textCell } from '../store/read-cell.ts';
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

/** The file each row of a finding came from: the newest live import that says it; empty where none says it alone. */
export async function findFiles(
  database: Database,
  {
    kind,
    subject,
    rows,
  }: { readonly kind: FindingKind; readonly subject: string; readonly rows: readonly AuditedRow[] },
  yieldNow: () => Promise<void>,
): Promise<string[]> {
  const metric = loadMetrics(database).find(({ name }) => name === subject);
  if (metric !== undefined && metricKinds.has(kind)) {
    return filesOfValues(database, metric.idx, rows, kind === 'accountGaps', yieldNow);
  }
  const table = tableOf(kind, subject);
  if (table === null) return rows.map(() => '');
  const files = new Map<number, string>();
  for (const name of table.names) {
    for (const [account, file] of filesOfAccounts(database, { ...table, name }, rows))
      files.set(account, file);
  }
  return rows.map((row) => files.get(row.account) ?? '');
}

function tableOf(
  kind: FindingKind,
  subject: string,
): { names: string[]; filter: string; values: string[] } | null {
  if (recordKinds.has(kind) && subject !== '') {
    return { names: ['record'], filter: 'AND t.source = ?', values: [subject] };
  }
  if (attributeKinds.has(kind))
    return { names: ['attribute_value'], filter: 'AND t.name = ?', values: [subject] };
  if (kind === 'churnOutsideLife') return { names: ['outcome'], filter: '', values: [] };
  // An end may come from either; the outcome file has the last word.
  if (lifeKinds.has(kind) || kind === 'futureDates')
    return { names: ['life', 'outcome'], filter: '', values: [] };
  return null;
}

function filesOfAccounts(
  database: Database,
  {
    name,
    filter,
    values,
  }: { readonly name: string; readonly filter: string; readonly values: readonly string[] },
  rows: readonly AuditedRow[],
): [number, string][] {
  const accounts = JSON.stringify([...new Set(rows.map((row) => row.account))]);
  const found = database.all(
    `SELECT t.account, b.fileName FROM ${name} AS t ${live}
     WHERE t.account IN (SELECT value FROM json_each(?)) ${filter} GROUP BY t.account, b.number ORDER BY b.number`,
    [accounts, ...values],
  );
  return found.map((row) => [numberCell(row[0]), textCell(row[1])]);
}

/** Looks each (account, day) up in the chunks of the metric, newest import first. A gap is known by what follows it. */
async function filesOfValues(
  database: Database,
  metric: number,
  rows: readonly AuditedRow[],
  byOtherDay: boolean,
  yieldNow: () => Promise<void>,
): Promise<string[]> {
  const files = rows.map(() => '');
  const parts = database.all(
    `SELECT t.batch, t.part, b.fileName FROM chunk AS t ${live} WHERE t.metric = ? ORDER BY t.batch DESC, t.part`,
    [metric],
  );
  for (const part of parts) {
    if (!files.includes('')) break;
    await yieldNow();
    const columns = database.first(
      'SELECT account, day FROM chunk WHERE batch = ? AND metric = ? AND part = ?',
      [numberCell(part[0]), metric, numberCell(part[1])],
    );
    if (columns === undefined) continue;
    const account = int32Of(blobCell(columns[0]));
    const day = int32Of(blobCell(columns[1]));
    rows.forEach((row, i) => {
      const on = byOtherDay ? row.otherDay : row.day;
      if (files[i] === '' && on !== null && holds(account, day, row.account, on))
        files[i] = textCell(part[2]);
    });
  }
  return files;
}

function holds(account: Int32Array, day: Int32Array, wanted: number, on: number): boolean {
  const from = upperBound(account, wanted - 1, 0, account.length);
  const to = upperBound(account, wanted, from, account.length);
  const at = upperBound(day, on, from, to) - 1;
  return at >= from && day[at] === on;
}
