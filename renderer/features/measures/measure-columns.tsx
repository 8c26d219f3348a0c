import { Checkbox, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Format } from '../../format/use-format.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { MiniHistogram } from '../../ui/mini-histogram.tsx';
import { AucFigure } from './auc-figure.tsx';
import {
  type MeasureRow,
  missingShare,
  rateSpread,
  shapeDistance,
  warningCount,
  warningSeverity,
} from './build-measure-rows.ts';
import { ClusterCell } from './cluster-cell.tsx';
import { FifthBars } from './fifth-bars.tsx';
import { FlagBadges } from './flag-badges.tsx';

export interface MeasureColumnsInput {
  readonly t: TFunction<'measures'>;
  readonly format: Format;
  readonly onActionable: (measure: Measure, actionable: boolean) => void;
  readonly onFlip: (measure: Measure) => void;
  /** Whether anything speaks against any measure. */
  readonly hasWarnings: boolean;
}

/** The columns of the measures table; figures still on their way leave their cells empty. */
export function measureColumns(input: MeasureColumnsInput): DataColumn<MeasureRow>[] {
  const caution = input.hasWarnings ? [cautionColumn(input)] : [];
  return [...describing(input), ...ranking(input), ...caution, ...keeping(input)];
}

/** How much speaks against each measure; what it is stands under its name. */
function cautionColumn({ t, format }: MeasureColumnsInput): DataColumn<MeasureRow> {
  return {
    id: 'caution',
    header: t('explorer.column.caution'),
    firstSort: 'descending',
    help: t('explorer.columnHelp.caution'),
    width: 58,
    align: 'right',
    cell: (row) => (warningCount(row) === 0 ? '–' : `△ ${format.number(warningCount(row), 0)}`),
    sortBy: warningSeverity,
  };
}

function describing({ t, format, onFlip }: MeasureColumnsInput): DataColumn<MeasureRow>[] {
  return [
    {
      id: 'name',
      header: t('column.name'),
      help: t('explorer.columnHelp.name'),
      cell: (row) => <NameCell row={row} onFlip={onFlip} />,
      sortBy: ({ measure }) => measure.name,
    },
    {
      id: 'histogram',
      header: t('column.histogram'),
      firstSort: 'descending',
      help: t('explorer.columnHelp.histogram'),
      width: 104,
      cell: ({ measure, figures }) =>
        figures !== null && (
          <MiniHistogram histogram={figures.histogram} name={measure.name} width={86} height={36} />
        ),
      sortBy: ({ figures }) => (figures === null ? null : shapeDistance(figures.histogram)),
    },
    {
      id: 'fifths',
      header: t('column.fifths'),
      firstSort: 'descending',
      help: t('explorer.columnHelp.fifths'),
      width: 92,
      cell: ({ figures }) => figures !== null && <FifthBars fifths={figures.fifths} width={76} height={36} />,
      sortBy: ({ figures }) => (figures === null ? null : rateSpread(figures.fifths)),
    },
    {
      id: 'missing',
      header: t('column.missing'),
      help: t('explorer.columnHelp.missing'),
      width: 58,
      align: 'right',
      cell: ({ figures }) => figures !== null && format.percent(missingShare(figures), 0),
      sortBy: ({ figures }) => missingShare(figures),
    },
    {
      id: 'stale',
      header: t('explorer.column.stale'),
      help: t('explorer.columnHelp.stale'),
      width: 70,
      align: 'right',
      cell: ({ explored }) => explored !== null && format.percent(explored.staleShare, 0),
      sortBy: ({ explored }) => explored?.staleShare ?? null,
    },
  ];
}

interface NameCellProps extends Pick<MeasureColumnsInput, 'onFlip'> {
  readonly row: MeasureRow;
}

function NameCell({ row, onFlip }: NameCellProps) {
  const hasWarnings = warningCount(row) > 0;
  return (
    <>
      <span className="measure-name" title={row.measure.name}>
        {row.measure.name}
      </span>
      {hasWarnings && <FlagBadges row={row} onFlip={onFlip} />}
      <span className="measure-words" data-short={hasWarnings || undefined} title={row.words}>
        {row.words}
      </span>
    </>
  );
}

function ranking({ t, format }: MeasureColumnsInput): DataColumn<MeasureRow>[] {
  return [
    {
      id: 'auc',
      header: t('column.auc'),
      help: t('explorer.columnHelp.auc'),
      firstSort: 'descending',
      width: 184,
      cell: (row) => <AucFigure row={row} />,
      sortBy: ({ figures }) => figures?.auc?.value ?? null,
    },
    {
      id: 'ks',
      header: t('explorer.column.ks'),
      firstSort: 'descending',
      help: t('explorer.columnHelp.ks'),
      width: 46,
      align: 'right',
      cell: ({ explored }) => explored !== null && format.auc(explored.ks),
      sortBy: ({ explored }) => explored?.ks ?? null,
    },
    {
      id: 'iv',
      header: t('explorer.column.iv'),
      firstSort: 'descending',
      help: t('explorer.columnHelp.iv'),
      width: 72,
      align: 'right',
      cell: ({ explored }) =>
        explored !== null && (
          <>
            <span>{format.auc(explored.iv)}</span>
            <Text size="xs" c="dimmed" lh={1.3}>
              {t('explorer.noise', { value: format.auc(explored.noise.iv) })}
            </Text>
          </>
        ),
      sortBy: ({ explored }) => explored?.iv ?? null,
    },
    {
      id: 'cluster',
      header: t('explorer.column.cluster'),
      help: t('explorer.columnHelp.cluster'),
      width: 76,
      cell: (row) => <ClusterCell row={row} />,
      sortBy: ({ cluster }) => cluster?.label || null,
    },
  ];
}

function keeping({ t, format, onActionable }: MeasureColumnsInput): DataColumn<MeasureRow>[] {
  return [
    {
      id: 'actionable',
      header: t('explorer.column.actionable'),
      help: t('explorer.columnHelp.actionable'),
      width: 70,
      cell: ({ measure }) => (
        <Checkbox
          size="xs"
          aria-label={t('explorer.actionableOf', { name: measure.name })}
          checked={measure.actionable}
          onChange={(event) => onActionable(measure, event.currentTarget.checked)}
        />
      ),
      sortBy: ({ measure }) => Number(measure.actionable),
    },
    {
      id: 'used',
      header: t('column.used'),
      width: 54,
      cell: ({ usedIn }) => (
        <span title={usedIn.length === 0 ? undefined : t('usedIn', { names: usedIn.join(', ') })}>
          {usedIn.length === 0
            ? t('usedNone')
            : t('usedShort', { count: usedIn.length, value: format.number(usedIn.length, 0) })}
        </span>
      ),
      sortBy: ({ usedIn }) => usedIn.length,
    },
  ];
}
