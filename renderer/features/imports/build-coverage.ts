import type { Coverage } from '../../../shared/schemas/workspace-state.ts';

export interface CoverageCell {
  /** Months since 1970-01. */
  readonly month: number;
  readonly accounts: number;
  readonly active: number;
  /** Accounts with a value among the active ones, at most 1; null where none was active. */
  readonly share: number | null;
}

export interface CoverageMap {
  readonly years: readonly { readonly year: number; readonly months: number }[];
  readonly rows: readonly { readonly metric: string; readonly cells: readonly CoverageCell[] }[];
}

/** The heat map's rows, and its months by calendar year for the head. */
export function buildCoverage({ firstMonth, months, rows, activeAccounts }: Coverage): CoverageMap {
  const years = new Map<number, number>();
  for (let i = 0; i < months; i++) {
    const year = 1970 + Math.floor((firstMonth + i) / 12);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return {
    years: [...years].map(([year, count]) => ({ year, months: count })),
    rows: rows.map(({ metric, accounts }) => ({
      metric,
      cells: accounts.map((count, i) => {
        const active = activeAccounts[i] ?? 0;
        const share = active === 0 ? null : Math.min(1, count / active);
        return { month: firstMonth + i, accounts: count, active, share };
      }),
    })),
  };
}

/** Calendar month 1–12 of a month counted from 1970-01. */
export function monthOfYear(month: number): number {
  return (((month % 12) + 12) % 12) + 1;
}

/** The cell a key leads to from a cell of the map, within its edges; null for other keys. */
export function nextCoverageCell(
  key: string,
  { row, column }: { readonly row: number; readonly column: number },
  size: { readonly rows: number; readonly columns: number },
): { row: number; column: number } | null {
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  switch (key) {
    case 'ArrowLeft':
      return { row, column: within(column - 1, size.columns) };
    case 'ArrowRight':
      return { row, column: within(column + 1, size.columns) };
    case 'ArrowUp':
      return { row: within(row - 1, size.rows), column };
    case 'ArrowDown':
      return { row: within(row + 1, size.rows), column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: within(size.columns - 1, size.columns) };
    default:
      return null;
  }
}
