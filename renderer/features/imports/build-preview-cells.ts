import { parseOutcomeKind } from '../../../shared/csv/outcome-words.ts';
import { parseDate } from '../../../shared/csv/parse-date.ts';
import { parseChurnFlag, parseVoluntary } from '../../../shared/csv/parse-flag.ts';
import { parseNumber } from '../../../shared/csv/parse-number.ts';
import { parseTerm } from '../../../shared/csv/parse-term.ts';
import type { ColumnPlan, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { isDateRole, isNumberRole } from './roles.ts';

/** How a cell fares under a plan: it is used, left out, or it can't be read. */
export type CellState = 'used' | 'ignored' | 'unreadable';

/** Judges one cell of the preview the way the import will. */
export function judgeCell(text: string, column: ColumnPlan, plan: Pick<ImportPlan, 'decimal'>): CellState {
  const { role } = column;
  if (role === 'ignore') return 'ignored';
  if (isDateRole(role)) {
    return parseDate(text, { format: column.dateFormat ?? 'iso' }) === 'invalid' ? 'unreadable' : 'used';
  }
  if (isNumberRole(role)) {
    return parseNumber(text, { decimal: plan.decimal }) === 'invalid' ? 'unreadable' : 'used';
  }
  if (role === 'accountId') return text.trim() === '' ? 'unreadable' : 'used';
  if (role === 'outcomeKind') return parseOutcomeKind(text) === null ? 'unreadable' : 'used';
  if (role === 'termMonths') return parseTerm(text) === 'invalid' ? 'unreadable' : 'used';
  if (role === 'churnFlag') return parseChurnFlag(text) === 'invalid' ? 'unreadable' : 'used';
  if (role === 'voluntary') return parseVoluntary(text) === 'invalid' ? 'unreadable' : 'used';
  return 'used';
}
