import type { ColumnPlan, ColumnRole, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { fixedColumns, recordKindOf } from '../../../shared/schemas/record-kinds.ts';
import { copyText } from './account-book.ts';
import {
  columnOf,
  columnsOf,
  createDateReader,
  createNumberReader,
  optionalDate,
  RowProblem,
  requiredColumn,
} from './cell-readers.ts';

/** A dated row as a file has it. `knownDay` null = known on its own day. */
export interface RecordCells {
  readonly account: number;
  readonly day: number;
  readonly knownDay: number | null;
  readonly closedDay: number | null;
  readonly cells: readonly (readonly [string, string])[];
}

/** Ends of the ranges that answers and ratings are given in. */
const ranges: Partial<Record<ColumnRole, readonly [lowest: number, highest: number]>> = {
  score: [0, 10],
  rating: [1, 5],
};

/** Reads rows of a file of records, answers, notes or contacts; throws RowProblem when one cannot be kept. */
export function createRecordReader(
  plan: ImportPlan,
  readAccount: (row: readonly string[]) => number,
): (row: readonly string[]) => RecordCells {
  const dayColumn = requiredColumn(plan, 'date');
  const readDay = createDateReader(dayColumn);
  const known = optionalDate(plan, 'knownOn');
  const closed = optionalDate(plan, 'closedOn');
  const fixed = fixedColumns[recordKindOf(plan.kind) ?? 'record'].flatMap((role) => {
    const column = columnOf(plan, role);
    return column === undefined ? [] : [{ role, read: createCellReader(role, column, plan) }];
  });
  const columns = columnsOf(plan, 'recordColumn');
  return (row) => {
    const day = readDay(row);
    if (day === null) throw new RowProblem(dayColumn, 'dateBlank', '');
    const closedDay = closed(row);
    const knownDay = known(row);
    const cells: (readonly [string, string])[] = [];
    for (const { role, read } of fixed) {
      const text = read(row);
      if (text !== '') cells.push([role, copyText(text)]);
    }
    const account = readAccount(row);
    for (const { name, index } of columns) cells.push([name, copyText((row[index] ?? '').trim())]);
    return {
      account,
      day,
      knownDay: knownDay !== null && knownDay > day ? knownDay : null,
      closedDay,
      cells,
    };
  };
}

/** Answers and ratings are stored as plain numbers, whatever their cell looks like. */
function createCellReader(
  role: ColumnRole,
  column: ColumnPlan,
  plan: ImportPlan,
): (row: readonly string[]) => string {
  const range = ranges[role];
  if (range === undefined) return (row) => (row[column.index] ?? '').trim();
  const readNumber = createNumberReader(column, { ...plan, blankMeansZero: false });
  const [lowest, highest] = range;
  const reason = role === 'score' ? 'scoreOutOfRange' : 'ratingOutOfRange';
  return (row) => {
    const value = readNumber(row);
    if (Number.isNaN(value)) return '';
    if (value < lowest || value > highest) throw new RowProblem(column, reason, row[column.index] ?? '');
    return String(value);
  };
}
