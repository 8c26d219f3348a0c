import type { ReactNode } from 'react';
import type { Term } from './explained.tsx';

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Pixels. Without one the column takes what is left, never less than `restWidth`. */
  readonly width?: number;
  readonly align?: 'left' | 'right';
  /** Local rows: what the column sorts by (missing goes last). Paged rows: any function makes the header sort. */
  readonly sortBy?: (row: Row) => number | string | null;
  /** Which way the first press of the header sorts: a figure whose largest is best begins there. */
  readonly firstSort?: 'ascending' | 'descending';
  /** The statistic that the column shows: its heading explains itself. */
  readonly term?: Term;
  /** Explains the column on hover and focus. */
  readonly help?: string;
}

/** What a column without a width keeps at least, and the column of boxes in front, in pixels. */
const restWidth = 180;
const selectWidth = 40;

/** The width below which a table scrolls sideways instead of crushing its columns. */
export function leastWidth(columns: readonly { readonly width?: number }[], hasSelection: boolean): number {
  const own = columns.reduce((sum, { width }) => sum + (width ?? restWidth), 0);
  return own + (hasSelection ? selectWidth : 0);
}

export interface TableSort {
  readonly columnId: string;
  readonly descending: boolean;
}

export interface RowSelection {
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
}
