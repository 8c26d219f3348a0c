import { loadCurrentAttributes } from '../store/attribute-table.ts';
import { loadCurrentObservations } from '../store/chunk-table.ts';
import type { Database } from '../store/database.ts';
import { loadCurrentLives } from '../store/life-table.ts';
import { loadMetrics, type MetricRow } from '../store/metric-table.ts';
import type { CurrentObservations } from '../store/observations.ts';
import { loadCurrentOutcomes } from '../store/outcome-table.ts';
import { loadCurrentRecords } from '../store/record-table.ts';
import { orderObservations } from '../store/sort-observations.ts';
import type {
  AccountRow,
  CollectedRows,
  MetricCells,
  MetricKeys,
  OutcomeCells,
  RecordCells,
} from './collect-rows.ts';

/** What storing a collected row would do. `DUPLICATE` = a later row of the file says the same key. */
export const UNCHANGED = 0;
export const NEW = 1;
export const REPLACED = 2;
export const DUPLICATE = 3;

/**
 * Compares collected rows with the current values, cell by cell.
 * @returns one status per collected row: NEW if any cell is new, REPLACED if one differs and none is new
 */
export function compareRows(database: Database, collected: CollectedRows, source: string): Uint8Array {
  const status = new Uint8Array(collected.lines.size);
  const seen = new Set<MetricKeys>();
  const stored = new Map(loadMetrics(database).map((metric) => [metric.name, metric]));
  for (const metric of collected.metrics.values()) {
    if (!seen.has(metric.keys)) markDuplicates(metric.keys, status);
    seen.add(metric.keys);
    compareMetric(database, metric, stored.get(metric.name), status);
  }
  if (collected.accounts.length > 0) compareAccounts(database, collected.accounts, status);
  if (collected.outcomes.length > 0) compareOutcomes(database, collected.outcomes, status);
  if (collected.records.length > 0) compareRecords(database, collected.records, source, status);
  return status;
}

/** Positions of a metric's observations in the order of (account, day); null = they are in it. */
export function orderOfKeys(keys: MetricKeys): Uint32Array | null {
  return keys.account.size === 0 ? null : orderObservations(keys.account.view(), keys.day.view());
}

function markDuplicates(keys: MetricKeys, status: Uint8Array): void {
  const order = orderOfKeys(keys);
  const account = keys.account.view();
  const day = keys.day.view();
  const row = keys.row.view();
  for (let i = 1; i < account.length; i++) {
    const before = order === null ? i - 1 : order[i - 1]!;
    const here = order === null ? i : order[i]!;
    if (account[before] === account[here] && day[before] === day[here]) status[row[before]!] = DUPLICATE;
  }
}

function compareMetric(
  database: Database,
  metric: MetricCells,
  stored: MetricRow | undefined,
  status: Uint8Array,
): void {
  const rows = metric.keys.row.view();
  if (stored === undefined) {
    for (const row of rows) if (status[row] !== DUPLICATE) status[row] = NEW;
    return;
  }
  const current = loadCurrentObservations(database, stored);
  const order = orderOfKeys(metric.keys);
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
  }
}

function comesBefore(current: CurrentObservations, i: number, account: number, day: number): boolean {
  const step = current.account[i]! - account;
  return step < 0 || (step === 0 && current.day[i]! < day);
}

/** Of rows with one (account, start) the last counts; a life is compared by its dates, attributes by their text. */
function compareAccounts(database: Database, rows: readonly AccountRow[], status: Uint8Array): void {
  const lives = new Map(loadCurrentLives(database).map((life) => [`${life.account} ${life.startDay}`, life]));
  const attributes = loadCurrentAttributes(database);
  const values = new Map(
    [...attributes].map(([name, list]) => [name, new Map(list.map((row) => [row.account, row.value]))]),
  );
  markEarlier(rows, (row) => `${row.account} ${row.startDay}`, status);
  rows.forEach((row, i) => {
    if (status[i] === DUPLICATE) return;
    const life = lives.get(`${row.account} ${row.startDay}`);
    const known = row.attributes.map(([name]) => values.get(name)?.get(row.account));
    const isNew = (row.startDay !== null && life === undefined) || known.some((value) => value === undefined);
    const differs =
      (life !== undefined && row.noticeDay !== null && row.noticeDay !== life.noticeDay) ||
      (life !== undefined && row.endDay !== null && row.endDay !== life.endDay) ||
      row.attributes.some(([, value], a) => value !== known[a]);
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
  source: string,
  status: Uint8Array,
): void {
  const keyOf = (row: Pick<RecordCells, 'account' | 'day'>) => `${row.account} ${row.day}`;
  const textOf = (row: Pick<RecordCells, 'closedDay' | 'cells'>) =>
    JSON.stringify([row.closedDay, row.cells]);
  const current = groupTexts(
    loadCurrentRecords(database).filter((row) => row.source === source),
    keyOf,
    textOf,
  );
  const incoming = groupTexts(rows, keyOf, textOf);
  rows.forEach((row, i) => {
    const known = current.get(keyOf(row));
    const same = known !== undefined && known.join('\n') === incoming.get(keyOf(row))?.join('\n');
    status[i] = known === undefined ? NEW : same ? UNCHANGED : REPLACED;
  });
}

function groupTexts<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  textOf: (row: T) => string,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [textOf(row)]);
    else group.push(textOf(row));
  }
  for (const group of groups.values()) group.sort();
  return groups;
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
