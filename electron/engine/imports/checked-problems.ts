import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import { loadAccountIds } from '../store/account-table.ts';
import type { RejectedRow } from '../store/rejected-row-table.ts';
import { AccountBook } from './account-book.ts';
import type { AccountKeys } from './account-keys.ts';
import { RowProblem } from './cell-readers.ts';
import { findShapeFault } from './collect-file.ts';
import { createRowCollector } from './collect-rows.ts';
import { exportProblemRows } from './export-problem-rows.ts';
import { findGoneAccounts } from './gone-accounts.ts';
import { checkMapping } from './mapping-problem.ts';
import type { ReadFile } from './read-plan.ts';
import { emptyTextBooks } from './text-book.ts';

type Answer<C extends Channel> = Result<ChannelOutput<C>>;
type ProblemState = NonNullable<ChannelPayload<'imports.problems'>['state']>;

interface ProblemEntry extends RejectedRow {
  readonly state: ProblemState;
}

/** The problem rows of the one file checked last, all of them, for the grid in which they are mended. */
export interface CheckedProblems {
  hold(
    token: string,
    plan: ImportPlan,
    checked: { readonly read: ReadFile; readonly keys: AccountKeys | null },
  ): void;
  drop(): void;
  page(payload: ChannelPayload<'imports.problems'>): Answer<'imports.problems'>;
  checkRow(payload: ChannelPayload<'imports.checkRow'>): Answer<'imports.checkRow'>;
  exportRows(payload: ChannelPayload<'imports.exportProblems'>): Promise<Answer<'imports.exportProblems'>>;
}

/** Characters of a row that go to the window; what is longer is mended in a spreadsheet. */
const ROW_CHARACTERS_SHOWN = 8000;

export function createCheckedProblems(context: EngineContext): CheckedProblems {
  let held: {
    readonly token: string;
    readonly plan: ImportPlan;
    readonly entries: readonly ProblemEntry[];
    readonly keys: AccountKeys | null;
  } | null = null;
  return {
    hold(token, plan, { read, keys }) {
      held = { token, plan, keys, entries: listEntries(plan, read) };
    },
    drop() {
      held = null;
    },
    page({ token, reason, state, offset, limit }) {
      if (held === null || held.token !== token || !context.files.find(token).ok) return fail('fileMissing');
      const { entries } = held;
      const wanted =
        reason === null && state === null
          ? entries
          : entries.filter(
              (entry) =>
                (reason === null || entry.reason === reason) && (state === null || entry.state === state),
            );
      const rows = wanted.slice(offset, offset + limit).map(toShown);
      return succeed({ total: wanted.length, reasons: countReasons(entries), rows });
    },
    checkRow: (payload) => checkRow(context, payload, held?.keys ?? null),
    async exportRows({ token }) {
      const file = context.files.find(token);
      if (!file.ok) return file;
      if (held === null || held.token !== token) return fail('fileMissing');
      const rows = held.entries.filter(({ state }) => state !== 'fixed');
      return succeed(await exportProblemRows(context, { plan: held.plan, fileName: file.value.name, rows }));
    },
  };
}

/** Rejected and mended rows in the order of the file. */
function listEntries(plan: ImportPlan, { rejected, skipped, fixed }: ReadFile): ProblemEntry[] {
  const entries: ProblemEntry[] = rejected.map((row) => ({
    ...row,
    state: skipped.has(row.line) ? 'skipped' : 'open',
  }));
  for (const { line, column, reason, value } of plan.fixes ?? []) {
    const cells = fixed.get(line);
    if (cells !== undefined) entries.push({ line, column, reason, value, cells, state: 'fixed' });
  }
  return fixed.size === 0 ? entries : entries.sort((a, b) => a.line - b.line);
}

function countReasons(entries: readonly ProblemEntry[]): { reason: string; rows: number }[] {
  const counts = new Map<string, number>();
  for (const { reason } of entries) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, rows]) => ({ reason, rows })).sort((a, b) => b.rows - a.rows);
}

function toShown({ cells, ...entry }: ProblemEntry): ChannelOutput<'imports.problems'>['rows'][number] {
  let left = ROW_CHARACTERS_SHOWN;
  const shown: string[] = [];
  for (const cell of cells) {
    if (cell.length > left) return { ...entry, cells: shown, isCut: true };
    shown.push(cell);
    left -= cell.length;
  }
  return { ...entry, cells: shown, isCut: false };
}

function checkRow(
  context: EngineContext,
  { plan, cells }: ChannelPayload<'imports.checkRow'>,
  keys: AccountKeys | null,
): Answer<'imports.checkRow'> {
  const workspace = requireWorkspace(context);
  if (!workspace.ok) return workspace;
  const mapping = checkMapping(plan, []);
  if (!mapping.ok) return mapping;
  const fault = findShapeFault(cells, plan);
  if (fault !== null)
    return succeed({ problem: { ...fault, value: cells.join(plan.read.delimiter).slice(0, 200) } });
  const { database } = workspace.value;
  const book = new AccountBook(loadAccountIds(database), findGoneAccounts(database, plan.replaces), keys);
  try {
    createRowCollector(plan, book, emptyTextBooks()).take(cells, 1);
    return succeed({ problem: null });
  } catch (problem) {
    if (!(problem instanceof RowProblem)) throw problem;
    const { column, reason, value } = problem;
    return succeed({ problem: { column: column.name, reason, value: value.slice(0, 200) } });
  }
}
