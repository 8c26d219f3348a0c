import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { yieldNow } from '../context.ts';
import { loadAccountIds } from '../store/account-table.ts';
import type { Database } from '../store/database.ts';
import { loadLiveMetrics } from '../store/metric-table.ts';
import type { RejectedRow } from '../store/rejected-row-table.ts';
import type { Task } from '../tasks.ts';
import { AccountBook, copyText } from './account-book.ts';
import type { AccountKeys } from './account-keys.ts';
import { columnOf } from './cell-readers.ts';
import { collectFile, fixesOf, mendedRow, type RowsOfFile } from './collect-file.ts';
import type { CollectedRows } from './collect-rows.ts';
import { type ComparedRows, compareRows } from './compare-rows.ts';
import { fileLimit } from './csv-limits.ts';
import { findGoneAccounts } from './gone-accounts.ts';
import { checkMapping } from './mapping-problem.ts';
import type { ProblemLog } from './problem-log.ts';
import { readCsv } from './read-csv.ts';
import { DUPLICATE, NEW, REPLACED } from './row-status.ts';
import { openTextBooks } from './text-book.ts';

/** A file read whole under a plan and compared with what is stored; nothing has been written. */
export interface ReadFile {
  readonly collected: CollectedRows;
  readonly compared: ComparedRows;
  readonly newIds: readonly string[];
  readonly rejected: readonly RejectedRow[];
  /** Rejected lines that the person left out. */
  readonly skipped: ReadonlySet<number>;
  /** Kept lines that the person mended, as they stand now. */
  readonly fixed: ReadonlyMap<number, readonly string[]>;
  readonly counts: RowCounts;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

/** read = kept + rejected; replaced and unchanged are kept rows. */
export interface RowCounts {
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsReplaced: number;
  readonly rowsUnchanged: number;
  readonly rowsRejected: number;
  readonly rowsFixed: number;
  readonly rowsSkipped: number;
  readonly unknownAccounts: number;
  /** Accounts that this file would add. */
  readonly newAccounts: number;
}

/** Repeated rows of which the cells are kept for the export of problem rows; of more, only the lines. */
const REPEATED_ROWS_KEPT = 50_000;
/** Different events of a workspace: each becomes a metric. More is a column of texts, not of events. */
const EVENTS_AT_MOST = 500;

/** Reads a file under a plan. Fails as `readCsv` and `checkMapping` do; a cancel leaves nothing behind. */
export async function readPlan(
  database: Database,
  path: string,
  plan: ImportPlan,
  task: Task,
  keys: AccountKeys | null = null,
): Promise<Result<ReadFile>> {
  if (task.isCancelled()) return fail('cancelled');
  const mapping = checkMapping(plan, loadLiveMetrics(database, plan.replaces));
  if (!mapping.ok) return mapping;
  const book = new AccountBook(loadAccountIds(database), findGoneAccounts(database, plan.replaces), keys);
  const texts = openTextBooks(database);
  const rows = await collectFile(path, plan, { book, texts, task });
  if (!rows.ok) return rows;
  const { collected, problems, unknown } = rows.value;
  if (plan.unknownAccounts === 'stop' && unknown.size > 0) {
    return fail('unknownAccounts', { count: unknown.size, first: [...unknown][0] ?? '' });
  }
  if (task.isCancelled()) return fail('cancelled');
  if (texts.events.size > EVENTS_AT_MOST) {
    return fail('tooManyEvents', { count: texts.events.size, limit: EVENTS_AT_MOST });
  }
  const mixed = findMixedGrain(database, plan, collected);
  if (mixed !== null) return mixed;
  const compared = await compareRows(database, collected, { plan, pause: () => pauseTask(task) });
  if (compared === null) return fail('cancelled');
  const repeated = await logRepeatedRows(path, plan, { collected, status: compared.status, problems });
  if (!repeated.ok) return repeated;
  const rejected = problems.sorted();
  const fixed = keptFixes(rows.value);
  const counts = countRows(compared.status, rows.value, fixed);
  return succeed({
    collected,
    compared,
    newIds: book.newIds,
    rejected,
    skipped: problems.skipped,
    fixed,
    counts: { ...counts, unknownAccounts: unknown.size, newAccounts: book.addedCount },
    ...dayRange(collected),
  });
}

/** Lets other work in; false when the task has been cancelled meanwhile. */
export async function pauseTask(task: Task): Promise<boolean> {
  await yieldNow();
  return !task.isCancelled();
}

/** The names of a long file are known only once it has been read. */
function findMixedGrain(
  database: Database,
  plan: ImportPlan,
  { metrics }: CollectedRows,
): Result<never> | null {
  if (metrics.size === 0) return null;
  const other = loadLiveMetrics(database, plan.replaces).find(
    ({ name, grain }) => metrics.has(name) && grain !== plan.grain,
  );
  if (other === undefined) return null;
  const role = columnOf(plan, 'metricName') === undefined ? 'metricValue' : 'metricName';
  return fail('mappingIncomplete', { role, problem: 'grainDiffers', name: other.name });
}

/** Reports the rows that a later row of the file repeats; their cells are read again, they were not kept. */
async function logRepeatedRows(
  path: string,
  plan: ImportPlan,
  {
    collected,
    status,
    problems,
  }: { readonly collected: CollectedRows; readonly status: Uint8Array; readonly problems: ProblemLog },
): Promise<Result<null>> {
  const lines = collected.lines.view();
  const repeated = lines.filter((_, row) => status[row] === DUPLICATE);
  if (repeated.length === 0) return succeed(null);
  const fixes = fixesOf(plan);
  const cells = new Map<number, readonly string[]>();
  for (const line of repeated.subarray(0, REPEATED_ROWS_KEPT)) cells.set(line, []);
  const read = await readCsv({
    path,
    ...plan.read,
    limitBytes: fileLimit(plan),
    onRows: (rows, rowLines) =>
      rows.forEach((row, i) => {
        const line = rowLines[i]!;
        if (cells.has(line)) cells.set(line, mendedRow(row, fixes.get(line)).map(copyText));
      }),
    onFault: () => {},
  });
  if (!read.ok) return read;
  for (const line of repeated) {
    const row = cells.get(line) ?? [];
    problems.add(line, '', 'duplicateRow', '', row.length > 0 ? row : (fixes.get(line)?.cells ?? []));
  }
  return succeed(null);
}

/** Mended rows that stay: one that a later row repeats is reported like any other. */
function keptFixes({ fixed, problems }: RowsOfFile): ReadonlyMap<number, readonly string[]> {
  if (fixed.size === 0) return fixed;
  const rejected = new Set(problems.rows.map(({ line }) => line));
  return new Map([...fixed].filter(([line]) => !rejected.has(line)));
}

function countRows(
  status: Uint8Array,
  { problems }: RowsOfFile,
  fixed: ReadonlyMap<number, unknown>,
): Omit<RowCounts, 'unknownAccounts' | 'newAccounts'> {
  const tally = [0, 0, 0, 0];
  for (let row = 0; row < status.length; row++) tally[status[row]!]!++;
  const rowsKept = status.length - tally[DUPLICATE]!;
  const rowsRejected = problems.rows.length;
  return {
    rowsRead: rowsKept + rowsRejected,
    rowsKept,
    rowsReplaced: tally[REPLACED]!,
    rowsUnchanged: rowsKept - tally[NEW]! - tally[REPLACED]!,
    rowsRejected,
    rowsFixed: fixed.size,
    rowsSkipped: problems.skipped.size,
  };
}

/** First and last dated day of a file; null when it has no dates. */
function dayRange(collected: CollectedRows): { firstDay: number | null; lastDay: number | null } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const see = (day: number | null): void => {
    if (day === null) return;
    if (day < first) first = day;
    if (day > last) last = day;
  };
  for (const keys of new Set([...collected.metrics.values()].map((metric) => metric.keys))) {
    for (const day of keys.day.view()) see(day);
  }
  for (const day of collected.events.day.view()) see(day);
  for (const row of collected.outcomes) see(row.day);
  for (const row of collected.records) see(row.day);
  for (const row of collected.accounts) see(row.startDay);
  return first > last ? { firstDay: null, lastDay: null } : { firstDay: first, lastDay: last };
}
