import { type Dataset, NO_DAY } from '../../../shared/measures/dataset.ts';
import type { ColumnRole } from '../../../shared/schemas/import-plan.ts';
import { csvLimits } from '../imports/csv-limits.ts';
import { type AttributeRow, churnFlagAttribute } from '../store/attribute-table.ts';
import { BEGINNING } from '../store/known-attributes.ts';
import type { OutcomeRow } from '../store/outcome-table.ts';
import { contractRoleOf } from './contract-role.ts';
import { dayCell, type ExportCell, type ExportTable, exportPlan } from './export-plans.ts';

/** Columns of an accounts file that are no attribute. */
const FIXED_COLUMNS = 5;
const ATTRIBUTES_PER_FILE = csvLimits.columns - FIXED_COLUMNS;

type Attributes = ReadonlyMap<string, readonly AttributeRow[]>;

/** Attribute values by name: the newest (undated and dated ones, and a snapshot's flag), and as they came to be known. */
export interface StoredAttributes {
  readonly current: Attributes;
  readonly known: Attributes;
}

/**
 * Accounts in the order of their indices, one row a life that a file or a reactivation gave, with the undated
 * attributes on each row; then a file for the attributes that have dated values, and one for a snapshot's flag.
 */
export function accountTables(
  dataset: Dataset,
  { current, known }: StoredAttributes,
  isLive: (account: number) => boolean,
): ExportTable[] {
  const names = [...current.keys()].filter((name) => !name.startsWith('\u0000'));
  const tables: ExportTable[] = [];
  for (let start = 0; start === 0 || start < names.length; start += ATTRIBUTES_PER_FILE) {
    const part = names.slice(start, start + ATTRIBUTES_PER_FILE);
    const values = part.map((name) => undatedValues(current.get(name) ?? []));
    const plan = exportPlan('accounts', [
      { role: 'accountId', name: 'account_id' },
      { role: 'accountName', name: 'account_name' },
      { role: 'startOn', name: 'start_date' },
      { role: 'noticeOn', name: 'notice_date' },
      { role: 'endOn', name: 'churn_date' },
      ...part.map((name, i) => ({
        role: (contractRoleOf(dataset.contract, name, values[i]!.values()) ?? 'attribute') as ColumnRole,
        name,
      })),
    ]);
    const name = start === 0 ? 'accounts.csv' : `accounts-${start / ATTRIBUTES_PER_FILE + 1}.csv`;
    tables.push({ name, plan, rows: () => accountRows(dataset, isLive, values) });
  }
  return [
    ...tables,
    ...historyTables(dataset.accountIds, names, (name) =>
      historyOf(current.get(name) ?? [], known.get(name) ?? []),
    ),
    ...flagTable(dataset.accountIds, current.get(churnFlagAttribute)),
  ];
}

function undatedValues(rows: readonly AttributeRow[]): Map<number, string> {
  return new Map(rows.flatMap(({ account, fromDay, value }) => (fromDay === null ? [[account, value]] : [])));
}

function* accountRows(
  { accountIds, accountNames, lives }: Dataset,
  isLive: (account: number) => boolean,
  attributes: readonly ReadonlyMap<number, string>[],
): Generator<readonly ExportCell[]> {
  for (let account = 0; account < accountIds.length; account++) {
    if (!isLive(account)) continue;
    const id = accountIds[account]!;
    const name = accountNames[account] === id ? null : accountNames[account]!;
    const texts = attributes.map((values) => values.get(account) ?? null);
    const [from, to] = [lives.offsets[account]!, lives.offsets[account + 1]!];
    // No file told a start: a later life is a return, which the outcomes tell, and a row here would end the assumed one.
    if (from === to || lives.assumedStart[from] === 1) {
      yield [id, name, null, null, null, ...texts];
      continue;
    }
    for (let life = from; life < to; life++) {
      const dates = [lives.startDay[life]!, lives.noticeDay[life]!, lives.endDay[life]!];
      yield [id, name, ...dates.map((day) => dayCell(day, NO_DAY)), ...texts];
    }
  }
}

/** Dated values, and from the beginning the value told first where the undated one has changed since. */
function historyOf(current: readonly AttributeRow[], known: readonly AttributeRow[]): AttributeRow[] {
  const newest = undatedValues(current);
  return known.flatMap((row) => {
    if (row.fromDay !== null) return row;
    return newest.get(row.account) === row.value ? [] : { ...row, fromDay: BEGINNING };
  });
}

/** Attributes dated on the very same (account, day) share a file: a blank cell would say "from then on none". */
function historyTables(
  ids: readonly string[],
  names: readonly string[],
  historyOfName: (name: string) => readonly AttributeRow[],
): ExportTable[] {
  const clusters = new Map<string, [name: string, rows: readonly AttributeRow[]][]>();
  for (const name of names) {
    const dated = historyOfName(name);
    if (dated.length === 0) continue;
    const key = dated.map((row) => `${row.account} ${row.fromDay}`).join();
    clusters.set(key, [...(clusters.get(key) ?? []), [name, dated]]);
  }
  return [...clusters.values()].map((cluster, i) => {
    const plan = exportPlan('accounts', [
      { role: 'accountId', name: 'account_id' },
      { role: 'validFrom', name: 'valid_from' },
      ...cluster.map(([name]) => ({ role: 'attribute' as const, name })),
    ]);
    const keys = cluster[0]![1];
    const rows = () =>
      keys.map(({ account, fromDay }, r) => [
        ids[account]!,
        dayCell(fromDay),
        ...cluster.map(([, list]) => list[r]!.value),
      ]);
    return { name: `attributes-dated-${i + 1}.csv`, plan, rows };
  });
}

function flagTable(ids: readonly string[], flags: readonly AttributeRow[] | undefined): ExportTable[] {
  if (flags === undefined || flags.length === 0) return [];
  const plan = exportPlan('snapshot', [
    { role: 'accountId', name: 'account_id' },
    { role: 'churnFlag', name: 'churned' },
  ]);
  return [
    { name: 'snapshot.csv', plan, rows: () => flags.map(({ account, value }) => [ids[account]!, value]) },
  ];
}

/** All dated outcomes with what their files said. */
export function outcomeTables(
  ids: readonly string[],
  outcomes: readonly OutcomeRow[],
  completeUntil: number | null,
): ExportTable[] {
  if (outcomes.length === 0) return [];
  const plan = exportPlan('outcomes', outcomeColumns, { completeUntil });
  return [{ name: 'outcomes.csv', plan, rows: () => outcomes.map((row) => outcomeRow(ids, row)) }];
}

/** The columns of outcomes, from files or by hand. */
export const outcomeColumns = [
  { role: 'accountId', name: 'account_id' },
  { role: 'outcomeOn', name: 'outcome_date' },
  { role: 'outcomeKind', name: 'outcome' },
  { role: 'noticeOn', name: 'notice_date' },
  { role: 'voluntary', name: 'voluntary' },
  { role: 'amount', name: 'amount' },
  { role: 'reason', name: 'reason' },
] as const;

/** One outcome under `outcomeColumns`. */
export function outcomeRow(ids: readonly string[], row: OutcomeRow): ExportCell[] {
  const voluntary = row.voluntary === null ? null : row.voluntary ? 'yes' : 'no';
  const dates = [dayCell(row.day), row.kind, dayCell(row.noticeDay)];
  return [ids[row.account]!, ...dates, voluntary, row.amount, row.reason];
}
