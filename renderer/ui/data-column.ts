import type { ReactNode } from 'react';
import type { Term } from './explained.tsx';

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Pixels. Without one the column takes what is left. */
  readonly width?: number;
  readonly align?: 'left' | 'right';
  /** Local rows: what the column sorts by (missing goes last). Paged rows: any function makes the header sort. */
  readonly sortBy?: (row: Row) => number | string | null;
  /** The statistic that the column shows: its heading explains itself. */
  readonly term?: Term;
  /** Explains the column on hover and focus. */
  readonly help?: string;
}

export interface TableSort {
  readonly columnId: string;
  readonly descending: boolean;
}

export interface RowSelection {
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
}
