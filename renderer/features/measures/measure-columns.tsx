import { Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Format } from '../../format/use-format.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { MiniHistogram } from '../../ui/mini-histogram.tsx';
import { type MeasureRow, missingShare } from './build-measure-rows.ts';
import { FifthBars } from './fifth-bars.tsx';
import { FlagBadges } from './flag-badges.tsx';

/** The columns of the measures table; figures still on their way leave their cells empty. */
export function measureColumns(t: TFunction<'measures'>, format: Format): DataColumn<MeasureRow>[] {
  return [
    {
      id: 'name',
      header: t('column.name'),
      width: 176,
      cell: ({ measure }) => (
        <span className="measure-words measure-name" title={measure.name}>
          {measure.name}
        </span>
      ),
      sortBy: ({ measure }) => measure.name,
    },
    {
      id: 'words',
      header: t('column.words'),
      cell: ({ words }) => (
        <span className="measure-words" title={words}>
          {words}
        </span>
      ),
    },
    {
      id: 'histogram',
      header: t('column.histogram'),
      help: t('columnHelp.histogram'),
      width: 124,
      cell: ({ measure, figures }) =>
        figures !== null && (
          <MiniHistogram histogram={figures.histogram} name={measure.name} width={104} height={32} />
        ),
    },
    {
      id: 'fifths',
      header: t('column.fifths'),
      help: t('columnHelp.fifths'),
      width: 104,
      cell: ({ figures }) => figures !== null && <FifthBars fifths={figures.fifths} width={84} />,
    },
    {
      id: 'auc',
      header: t('column.auc'),
      help: t('columnHelp.auc'),
      width: 176,
      cell: (row) => <AucCell row={row} t={t} format={format} />,
      sortBy: ({ figures }) => figures?.auc?.value ?? null,
    },
    {
      id: 'missing',
      header: t('column.missing'),
      help: t('columnHelp.missing'),
      width: 92,
      align: 'right',
      cell: ({ figures }) => figures !== null && format.percent(missingShare(figures)),
      sortBy: ({ figures }) => missingShare(figures),
    },
    {
      id: 'flags',
      header: t('column.flags'),
      width: 124,
      cell: ({ figures }) => figures !== null && <FlagBadges flags={figures.suspicious} />,
      sortBy: ({ figures }) => figures?.suspicious.length ?? null,
    },
    {
      id: 'used',
      header: t('column.used'),
      width: 64,
      cell: ({ usedIn }) => <UsedCell names={usedIn} t={t} format={format} />,
      sortBy: ({ usedIn }) => usedIn.length,
    },
  ];
}

interface CellProps {
  readonly t: TFunction<'measures'>;
  readonly format: Format;
}

function AucCell({ row: { figures }, t, format }: CellProps & { readonly row: MeasureRow }) {
  if (figures === null) return null;
  if (figures.auc === null) return <span>–</span>;
  return (
    <Group gap={8} wrap="nowrap" title={t(`healthier.${figures.healthier}`)}>
      <IntervalBar estimate={figures.auc} min={0.4} max={1} reference={0.5} width={96} />
      <div className="measure-auc">
        <Text size="xs" fw={600} lh={1.2}>
          {format.auc(figures.auc.value)}
        </Text>
        <Text size="xs" c="dimmed" lh={1.2}>
          {format.interval(figures.auc.low, figures.auc.high)}
        </Text>
      </div>
    </Group>
  );
}

function UsedCell({ names, t, format }: CellProps & { readonly names: readonly string[] }) {
  if (names.length === 0) return <span>{t('usedNone')}</span>;
  return (
    <span title={t('usedIn', { names: names.join(', ') })}>
      {t('usedShort', { count: names.length, value: format.number(names.length, 0) })}
    </span>
  );
}
