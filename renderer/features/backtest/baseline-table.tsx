import { Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BaselineFigure, Estimate } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { buildAucAxis, buildDifferenceAxis } from './build-axis.ts';
import { ColumnHead } from './column-head.tsx';
import { WindowN } from './lab/window-n.tsx';
import { useRun } from './run-context.ts';

/** The plain rules beside the score: AUC, paired difference and what part each has in the verdict. */
export function BaselineTable() {
  const { t } = useTranslation('backtest');
  const { output, window, isOptimistic } = useRun();
  const { baselines, verdict } = output.figures;
  if (baselines.length === 0) return <Text size="sm">{t('baseline.notHere')}</Text>;
  const isTooFew = verdict.gate === 'tooFew';
  const axes = {
    auc: buildAucAxis([window?.auc ?? null, ...baselines.map((baseline) => baseline.auc)]),
    difference: buildDifferenceAxis(baselines.map((baseline) => baseline.difference)),
  };
  return (
    <Stack gap="xs" {...(isOptimistic ? { className: 'optimistic' } : {})}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('baseline.why')}</Text>
        {window !== null && (
          <Text size="xs">
            <WindowN churners={window.churners} rows={window.rows - window.unscoredRows} />
          </Text>
        )}
      </Group>
      {isTooFew && <Text size="sm">{t('baseline.tooFew')}</Text>}
      <Table fz={13} aria-label={t('baseline.title')}>
        <Table.Thead>
          <Table.Tr>
            <ColumnHead term="baseline">{t('baseline.rule')}</ColumnHead>
            <ColumnHead term="auc">AUC</ColumnHead>
            {!isTooFew && (
              <ColumnHead term="aucDifference">
                {t('verdict.difference', { baseline: t('baseline.rule') })}
              </ColumnHead>
            )}
            <ColumnHead term="verdict">{t('baseline.status')}</ColumnHead>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th>{t('verdict.score')}</Table.Th>
            <Table.Td>
              <Figure estimate={window?.auc ?? null} axis={axes.auc} reference={0.5} />
            </Table.Td>
            {!isTooFew && <Table.Td />}
            <Table.Td />
          </Table.Tr>
          {baselines.map((baseline) => (
            <BaselineRow key={baseline.key} baseline={baseline} axes={axes} hasDifference={!isTooFew} />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

interface Axis {
  readonly min: number;
  readonly max: number;
}

interface BaselineRowProps {
  readonly baseline: BaselineFigure;
  readonly axes: { readonly auc: Axis; readonly difference: Axis };
  readonly hasDifference: boolean;
}

function BaselineRow({ baseline, axes, hasDifference }: BaselineRowProps) {
  const { t } = useTranslation('backtest');
  const { verdict } = useRun().output.figures;
  const { key, status } = baseline;
  const name = t(`baseline.name.${key}`);
  const judged = t(verdict.decidedBy === key ? 'baseline.decides' : 'baseline.judged');
  const isEqual = key === 'equalWeights' && status === 'sameRanking';
  const otherwise = isEqual ? t('baseline.equalAlready') : t(`baseline.${status}`, { name });
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td>
        <Figure estimate={baseline.auc} axis={axes.auc} reference={0.5} />
      </Table.Td>
      {hasDifference && (
        <Table.Td>
          <Figure estimate={baseline.difference} axis={axes.difference} reference={0} isDifference />
        </Table.Td>
      )}
      <Table.Td>{status === 'judged' ? judged : otherwise}</Table.Td>
    </Table.Tr>
  );
}

interface FigureProps {
  readonly estimate: Estimate | null;
  readonly axis: Axis;
  readonly reference: number;
  readonly isDifference?: boolean;
}

function Figure({ estimate, axis, reference, isDifference = false }: FigureProps) {
  const format = useFormat();
  if (estimate === null) return <span>–</span>;
  const write = (value: number) => (isDifference ? format.difference : format.auc)(value, 3);
  return (
    <span className="backtest-figure">
      <IntervalBar estimate={estimate} {...axis} reference={reference} width={140} format={write} />
      <Text span fw={600} inherit>
        {write(estimate.value)}
      </Text>
      <Text span c="dimmed" inherit>
        {format.interval(estimate.low, estimate.high, write)}
      </Text>
    </span>
  );
}
