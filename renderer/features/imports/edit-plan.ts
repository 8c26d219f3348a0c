import { grainOfMarks } from '../../../shared/csv/calendar.ts';
import type { ColumnPlan, ColumnRole, DateMarks, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { isDateRole } from './roles.ts';

/** A plan with one column changed. */
export function editColumn(plan: ImportPlan, index: number, change: Partial<ColumnPlan>): ImportPlan {
  const columns = plan.columns.map((column) => (column.index === index ? { ...column, ...change } : column));
  return { ...plan, columns };
}

/** A column in another role; what only belongs to the old role goes, what the new one needs is proposed. */
export function setRole(plan: ImportPlan, index: number, role: ColumnRole): ImportPlan {
  const columns = plan.columns.map((column) => {
    if (column.index !== index) return column;
    const { dateFormat, metricKind, ...rest } = column;
    return {
      ...rest,
      role,
      ...(isDateRole(role) ? { dateFormat: dateFormat ?? 'iso' } : {}),
      ...(role === 'metricValue' ? { metricKind: metricKind ?? 'flow' } : {}),
    };
  });
  return { ...plan, columns };
}

/** What the date marks decides the period too. */
export function setMarks(plan: ImportPlan, dateMarks: DateMarks): ImportPlan {
  return { ...plan, dateMarks, grain: grainOfMarks(dateMarks) };
}
