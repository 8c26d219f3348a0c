import { storedDay } from '../../../shared/csv/calendar.ts';
import { unguardCell } from '../../../shared/csv/guard-cell.ts';
import { parseOutcomeKind } from '../../../shared/csv/outcome-words.ts';
import { parseChurnFlag, parseVoluntary } from '../../../shared/csv/parse-flag.ts';
import type { ColumnPlan, FileKind, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { OutcomeKind } from '../../../shared/schemas/outcome-kinds.ts';
import { accountNameAttribute, churnFlagAttribute } from '../store/attribute-table.ts';
import { type AccountBook, copyText } from './account-book.ts';
import type { AccountKeys } from './account-keys.ts';
import {
  columnOf,
  columnsOf,
  createDateReader,
  createNumberReader,
  optionalDate,
  RowProblem,
  readName,
  requiredColumn,
} from './cell-readers.ts';
import { createContractReader } from './contract-cells.ts';
import { createEventReader, type EventCells, emptyEvents } from './event-cells.ts';
import { GrowingColumn } from './growing-column.ts';
import { createRecordReader, type RecordCells } from './record-cells.ts';
import type { TextBooks } from './text-book.ts';

/** Account, stored day and position among the collected rows of each observation, in file order. */
export interface MetricKeys {
  readonly account: GrowingColumn<Int32Array>;
  readonly day: GrowingColumn<Int32Array>;
  readonly row: GrowingColumn<Int32Array>;
}

/** Observations of one metric. The metrics of a wide file share one `keys` object. */
export interface MetricCells {
  readonly name: string;
  readonly kind: 'flow' | 'level';
  readonly keys: MetricKeys;
  readonly value: GrowingColumn<Float64Array>;
}

export interface AccountRow {
  readonly account: number;
  readonly startDay: number | null;
  readonly noticeDay: number | null;
  readonly endDay: number | null;
  /** Day from which the attributes hold; null = as of the import. */
  readonly fromDay: number | null;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

export interface OutcomeCells {
  readonly account: number;
  readonly day: number;
  readonly kind: OutcomeKind;
  readonly noticeDay: number | null;
  readonly voluntary: boolean | null;
  readonly amount: number | null;
  readonly reason: string | null;
}

/** The churn that a row of an accounts file dates without saying when the life began: kept as an outcome. */
export function churnOfAccountRow({ account, startDay, noticeDay, endDay }: AccountRow): OutcomeCells | null {
  if (startDay !== null || endDay === null) return null;
  const unsaid = { voluntary: null, amount: null, reason: null };
  return { account, day: endDay, kind: 'churn', noticeDay, ...unsaid };
}

/** Everything a file holds under a plan, before it is compared with what is stored. */
export interface CollectedRows {
  /** Line of each collected row. */
  readonly lines: GrowingColumn<Int32Array>;
  readonly metrics: Map<string, MetricCells>;
  readonly accounts: AccountRow[];
  readonly outcomes: OutcomeCells[];
  readonly records: RecordCells[];
  /** One entry per collected row of an events file. */
  readonly events: EventCells;
}

export interface RowCollector {
  readonly collected: CollectedRows;
  /** Takes one row; throws RowProblem when it cannot be kept, and then nothing of it is. */
  take(row: readonly string[], line: number): void;
}

/** Reads rows of a file into typed columns and small objects, by the kind of the plan. */
export function createRowCollector(plan: ImportPlan, book: AccountBook, texts: TextBooks): RowCollector {
  const collected: CollectedRows = {
    lines: GrowingColumn.int32(),
    metrics: new Map(),
    accounts: [],
    outcomes: [],
    records: [],
    events: emptyEvents(texts),
  };
  const takeRow = takers[plan.kind](plan, collected, createAccountReader(plan, book));
  return {
    collected,
    take(row, line) {
      takeRow(plan.guarded === true ? row.map(unguardCell) : row);
      collected.lines.push(line);
    },
  };
}

export type AccountReader = (row: readonly string[]) => number;
type RowTaker = (row: readonly string[]) => void;
type CreateTaker = (plan: ImportPlan, collected: CollectedRows, readAccount: AccountReader) => RowTaker;

const records: CreateTaker = (plan, collected, readAccount) => {
  const read = createRecordReader(plan, readAccount);
  return (row) => collected.records.push(read(row));
};
const takers: Readonly<Record<FileKind, CreateTaker>> = {
  accounts,
  snapshot: accounts,
  metricsWide,
  metricsLong,
  events: (plan, collected, readAccount) => createEventReader(plan, collected.events, readAccount),
  outcomes,
  records,
  surveys: records,
  hearingNotes: records,
  interventions: records,
};

function createAccountReader(plan: ImportPlan, book: AccountBook): AccountReader {
  const column = requiredColumn(plan, 'accountId');
  const mayAdd = plan.kind === 'accounts' || plan.kind === 'snapshot' || plan.unknownAccounts === 'add';
  const { index } = column;
  return (row) => {
    const text = (row[index] ?? '').trim();
    if (text === '') throw new RowProblem(column, 'accountIdBlank', '');
    const id = book.keys === null ? text : idOfKey(book.keys, text, column);
    const known = book.find(id);
    if (known >= 0) return known;
    if (!mayAdd) throw new RowProblem(column, 'unknownAccount', id);
    return book.findOrAdd(id);
  };
}

function idOfKey(keys: AccountKeys, key: string, column: ColumnPlan): string {
  const id = keys.get(key);
  if (id === undefined) throw new RowProblem(column, 'keyUnknown', key);
  if (id === null) throw new RowProblem(column, 'keyAmbiguous', key);
  return id;
}

/** A new account is given its index only after the rest of its row has been read: a rejected row adds nothing. */
function metricsWide(plan: ImportPlan, collected: CollectedRows, readAccount: AccountReader): RowTaker {
  const readDay = createDayReader(plan);
  const columns = columnsOf(plan, 'metricValue');
  const readers = columns.map((column) => createNumberReader(column, plan));
  const keys = emptyKeys();
  const metrics = columns.map((column) =>
    addMetric(collected, column.name, column.metricKind ?? 'flow', keys),
  );
  const values = new Float64Array(columns.length);
  return (row) => {
    const day = readDay(row);
    for (let m = 0; m < readers.length; m++) values[m] = readers[m]!(row);
    const account = readAccount(row);
    pushKey(keys, account, day, collected.lines.size);
    for (let m = 0; m < metrics.length; m++) metrics[m]!.value.push(values[m]!);
  };
}

function metricsLong(plan: ImportPlan, collected: CollectedRows, readAccount: AccountReader): RowTaker {
  const readDay = createDayReader(plan);
  const nameColumn = requiredColumn(plan, 'metricName');
  const valueColumn = requiredColumn(plan, 'metricValue');
  const kind = valueColumn.metricKind ?? 'flow';
  const readValue = createNumberReader(valueColumn, plan);
  return (row) => {
    const name = readName(row, nameColumn, 'metricNameBlank');
    const day = readDay(row);
    const value = readValue(row);
    const account = readAccount(row);
    const metric = collected.metrics.get(name) ?? addMetric(collected, copyText(name), kind, emptyKeys());
    pushKey(metric.keys, account, day, collected.lines.size);
    metric.value.push(value);
  };
}

function accounts(plan: ImportPlan, collected: CollectedRows, readAccount: AccountReader): RowTaker {
  const start = optionalDate(plan, 'startOn');
  const notice = optionalDate(plan, 'noticeOn');
  const end = optionalDate(plan, 'endOn');
  const from = optionalDate(plan, 'validFrom');
  const readContract = createContractReader(plan);
  const flagColumn = columnOf(plan, 'churnFlag');
  const attributes = columnsOf(plan, 'attribute');
  const nameColumn = columnOf(plan, 'accountName');
  return (row) => {
    const startDay = start(row);
    const noticeDay = notice(row);
    const endDay = end(row);
    const fromDay = from(row);
    const contract = readContract(row);
    const flag = flagColumn === undefined ? null : readFlag(flagColumn, row, parseChurnFlag);
    const account = readAccount(row);
    const values = attributes.map(
      (column) => [column.name, copyText((row[column.index] ?? '').trim())] as const,
    );
    values.push(...contract);
    if (flagColumn !== undefined) values.push([churnFlagAttribute, flag === null ? '' : flag ? '1' : '0']);
    if (nameColumn !== undefined) {
      values.push([accountNameAttribute, copyText((row[nameColumn.index] ?? '').trim())] as const);
    }
    collected.accounts.push({ account, startDay, noticeDay, endDay, fromDay, attributes: values });
  };
}

function outcomes(plan: ImportPlan, collected: CollectedRows, readAccount: AccountReader): RowTaker {
  const dayColumn = requiredColumn(plan, 'outcomeOn');
  const readOutcomeDay = createDateReader(dayColumn);
  const notice = optionalDate(plan, 'noticeOn');
  const kindColumn = columnOf(plan, 'outcomeKind');
  const voluntaryColumn = columnOf(plan, 'voluntary');
  const amountColumn = columnOf(plan, 'amount');
  const readAmount = amountColumn === undefined ? null : createNumberReader(amountColumn, plan);
  const reasonColumn = columnOf(plan, 'reason');
  return (row) => {
    const day = readOutcomeDay(row);
    if (day === null) throw new RowProblem(dayColumn, 'dateBlank', '');
    const noticeDay = notice(row);
    const kind = kindColumn === undefined ? 'churn' : readOutcomeKind(kindColumn, row);
    const voluntary = voluntaryColumn === undefined ? null : readFlag(voluntaryColumn, row, parseVoluntary);
    const amount = readAmount === null ? Number.NaN : readAmount(row);
    const reason = reasonColumn === undefined ? '' : (row[reasonColumn.index] ?? '').trim();
    collected.outcomes.push({
      account: readAccount(row),
      day,
      kind,
      noticeDay,
      voluntary,
      amount: Number.isNaN(amount) ? null : amount,
      reason: reason === '' ? null : copyText(reason),
    });
  };
}

function readOutcomeKind(column: ColumnPlan, row: readonly string[]): OutcomeKind {
  const text = row[column.index] ?? '';
  const kind = parseOutcomeKind(text);
  if (kind === null) throw new RowProblem(column, 'outcomeKindUnknown', text);
  return kind;
}

function readFlag(
  column: ColumnPlan,
  row: readonly string[],
  parse: (text: string) => boolean | 'blank' | 'invalid',
): boolean | null {
  const text = row[column.index] ?? '';
  const value = parse(text);
  if (value === 'invalid') throw new RowProblem(column, 'booleanInvalid', text);
  return value === 'blank' ? null : value;
}

function createDayReader(plan: ImportPlan): (row: readonly string[]) => number {
  const column = requiredColumn(plan, 'date');
  const read = createDateReader(column);
  const stored = new Map<number, number>();
  return (row) => {
    const day = read(row);
    if (day === null) throw new RowProblem(column, 'dateBlank', '');
    let last = stored.get(day);
    if (last === undefined) {
      last = storedDay(day, plan.dateMarks);
      stored.set(day, last);
    }
    return last;
  };
}

function addMetric(
  collected: CollectedRows,
  name: string,
  kind: 'flow' | 'level',
  keys: MetricKeys,
): MetricCells {
  const metric: MetricCells = { name, kind, keys, value: GrowingColumn.float64() };
  collected.metrics.set(name, metric);
  return metric;
}

function emptyKeys(): MetricKeys {
  return { account: GrowingColumn.int32(), day: GrowingColumn.int32(), row: GrowingColumn.int32() };
}

function pushKey(keys: MetricKeys, account: number, day: number, row: number): void {
  keys.account.push(account);
  keys.day.push(day);
  keys.row.push(row);
}
