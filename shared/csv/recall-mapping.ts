import type { ColumnPlan, ImportPlan } from '../schemas/import-plan.ts';
import { detectDateFormat } from './detect-date-format.ts';
import { tellDecimal } from './detect-decimal.ts';

/** A mapping as it was used: the plan, and the header's name of each of its columns. */
export interface UsedMapping {
  readonly names: readonly string[];
  readonly plan: ImportPlan;
}

export interface RecalledMapping {
  readonly plan: ImportPlan;
  /** Columns whose date format is the one chosen last time, though the texts fit another one too. */
  readonly chosenDates: readonly number[];
}

/**
 * A mapping used before, laid on a file whose columns have the same names, in any order: kind, roles, names, marks,
 * lag and the like. How the bytes are read stays as found in this file. What its texts contradict is found anew: a date
 * format that fits no longer, a decimal mark. What belongs to one file only (corrections, "complete until", the batch
 * replaced) is left out. Null when a column is new.
 */
export function recallMapping(
  used: UsedMapping,
  file: {
    readonly columns: readonly { readonly index: number; readonly name: string }[];
    readonly rows: readonly (readonly string[])[];
    readonly read: ImportPlan['read'];
  },
): RecalledMapping | null {
  const chosenDates: number[] = [];
  const columns: ColumnPlan[] = [];
  for (const { index, name } of file.columns) {
    const old = used.plan.columns.find((column) => used.names[column.index] === name);
    if (old === undefined) return null;
    const fitting = old.dateFormat === undefined ? null : fittingFormats(file.rows, index);
    const isFitting = fitting === null || fitting.length === 0 || fitting.includes(old.dateFormat ?? 'iso');
    if (fitting !== null && fitting.length > 1 && isFitting) chosenDates.push(index);
    // The file it was joined through is another one now: the person says which.
    const join = old.join?.by === 'file' ? { join: { ...old.join, token: '' } } : {};
    columns.push({ ...old, index, ...join, ...(isFitting ? {} : { dateFormat: fitting[0] }) });
  }
  const { fixes: _fixes, replaces: _replaces, importedBy: _by, ...plan } = used.plan;
  const decimal = tellDecimal(file.rows.slice(0, 500).flat()) ?? plan.decimal;
  const changed = { columns, decimal, read: file.read, completeUntil: null, problemRows: 'skip' as const };
  return { plan: { ...plan, ...changed }, chosenDates };
}

function fittingFormats(rows: readonly (readonly string[])[], index: number) {
  return detectDateFormat(rows.slice(0, 2000).map((row) => row[index] ?? '')).alternatives;
}
