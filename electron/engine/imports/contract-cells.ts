import { formatDay } from '../../../shared/csv/calendar.ts';
import { parseTerm } from '../../../shared/csv/parse-term.ts';
import type { ColumnPlan, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { type ContractRole, contractRoles } from '../../../shared/schemas/record-kinds.ts';
import { copyText } from './account-book.ts';
import { columnOf, createDateReader, createNumberReader, RowProblem } from './cell-readers.ts';

type Cell = readonly [attribute: string, value: string];

/**
 * Reads the facts of a contract as attributes with plain texts: ISO dates, numbers without separators; '' = blank. A term
 * keeps its words (monthly, 年間契約), which people filter by; `parseTerm` gives its months.
 */
export function createContractReader(plan: ImportPlan): (row: readonly string[]) => Cell[] {
  const readers = contractRoles.flatMap((role) => {
    const column = columnOf(plan, role);
    return column === undefined ? [] : [{ name: column.name, read: createReader(role, column, plan) }];
  });
  return (row) => readers.map(({ name, read }) => [name, read(row)]);
}

function createReader(
  role: ContractRole,
  column: ColumnPlan,
  plan: ImportPlan,
): (row: readonly string[]) => string {
  if (role === 'renewalOn') {
    const readDay = createDateReader(column);
    return (row) => {
      const day = readDay(row);
      return day === null ? '' : formatDay(day);
    };
  }
  if (role === 'termMonths') {
    return (row) => {
      const text = row[column.index] ?? '';
      if (parseTerm(text) === 'invalid') throw new RowProblem(column, 'termInvalid', text);
      return copyText(text.trim());
    };
  }
  const readNumber = createNumberReader(column, { ...plan, blankMeansZero: false });
  return (row) => {
    const value = readNumber(row);
    return Number.isNaN(value) ? '' : String(value);
  };
}
