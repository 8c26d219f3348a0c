import type { ColumnRole, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { countAccounts } from '../store/account-table.ts';
import { loadCurrentAttributes } from '../store/attribute-table.ts';
import { loadCurrentObservations } from '../store/chunk-table.ts';
import type { Database } from '../store/database.ts';
import { type EventRows, loadCurrentEvents } from '../store/event-table.ts';
import { loadCurrentLives } from '../store/life-table.ts';
import { loadMetrics, type MetricRow } from '../store/metric-table.ts';
import type { CurrentObservations } from '../store/observations.ts';
import { loadCurrentOutcomes } from '../store/outcome-table.ts';
import { loadCurrentRecords } from '../store/record-table.ts';
import { orderObservations } from '../store/sort-observations.ts';
import {
  type AccountRow,
  type CollectedRows,
  churnOfAccountRow,
  type MetricCells,
  type MetricKeys,
  type OutcomeCells,
} from './collect-rows.ts';
import { compareEvents } from './compare-events.ts';
import type { RecordCells } from './record-cells.ts';
import { DUPLICATE, NEW, REPLACED, UNCHANGED } from './row-status.ts';

/** Positions of the observations under one `keys` in the order of (account, day); null = they are in it. */
export type KeyOrders = ReadonlyMap<MetricKeys, Uint32Array | null>;

export interface ComparedRows {
  /** One status per collected row: NEW if any cell is new, REPLACED if one differs and none is new. */
  readonly status: Uint8Array;
  readonly orders: KeyOrders;
  /** The events of the file as they are stored; null for other kinds of file. */
  readonly events: EventRows | null;
}

/**
 * Compares collected rows with the current values, cell by cell; a value known on another day is another value.
 * `pause` lets other work in between metrics and says whether to go on: null = told to stop.
 */
export async function compareRows(
  database: Database,
  collected: CollectedRows,
  { plan, pause }: { readonly plan: ImportPlan; readonly pause: () => Promise<boolean> },
): Promise<ComparedRows | null> {
  const status = new Uint8Array(collected.lines.size);
  const orders = new Map<MetricKeys, Uint32Array | null>();
  for (const metric of collected.metrics.values()) {
    if (!(await pause())) return null;
    const { keys } = metric;
    let order = orders.get(keys);
    if (order === undefined) {
      order = orderObservations(keys.account.view(), keys.day.view());
      orders.set(keys, order);
      markDuplicates(keys, order, status);
    }
    const stored = loadMetrics(database).find(({ name }) => name === metric.name);
    compareMetric(stored === undefined ? null : loadCurrent(database, stored), metric, {
      order,
      status,
      lagDays: plan.lagDays,
    });
  }
  if (!(await pause())) return null;
  if (collected.accounts.length > 0) compareAccounts(database, collected.accounts, { plan, status });
  if (collected.outcomes.length > 0) compareOutcomes(database, collected.outcomes, status);
  if (collected.records.length > 0)
    compareRecords(database, collected.records, { source: plan.source, status });
  if (collected.events.account.size === 0) return { status, orders, events: null };
  const current = loadCurrentEvents(database, plan.source);
  const events = await compareEvents(collected.events, current, { status, lagDays: plan.lagDays, pause });
  return events === null ? null : { status, orders, events };
}

function loadCurrent(database: Database, stored: MetricRow): CurrentObservations | null {
  const current = loadCurrentObservations(database, stored);
  return current.account.length === 0 ? null : current;
}

function markDuplicates(keys: MetricKeys, order: Uint32Array | null, status: Uint8Array): void {
  const account = keys.account.view();
  const day = keys.day.view();
  const row = keys.row.view();
  for (let i = 1; i < account.length; i++) {
    const before = order === null ? i - 1 : order[i - 1]!;
    const here = order === null ? i : order[i]!;
    if (account[before] === account[here] && day[before] === day[here]) status[row[before]!] = DUPLICATE;
  }
}

interface MetricComparison {
  readonly order: Uint32Array | null;
  readonly status: Uint8Array;
  readonly lagDays: number;
}

function compareMetric(
  current: CurrentObservations | null,
  metric: MetricCells,
  { order, status, lagDays }: MetricComparison,
): void {
  const rows = metric.keys.row.view();
  if (current === null) {
    for (const row of rows) if (status[row] !== DUPLICATE) status[row] = NEW;
    return;
  }
  const account = metric.keys.account.view();
  const day = metric.keys.day.view();
  const value = metric.value.view();
  let next = 0;
  for (let i = 0; i < account.length; i++) {
    const at = order === null ? i : order[i]!;
    const row = rows[at]!;
    while (next < current.account.length && comesBefore(current, next, account[at]!, day[at]!)) next++;
    if (status[row] === DUPLICATE || status[row] === NEW) continue;
    const isStored = current.account[next] === account[at] && current.day[next] === day[at];
    if (!isStored) status[row] = NEW;
    else if (!Object.is(current.value[next]! + 0, value[at]! + 0)) status[row] = REPLACED;
    else if (current.knownOn[next] !== day[at]! + lagDays) status[row] = REPLACED;
  }
}

function comesBefore(current: CurrentObservations, i: number, account: number, day: number): boolean {
  const step = current.account[i]! - account;
  return step < 0 || (step === 0 && current.day[i]! < day);
}

/**
 * Of rows with one (account, start, from) the last counts; a life is compared by the dates that the file has columns for
 * in its last row, attributes by the texts of the last row of an (account, from).
 */
function compareAccounts(
  database: Database,
  rows: readonly AccountRow[],
  { plan, status }: { readonly plan: ImportPlan; readonly status: Uint8Array },
): void {
  const lives = new Map(loadCurrentLives(database).map((life) => [`${life.account} ${life.startDay}`, life]));
  const churns = new Map(
    loadCurrentOutcomes(database).flatMap((row) =>
      row.kind === 'churn' ? [[`${row.account} ${row.day}`, row] as const] : [],
    ),
  );
  const attributes = loadCurrentAttributes(database);
  const fromOf = (row: { readonly account: number; readonly fromDay: number | null }) =>
    `${row.account} ${row.fromDay}`;
  const values = new Map(
    [...attributes].map(([name, list]) => [name, new Map(list.map((row) => [fromOf(row), row.value]))]),
  );
  const hasColumn = (role: ColumnRole) => plan.columns.some((column) => column.role === role);
  const [hasNotice, hasEnd] = [hasColumn('noticeOn'), hasColumn('endOn')];
  const accountCount = countAccounts(database);
  const lifeOf = (row: AccountRow) => `${row.account} ${row.startDay}`;
  markEarlier(rows, (row) => `${lifeOf(row)} ${row.fromDay}`, status);
  const lastRows = new Map(rows.map((row, i) => [fromOf(row), i]));
  const lastOfLife = new Map(rows.map((row, i) => [lifeOf(row), i]));
  rows.forEach((row, i) => {
    if (status[i] === DUPLICATE) return;
    const isLast = lastOfLife.get(lifeOf(row)) === i;
    const life = lives.get(lifeOf(row));
    const churn = churnOfAccountRow(row);
    const known = churn === null ? undefined : churns.get(`${row.account} ${churn.day}`);
    const texts = lastRows.get(fromOf(row)) === i ? row.attributes : [];
    const before = texts.map(([name]) => values.get(name)?.get(fromOf(row)));
    const isNew =
      row.account >= accountCount ||
      (row.startDay !== null && life === undefined) ||
      (churn !== null && known === undefined) ||
      before.some((value) => value === undefined);
    const differs =
      (isLast && life !== undefined && hasNotice && row.noticeDay !== life.noticeDay) ||
      (isLast && life !== undefined && hasEnd && row.endDay !== life.endDay) ||
      (known !== undefined && row.noticeDay !== known.noticeDay) ||
      texts.some(([, value], a) => value !== before[a]);
    status[i] = isNew ? NEW : differs ? REPLACED : UNCHANGED;
  });
}

function compareOutcomes(database: Database, rows: readonly OutcomeCells[], status: Uint8Array): void {
  const keyOf = (row: Pick<OutcomeCells, 'account' | 'day' | 'kind'>) =>
    `${row.account} ${row.day} ${row.kind}`;
  const textOf = (row: OutcomeCells) =>
    JSON.stringify([row.noticeDay, row.voluntary, row.amount, row.reason]);
  const current = new Map(loadCurrentOutcomes(database).map((row) => [keyOf(row), textOf(row)]));
  markEarlier(rows, keyOf, status);
  rows.forEach((row, i) => {
    if (status[i] === DUPLICATE) return;
    const known = current.get(keyOf(row));
    status[i] = known === undefined ? NEW : known === textOf(row) ? UNCHANGED : REPLACED;
  });
}

/** Records have no key of their own: all rows of an (account, day) are compared with all stored ones. */
function compareRecords(
  database: Database,
  rows: readonly RecordCells[],
  { source, status }: { readonly source: string; readonly status: Uint8Array },
): void {
  const keyOf = (row: Pick<RecordCells, 'account' | 'day'>) => `${row.account} ${row.day}`;
  const textOf = (row: Pick<RecordCells, 'knownDay' | 'closedDay' | 'cells'>) =>
    JSON.stringify([row.knownDay, row.closedDay, row.cells]);
  const current = groupTexts(
    loadCurrentRecords(database).filter((row) => row.source === source && row.entry === null),
    keyOf,
    textOf,
  );
  const incoming = groupTexts(rows, keyOf, textOf);
  rows.forEach((row, i) => {
    const known = current.get(keyOf(row));
    const same = known !== undefined && known === incoming.get(keyOf(row));
    status[i] = known === undefined ? NEW : same ? UNCHANGED : REPLACED;
  });
}

/** The texts of each key's rows, in an order of their own, as one text. */
function groupTexts<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  textOf: (row: T) => string,
): Map<string, string> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [textOf(row)]);
    else group.push(textOf(row));
  }
  return new Map([...groups].map(([key, texts]) => [key, texts.sort().join('\n')]));
}

function markEarlier<T>(rows: readonly T[], keyOf: (row: T) => string, status: Uint8Array): void {
  const last = new Map<string, number>();
  rows.forEach((row, i) => {
    const key = keyOf(row);
    const earlier = last.get(key);
    if (earlier !== undefined) status[earlier] = DUPLICATE;
    last.set(key, i);
  });
}
