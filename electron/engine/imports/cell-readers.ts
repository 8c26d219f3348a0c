import { dateReadingOf } from '../../../shared/csv/date-reading.ts';
import { parseDate } from '../../../shared/csv/parse-date.ts';
import { parseNumber } from '../../../shared/csv/parse-number.ts';
import type { ColumnPlan, ColumnRole, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { copyText } from './account-book.ts';

/** Thrown inside a row to leave it: what is wrong, in which column. Never leaves the import. */
export class RowProblem extends Error {
  readonly column: ColumnPlan;
  readonly reason: string;
  readonly value: string;

  constructor(column: ColumnPlan, reason: string, value: string) {
    super(reason);
    this.column = column;
    this.reason = reason;
    this.value = value;
  }
}

/** Reads dates of one column; a file repeats few dates, so each text is parsed once. Null = blank. */
export function createDateReader(column: ColumnPlan): (row: readonly string[]) => number | null {
  const known = new Map<string, number | null>();
  const reading = dateReadingOf(column);
  return (row) => {
    const text = row[column.index] ?? '';
    const cached = known.get(text);
    if (cached !== undefined) return cached;
    const day = parseDate(text, reading);
    if (day === 'invalid') throw new RowProblem(column, 'dateInvalid', text);
    const result = day === 'blank' ? null : day;
    if (known.size < 50_000) known.set(copyText(text), result);
    return result;
  };
}

/** Reads numbers of one column; NaN = blank. */
export function createNumberReader(column: ColumnPlan, plan: ImportPlan): (row: readonly string[]) => number {
  const format = { decimal: plan.decimal };
  const blank = plan.blankMeansZero ? 0 : Number.NaN;
  const { index } = column;
  return (row) => {
    const text = row[index] ?? '';
    const value = parseNumber(text, format);
    if (typeof value === 'number') return value;
    if (value === 'invalid') throw new RowProblem(column, 'numberInvalid', text);
    return blank;
  };
}

/** Longest name of a metric or an event: it stands in lists and in names of measures. */
const NAME_CHARACTERS = 120;

/** The name of a metric or an event; a blank one is the problem `blank`. Two long names are never cut to one. */
export function readName(row: readonly string[], column: ColumnPlan, blank: string): string {
  const name = (row[column.index] ?? '').trim();
  if (name === '') throw new RowProblem(column, blank, '');
  if (name.length > NAME_CHARACTERS) throw new RowProblem(column, 'nameTooLong', name);
  return name;
}

/** The first column of a role, or undefined. */
export function columnOf(plan: ImportPlan, role: ColumnRole): ColumnPlan | undefined {
  return plan.columns.find((column) => column.role === role);
}

/** All columns of a role, in file order. */
export function columnsOf(plan: ImportPlan, role: ColumnRole): ColumnPlan[] {
  return plan.columns.filter((column) => column.role === role).sort((a, b) => a.index - b.index);
}

/** The column of a role that `mapping-problem.ts` has refused plans without. */
export function requiredColumn(plan: ImportPlan, role: ColumnRole): ColumnPlan {
  const column = columnOf(plan, role);
  if (column === undefined) throw new Error(`the plan has no column for ${role}`);
  return column;
}

/** Reads the dates of a role that the plan may lack; null = blank or no such column. */
export function optionalDate(plan: ImportPlan, role: ColumnRole): (row: readonly string[]) => number | null {
  const column = columnOf(plan, role);
  return column === undefined ? () => null : createDateReader(column);
}

/** Reads the trimmed texts of a role that the plan may lack; '' = blank or no such column. */
export function optionalText(plan: ImportPlan, role: ColumnRole): (row: readonly string[]) => string {
  const column = columnOf(plan, role);
  return column === undefined ? () => '' : (row) => (row[column.index] ?? '').trim();
}
