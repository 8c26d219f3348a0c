import type { TFunction } from 'i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Format } from '../../format/use-format.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { reasonOf } from './problem-reasons.ts';

export type ProblemRow = ChannelOutput<'imports.rejectedRows'>['rows'][number];

/** Line, column, reason in words with what to do, and the text found there. */
export function buildProblemColumns(
  t: TFunction<['data', 'common']>,
  format: Format,
): DataColumn<ProblemRow>[] {
  return [
    {
      id: 'line',
      header: t('problemTable.line'),
      width: 72,
      align: 'right',
      cell: (row) => format.number(row.line, 0),
    },
    {
      id: 'column',
      header: t('problemTable.column'),
      width: 128,
      cell: (row) => (row.column === '' ? t('problemTable.wholeRow') : row.column),
    },
    { id: 'value', header: t('problemTable.value'), width: 144, cell: (row) => row.value },
    {
      id: 'reason',
      header: t('problemTable.reason'),
      cell: (row) => <span className="problem-reason">{t(`reason.${reasonOf(row.reason)}`)}</span>,
    },
  ];
}

/** Pixels of a row: its reason may take two lines. */
export const problemRowHeight = 44;

/** Two rows of one table may tell of the same line. */
export function problemRowId(row: ProblemRow): string {
  return `${row.line} ${row.column} ${row.reason}`;
}
