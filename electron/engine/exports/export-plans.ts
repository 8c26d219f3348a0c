import { formatDay } from '../../../shared/csv/calendar.ts';
import type { ColumnPlan, FileKind, ImportPlan } from '../../../shared/schemas/import-plan.ts';

/** One cell as text, null = blank; texts are guarded by the writer, numbers and dates are not. */
export type ExportCell = string | number | null;

/** One file of an export: its plan, and its rows in the order of the plan's columns. */
export interface ExportTable {
  readonly name: string;
  readonly plan: ImportPlan;
  /** Its rows were typed on an account's page. */
  readonly byHand?: boolean;
  /** Not read back: no file of the manifest. */
  readonly isReadOnly?: boolean;
  readonly rows: () => Iterable<readonly ExportCell[]>;
}

type Column = Pick<ColumnPlan, 'role' | 'name'> & Partial<Pick<ColumnPlan, 'metricKind'>>;
const dateRoles: ReadonlySet<string> = new Set([
  'startOn',
  'noticeOn',
  'endOn',
  'date',
  'outcomeOn',
  'closedOn',
  'knownOn',
  'validFrom',
  'renewalOn',
]);

/** The plan of a file of this kind with these columns, as the writer writes it: UTF-8, commas, ISO dates, guarded texts. */
export function exportPlan(
  kind: FileKind,
  columns: readonly Column[],
  changes: Partial<ImportPlan> = {},
): ImportPlan {
  return {
    kind,
    read: { encoding: 'utf-8', delimiter: ',', hasHeader: true, skipRows: 0 },
    columns: columns.map((column, index) => ({
      index,
      ...column,
      ...(dateRoles.has(column.role) ? { dateFormat: 'iso' as const } : {}),
    })),
    decimal: '.',
    dateMarks: 'day',
    grain: 'day',
    lagDays: 0,
    blankMeansZero: false,
    source: '',
    completeUntil: null,
    unknownAccounts: 'add',
    problemRows: 'skip',
    guarded: true,
    allowLarge: true,
    ...changes,
  };
}

/** A day as ISO text; null and the column's "no day" are blank. */
export function dayCell(day: number | null, none: number | null = null): string | null {
  return day === null || day === none ? null : formatDay(day);
}
