import type { Band } from '../../../shared/schemas/scorecard.ts';
import type { Format } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import type { Words } from './build-verdict-sentence.ts';
import type { DrillRow } from './run-context.ts';

/** Columns of the accounts behind a number: as-of rows with what came after. */
export function buildDrillColumns(
  bands: readonly Band[],
  { t, format }: { readonly t: Words; readonly format: Format },
): DataColumn<DrillRow>[] {
  const bandOf = (row: DrillRow) => bands.find((band) => band.id === row.bandId) ?? null;
  return [
    { id: 'account', header: t('drill.account'), cell: (row) => row.name || row.accountId },
    { id: 'asOf', header: t('drill.asOf'), width: 110, cell: (row) => format.day(row.asOf) },
    {
      id: 'score',
      header: t('drill.score'),
      width: 76,
      align: 'right',
      cell: (row) => format.score(row.score),
    },
    { id: 'band', header: t('drill.band'), width: 130, cell: (row) => <BandBadge band={bandOf(row)} /> },
    { id: 'result', header: t('drill.result'), width: 96, cell: (row) => t(`drill.results.${row.label}`) },
    {
      id: 'outcomeDay',
      header: t('drill.outcomeDay'),
      width: 110,
      cell: (row) => format.day(row.outcomeDay),
    },
    {
      id: 'daysBefore',
      header: t('drill.daysBefore'),
      width: 120,
      align: 'right',
      cell: (row) => format.number(daysBefore(row), 0),
    },
  ];
}

/** Days from the as-of date to the outcome; null where none is known. */
export function daysBefore(row: Pick<DrillRow, 'asOf' | 'outcomeDay'>): number | null {
  return row.outcomeDay === null ? null : row.outcomeDay - row.asOf;
}
