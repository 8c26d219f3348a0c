import { Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../../../shared/schemas/figures.ts';
import type { DesignComparison } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { buildAucAxis, buildDifferenceAxis } from '../build-axis.ts';
import { ColumnHead } from '../column-head.tsx';
import { DrillNumber } from '../drill-number.tsx';
import { differenceKind } from './build-comparison.ts';
import { NoFigure } from './no-figure.tsx';

export interface ComparisonTableProps {
  readonly comparison: DesignComparison;
  readonly names: { readonly a: string; readonly b: string };
  /** The sentence for each outcome. */
  readonly sentences: Record<NonNullable<ReturnType<typeof differenceKind>>, string>;
}

/** Two designs on the same rows: each AUC, the paired difference, and who caught which churner. */
export function ComparisonTable({ comparison, names, sentences }: ComparisonTableProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const kind = differenceKind(comparison);
  const { difference, caughtBy, caughtLives } = comparison;
  const axis = buildAucAxis([comparison.a.auc, comparison.b.auc]);
  return (
    <Stack gap="xs" data-testid="comparison">
      {comparison.reason !== null && <NoFigure reason={comparison.reason} />}
      {kind !== null && <Text>{sentences[kind]}</Text>}
      <Text size="xs" c="dimmed">
        {t('basis')}{' '}
        <DrillNumber
          count={comparison.churners}
          value={format.count(comparison.churners, 'churner')}
          what={t('cases.drill')}
          cell={{ type: 'churners', threshold: null, which: 'all' }}
        />
        {` · ${format.count(comparison.accounts, 'account')} · `}
        <RowsNumber
          {...{ count: comparison.rows, rows: comparison.sharedRows }}
          value={format.count(comparison.rows, 'row')}
          what={t('lab.compare.sharedRows')}
        />
      </Text>
      {difference !== null && <DifferenceLine difference={difference} />}
      {comparison.rows > 0 && (
        <Table fz={13} maw={820} aria-label={t('lab.compare.label')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              <ColumnHead term="auc">AUC</ColumnHead>
              <ColumnHead right term="catchRate">
                {t('lab.compare.catch')}
              </ColumnHead>
              <ColumnHead right term="hitRate">
                {t('lab.compare.hit')}
              </ColumnHead>
              <ColumnHead right term="unscored">
                {t('lab.compare.unscored')}
              </ColumnHead>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(['a', 'b'] as const).map((side) => (
              <Table.Tr key={side}>
                <Table.Th fw={500}>{names[side]}</Table.Th>
                <Table.Td>
                  <EstimateText estimate={comparison[side].auc} axis={axis} />
                </Table.Td>
                <Table.Td className="num">
                  <RowsNumber
                    {...{ count: comparison[side].caught, rows: comparison[side].named.caught }}
                    what={`${names[side]}: ${t('lab.compare.catch')}`}
                  />{' '}
                  / {format.number(comparison.churners, 0)}
                </Table.Td>
                <Table.Td className="num">
                  <RowsNumber
                    {...{ count: comparison[side].alarmPositives, rows: comparison[side].named.positives }}
                    what={`${names[side]}: ${t('lab.compare.hit')}`}
                  />{' '}
                  /{' '}
                  <RowsNumber
                    {...{ count: comparison[side].alarmRows, rows: comparison[side].named.alarm }}
                    what={`${names[side]}: ${t('lab.compare.alarmRows')}`}
                  />
                </Table.Td>
                <Table.Td className="num">
                  <RowsNumber
                    {...{ count: comparison[side].unscoredRows, rows: comparison[side].named.unscored }}
                    what={`${names[side]}: ${t('lab.compare.unscored')}`}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {comparison.rows > 0 && (
        <Group gap="lg">
          <Text size="sm">{t('lab.compare.caughtBy')}:</Text>
          {(['both', 'onlyA', 'onlyB', 'neither'] as const).map((side) => (
            <Text key={side} size="sm">
              {t(`lab.compare.${side}`)}{' '}
              <DrillNumber
                count={caughtBy[side]}
                value={format.number(caughtBy[side], 0)}
                what={`${t('lab.compare.caughtBy')}: ${t(`lab.compare.${side}`)}`}
                cell={{ type: 'lives', lives: caughtLives[side] }}
                fw={700}
              />
            </Text>
          ))}
        </Group>
      )}
    </Stack>
  );
}

interface RowsNumberProps {
  readonly count: number;
  /** Null = too many to open. */
  readonly rows: number[] | null;
  readonly what: string;
  readonly value?: string;
}

function RowsNumber({ count, rows, what, value }: RowsNumberProps) {
  const format = useFormat();
  const shown = value ?? format.number(count, 0);
  if (rows === null) return <>{shown}</>;
  return <DrillNumber count={count} value={shown} what={what} cell={{ type: 'panelRows', rows }} />;
}

function DifferenceLine({ difference }: { readonly difference: Estimate }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { low, high } = difference;
  return (
    <span className="backtest-figure" title={t('lab.compare.differenceHelp')}>
      <Text span size="sm">
        {t('lab.compare.difference')}
      </Text>
      <Text span fw={600}>
        {format.difference(difference.value)}
      </Text>
      <IntervalBar
        estimate={difference}
        {...buildDifferenceAxis([difference])}
        reference={0}
        width={180}
        format={(value) => format.difference(value)}
      />
      <Text span size="xs" c="dimmed">
        {low === null || high === null
          ? t('lab.noInterval')
          : `[${format.difference(low)}, ${format.difference(high)}]`}
      </Text>
    </span>
  );
}

interface EstimateTextProps {
  readonly estimate: Estimate | null;
  readonly axis: { readonly min: number; readonly max: number };
}

function EstimateText({ estimate, axis }: EstimateTextProps) {
  const format = useFormat();
  if (estimate === null) return <>–</>;
  return (
    <span className="backtest-figure">
      <IntervalBar estimate={estimate} {...axis} reference={0.5} width={90} />
      {format.auc(estimate.value)} {format.interval(estimate.low, estimate.high)}
    </span>
  );
}
