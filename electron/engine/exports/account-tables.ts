import { type Dataset, NO_DAY } from '../../../shared/measures/dataset.ts';
import { csvLimits } from '../imports/csv-limits.ts';
import type { OutcomeRow } from '../store/outcome-table.ts';
import { dayCell, type ExportCell, type ExportTable, exportPlan } from './export-plans.ts';

/** Columns of an accounts file that are no attribute. */
const FIXED_COLUMNS = 5;
const ATTRIBUTES_PER_FILE = csvLimits.columns - FIXED_COLUMNS;

/** Accounts in the order of their indices, one row a life that a file or a reactivation gave; attributes on each row. */
export function accountTables(dataset: Dataset, isLive: (account: number) => boolean): ExportTable[] {
  const attributes = [...dataset.attributes];
  const tables: ExportTable[] = [];
  for (let start = 0; start === 0 || start < attributes.length; start += ATTRIBUTES_PER_FILE) {
    const part = attributes.slice(start, start + ATTRIBUTES_PER_FILE);
    const plan = exportPlan('accounts', [
      { role: 'accountId', name: 'account_id' },
      { role: 'accountName', name: 'account_name' },
      { role: 'startOn', name: 'start_date' },
      { role: 'noticeOn', name: 'notice_date' },
      { role: 'endOn', name: 'churn_date' },
      ...part.map(([name]) => ({ role: 'attribute' as const, name })),
    ]);
    const name = start === 0 ? 'accounts.csv' : `accounts-${start / ATTRIBUTES_PER_FILE + 1}.csv`;
    tables.push({ name, plan, rows: () => accountRows(dataset, isLive, part) });
  }
  return tables;
}

function* accountRows(
  { accountIds, accountNames, lives }: Dataset,
  isLive: (account: number) => boolean,
  attributes: readonly (readonly [string, readonly (string | undefined)[]])[],
): Generator<readonly ExportCell[]> {
  for (let account = 0; account < accountIds.length; account++) {
    if (!isLive(account)) continue;
    const id = accountIds[account]!;
    const name = accountNames[account] === id ? null : accountNames[account]!;
    const texts = attributes.map(([, values]) => values[account] ?? null);
    let written = 0;
    for (let life = lives.offsets[account]!; life < lives.offsets[account + 1]!; life++) {
      if (lives.assumedStart[life] === 1) continue;
      const dates = [lives.startDay[life]!, lives.noticeDay[life]!, lives.endDay[life]!];
      yield [id, name, ...dates.map((day) => dayCell(day, NO_DAY)), ...texts];
      written++;
    }
    if (written === 0) yield [id, name, null, null, null, ...texts];
  }
}

/** All dated outcomes with what their files said. */
export function outcomeTables(
  ids: readonly string[],
  outcomes: readonly OutcomeRow[],
  completeUntil: number | null,
): ExportTable[] {
  if (outcomes.length === 0) return [];
  const plan = exportPlan(
    'outcomes',
    [
      { role: 'accountId', name: 'account_id' },
      { role: 'outcomeOn', name: 'outcome_date' },
      { role: 'outcomeKind', name: 'outcome' },
      { role: 'noticeOn', name: 'notice_date' },
      { role: 'voluntary', name: 'voluntary' },
      { role: 'amount', name: 'amount' },
      { role: 'reason', name: 'reason' },
    ],
    { completeUntil },
  );
  return [{ name: 'outcomes.csv', plan, rows: () => outcomes.map((row) => outcomeCells(ids, row)) }];
}

function outcomeCells(ids: readonly string[], row: OutcomeRow): ExportCell[] {
  const voluntary = row.voluntary === null ? null : row.voluntary ? 'yes' : 'no';
  const dates = [dayCell(row.day), row.kind, dayCell(row.noticeDay)];
  return [ids[row.account]!, ...dates, voluntary, row.amount, row.reason];
}
