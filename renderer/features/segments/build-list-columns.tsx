import type { TFunction } from 'i18next';
import type { Pattern, Scorecard } from '../../../shared/schemas/scorecard.ts';
import { patternCellName } from '../../../shared/scoring/patterns.ts';
import { type ListRow, lostPointsText } from '../../../shared/segments/list-table.ts';
import type { Format } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { attributeColumnId } from './list-sort.ts';

export interface ListColumnsInput {
  readonly t: TFunction<'lists'>;
  readonly format: Format;
  readonly scorecard: Scorecard;
  readonly measureName: (id: string) => string;
  readonly attributes: readonly string[];
}

/** Any function makes a header sort: the engine does the sorting. */
const sorts = () => 0;

export function buildListColumns(input: ListColumnsInput): DataColumn<ListRow>[] {
  const { t, format, scorecard, measureName, attributes } = input;
  const bands = new Map(scorecard.bands.map((band) => [band.id, band]));
  const bandOf = (row: ListRow) => (row.bandId === null ? null : (bands.get(row.bandId) ?? null));
  return [
    {
      ...{ id: 'name', header: t('column.name'), width: 160, sortBy: sorts },
      cell: (row) => <AccountCell row={row} />,
    },
    {
      ...{ id: 'score', header: t('column.score'), width: 72, align: 'right', sortBy: sorts },
      cell: (row) => format.score(row.score),
    },
    {
      ...{ id: 'band', header: t('column.band'), width: 104 },
      cell: (row) => (
        <>
          <BandBadge band={bandOf(row)} />
          {row.override !== undefined && (
            <span title={row.override.reason}>
              {' → '}
              <BandBadge band={bands.get(row.override.bandId) ?? null} />
            </span>
          )}
        </>
      ),
    },
    {
      ...{ id: 'change', header: t('column.change'), width: 84, align: 'right', sortBy: sorts },
      help: t('column.changeHelp'),
      cell: (row) => changeText(row.change),
    },
    {
      ...{ id: 'reasons', header: t('column.reasons'), width: 200 },
      help: t('column.reasonsHelp'),
      cell: (row) => lines(reasonsText(row, measureName)),
    },
    { id: 'action', header: t('column.action'), width: 172, cell: (row) => lines(bandOf(row)?.action ?? '') },
    { id: 'owner', header: t('column.owner'), width: 96, cell: (row) => whole(bandOf(row)?.owner ?? '') },
    ...attributes.map((attribute, position) => ({
      ...{ id: attributeColumnId(attribute), header: attribute, width: 130, sortBy: sorts },
      cell: (row: ListRow) => whole(row.attributes[position] ?? ''),
    })),
    {
      ...{ id: 'coverage', header: t('column.coverage'), width: 76, align: 'right', sortBy: sorts },
      cell: (row) => format.percent(row.coverage, 0),
    },
    ...(scorecard.patterns ?? []).map((pattern, p) => ({
      ...{ id: `pattern ${pattern.id}`, header: pattern.name, width: 260 },
      cell: (row: ListRow) => lines(patternText(pattern, row.patterns?.[p] ?? null, measureName)),
    })),
  ];
}

/** "Slipping: offer a training (Sato)"; the cell alone where it has no action yet, empty where it has no value. */
export function patternText(
  pattern: Pattern,
  cell: number | null,
  measureName: (id: string) => string,
): string {
  const words = cell === null ? undefined : pattern.cells[cell];
  if (cell === null || words === undefined) return '';
  const name = patternCellName(pattern, cell, measureName);
  const owner = words.owner === '' ? '' : ` (${words.owner})`;
  return words.action === '' ? name : `${name}: ${words.action}${owner}`;
}

/** "+2.5", "−11", "±0"; a dash where either score is missing. */
export function changeText(change: number | null): string {
  if (change === null) return '–';
  if (change === 0) return '±0.0';
  return change > 0 ? `+${change.toFixed(1)}` : `−${Math.abs(change).toFixed(1)}`;
}

/** "Log-in days −23 · Open tickets −8.1", the largest first. */
export function reasonsText(row: ListRow, measureName: (id: string) => string): string {
  return row.reasons
    .map(({ measureId, lostPoints }) => `${measureName(measureId)} ${lostPointsText(lostPoints)}`)
    .join(' · ');
}

/** The name with the id below it; once where both are the same. */
function AccountCell({ row: { accountId, name } }: { readonly row: ListRow }) {
  if (name === '' || name === accountId) return whole(accountId);
  return (
    <span className="list-account" title={`${name} (${accountId})`}>
      <span>{name}</span> <small>{accountId}</small>
    </span>
  );
}

/** A text that may be cut off by its column: whole on hover. */
function whole(text: string) {
  return <span title={text}>{text}</span>;
}

/** A text in two lines: whole on hover, and where the row has the focus. */
function lines(text: string) {
  return (
    <span className="list-lines" title={text}>
      {text}
    </span>
  );
}
