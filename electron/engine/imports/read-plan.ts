import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { loadAccountIds } from '../store/account-table.ts';
import type { Database } from '../store/database.ts';
import { loadMetrics } from '../store/metric-table.ts';
import type { RejectedRow } from '../store/rejected-row-table.ts';
import type { Task } from '../tasks.ts';
import { AccountBook } from './account-book.ts';
import { RowProblem } from './cell-readers.ts';
import { type CollectedRows, createRowCollector } from './collect-rows.ts';
import { compareRows, DUPLICATE, NEW, REPLACED } from './compare-rows.ts';
import { checkMapping } from './mapping-problem.ts';
import { ProblemLog } from './problem-log.ts';
import { readCsv } from './read-csv.ts';

/** A file read whole under a plan and compared with what is stored; nothing has been written. */
export interface ReadFile {
  readonly collected: CollectedRows;
  readonly status: Uint8Array;
  readonly newIds: readonly string[];
  readonly rejected: readonly RejectedRow[];
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
  readonly unknownAccounts: number;
}

/** Reads a file under a plan. Fails as `readCsv` and `checkMapping` do; a cancel leaves nothing behind. */
export async function readPlan(
  database: Database,
  path: string,
  plan: ImportPlan,
  task: Task,
): Promise<Result<ReadFile>> {
  const mapping = checkMapping(plan, loadMetrics(database));
  if (!mapping.ok) return mapping;
  const book = new AccountBook(loadAccountIds(database));
  const collector = createRowCollector(plan, book);
  const problems = new ProblemLog();
  const unknown = new Set<string>();
  const read = await readCsv({
    path,
    ...plan.read,
    onRows(rows, lines) {
      for (let i = 0; i < rows.length; i++) {
        takeRow(collector.take, rows[i]!, lines[i]!, { problems, unknown });
      }
    },
    onFault: ({ line, reason, column, value }) =>
      problems.add(line, column === null ? '' : columnName(plan, column), reason, value, [value]),
    onProgress: ({ bytesRead, sizeBytes, rows }) =>
      task.progress(rows, Math.round((rows * sizeBytes) / Math.max(1, bytesRead))),
    isCancelled: task.isCancelled,
  });
  if (!read.ok) return read;
  if (plan.unknownAccounts === 'stop' && unknown.size > 0) {
    return fail('unknownAccounts', { count: unknown.size, first: [...unknown][0] ?? '' });
  }
  return succeed(summarise(database, plan, { collected: collector.collected, problems, book, unknown }));
}

function takeRow(
  take: (row: readonly string[], line: number) => void,
  row: readonly string[],
  line: number,
  log: { readonly problems: ProblemLog; readonly unknown: Set<string> },
): void {
  try {
    take(row, line);
  } catch (problem) {
    if (!(problem instanceof RowProblem)) throw problem;
    if (problem.reason === 'unknownAccount') log.unknown.add(problem.value);
    log.problems.add(line, problem.column.name, problem.reason, problem.value, row);
  }
}

function summarise(
  database: Database,
  plan: ImportPlan,
  parts: {
    readonly collected: CollectedRows;
    readonly problems: ProblemLog;
    readonly book: AccountBook;
    readonly unknown: ReadonlySet<string>;
  },
): ReadFile {
  const { collected, problems, book } = parts;
  const status = compareRows(database, collected, plan.source);
  const lines = collected.lines.view();
  const tally = [0, 0, 0, 0];
  for (let row = 0; row < status.length; row++) {
    tally[status[row]!]!++;
    if (status[row] === DUPLICATE) problems.add(lines[row]!, '', 'duplicateRow', '', []);
  }
  const rejected = problems.sorted();
  const rowsKept = status.length - tally[DUPLICATE]!;
  return {
    collected,
    status,
    newIds: book.newIds,
    rejected,
    counts: {
      rowsRead: rowsKept + rejected.length,
      rowsKept,
      rowsReplaced: tally[REPLACED]!,
      rowsUnchanged: rowsKept - tally[NEW]! - tally[REPLACED]!,
      rowsRejected: rejected.length,
      unknownAccounts: parts.unknown.size,
    },
    ...dayRange(collected),
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
    keys.day.view().forEach(see);
  }
  for (const row of [...collected.outcomes, ...collected.records]) see(row.day);
  for (const row of collected.accounts) see(row.startDay);
  return first > last ? { firstDay: null, lastDay: null } : { firstDay: first, lastDay: last };
}

function columnName(plan: ImportPlan, index: number): string {
  return plan.columns.find((column) => column.index === index)?.name ?? `#${index + 1}`;
}
