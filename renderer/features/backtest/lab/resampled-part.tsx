import { Button, Table, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../../../shared/schemas/figures.ts';
import type { BootstrapFigures } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Explained, type Term } from '../../../ui/explained.tsx';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { ProgressCard } from '../../../ui/progress-card.tsx';
import { ColumnHead } from '../column-head.tsx';
import { inPoints } from './build-comparison.ts';
import { LabPart } from './lab-part.tsx';
import { NoFigure } from './no-figure.tsx';
import type { Resampled } from './use-resampled.ts';
import { WindowN } from './window-n.tsx';

/** Intervals of the figures that have no formula, from 1,000 draws of the accounts. */
export function ResampledPart({ resampled }: { readonly resampled: Resampled }) {
  const { t } = useTranslation('backtest');
  const { figures, task, start, begin } = resampled;
  useEffect(begin, [begin]);
  return (
    <LabPart
      title={t('lab.resampled.title')}
      why={t('lab.resampled.why')}
      right={
        <Button variant="default" disabled={task.isRunning} onClick={start}>
          {t('lab.resampled.button')}
        </Button>
      }
    >
      {task.progress !== null && <ProgressCard task={task.progress} onStop={task.cancel} />}
      {figures !== null && figures.reason !== null && <NoFigure reason={figures.reason} />}
      {figures !== null && figures.resamples > 0 && <ResampledTable figures={figures} />}
    </LabPart>
  );
}

function ResampledTable({ figures }: { readonly figures: BootstrapFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const share = (value: number) => format.percent(value);
  const { cheapestThreshold } = figures;
  return (
    <>
      <Table fz={13} maw={720} aria-label={t('lab.resampled.label')} data-testid="resampled">
        <Table.Thead>
          <Table.Tr>
            <ColumnHead>{t('lab.resampled.figure')}</ColumnHead>
            <ColumnHead right term="resampled">
              {t('lab.resampled.value')}
            </ColumnHead>
            <ColumnHead term="interval">{t('lab.resampled.interval')}</ColumnHead>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(['catchRate', 'hitRate', 'amountCatch'] as const).map((key) => (
            <FigureRow
              key={key}
              term={key}
              name={t(`lab.resampled.${key}`)}
              estimate={figures[key]}
              write={share}
            />
          ))}
          {(['averagePrecision', 'ks', 'auc'] as const).map((key) => (
            <FigureRow
              key={key}
              term={key}
              name={t(`lab.resampled.${key}`)}
              estimate={figures[key]}
              write={(value) => format.auc(value)}
            />
          ))}
          <FigureRow
            term="thresholdByCost"
            name={t('lab.resampled.cheapestThreshold')}
            estimate={cheapestThreshold === null ? null : inPoints(cheapestThreshold)}
            max={100}
            write={format.score}
          />
        </Table.Tbody>
      </Table>
      {figures.amountEffectiveN !== null && (
        <Text size="xs" c="dimmed">
          <Explained term="effectiveN">
            {t('lab.resampled.amountNote', {
              n: format.number(figures.amountEffectiveN, 1),
              missing: format.number(figures.amountMissing, 0),
            })}
          </Explained>
        </Text>
      )}
      <Text size="xs" c="dimmed">
        <WindowN churners={figures.churners} rows={figures.rows} />
        {` · ${format.count(figures.accounts, 'account')}. `}
        {t('lab.resampled.method', {
          resamples: format.number(figures.resamples, 0),
          generator: figures.generator,
          seed: figures.seed,
        })}
      </Text>
    </>
  );
}

interface FigureRowProps {
  readonly term: Term;
  readonly name: string;
  readonly estimate: Estimate | null;
  readonly max?: number;
  readonly write: (value: number) => string;
}

function FigureRow({ term, name, estimate, max = 1, write }: FigureRowProps) {
  const format = useFormat();
  if (estimate === null) return null;
  return (
    <Table.Tr>
      <Table.Th fw={500}>
        <Explained term={term}>{name}</Explained>
      </Table.Th>
      <Table.Td className="num">{write(estimate.value)}</Table.Td>
      <Table.Td>
        <span className="backtest-figure">
          <IntervalBar estimate={estimate} max={max} width={180} format={write} />
          <Text span size="xs" c="dimmed">
            {format.interval(estimate.low, estimate.high, write)}
          </Text>
        </span>
      </Table.Td>
    </Table.Tr>
  );
}
