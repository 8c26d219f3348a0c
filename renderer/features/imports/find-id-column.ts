import type { ColumnPlan, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { columnOfRole } from './roles.ts';

/**
 * The column that can stand in for a missing account ID in an accounts file: the name, else the first, that has a
 * different text in each of the rows shown. Null where there is an ID column, or no such column.
 */
export function findIdColumn(plan: ImportPlan, rows: readonly (readonly string[])[]): ColumnPlan | null {
  if (plan.kind !== 'accounts' || rows.length === 0) return null;
  if (columnOfRole(plan, 'accountId') !== undefined) return null;
  const isUnique = ({ index }: ColumnPlan) => {
    const texts = rows.map((row) => row[index]?.trim() ?? '');
    return !texts.includes('') && new Set(texts).size === texts.length;
  };
  const named = plan.columns.filter(({ role }) => role === 'accountName');
  return named.find(isUnique) ?? null;
}
