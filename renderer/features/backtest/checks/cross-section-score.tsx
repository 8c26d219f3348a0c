import { SimpleGrid, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CrossSectionFigures } from '../../../../shared/schemas/cross-section.ts';
import type { Scorecard } from '../../../../shared/schemas/scorecard.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Chart } from '../../../ui/chart.tsx';
import { Explained } from '../../../ui/explained.tsx';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { useChartInk } from '../../../ui/use-chart-ink.ts';
import { buildRoc } from '../build-roc.ts';
import { buildRocOption } from '../build-roc-option.ts';
import { buildThresholdSums } from '../build-threshold.ts';
import { ColumnHead } from '../column-head.tsx';
import { LabPart } from '../lab/lab-part.tsx';

type Score = NonNullable<CrossSectionFigures['score']>;

export interface CrossSectionScoreProps {
  readonly figures: CrossSectionFigures;
  readonly scorecard: Scorecard;
  readonly seed: number;
}

/** The scorecard's figures on a snapshot: AUC, ROC, bands, and calibration on halves. */
export function CrossSectionScore({ figures, scorecard, seed }: CrossSectionScoreProps) {
  const { t } = useTranslation('backtest');
  const { score } = figures;
  if (score === null) {
    return (
      <LabPart title={t('checks.snapshot.score')}>
        <Text size="sm">{t('checks.snapshot.noScore')}</Text>
      </LabPart>
    );
  }
  return (
    <LabPart title={t('checks.snapshot.score')} why={t('checks.snapshot.scoreWhy')}>
      <Headline score={score} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Bands score={score} scorecard={scorecard} seed={seed} />
        <Roc score={score} />
      </SimpleGrid>
    </LabPart>
  );
}

function Headline({ score: { auc, ks } }: { readonly score: Score }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  return (
    <span className="backtest-figure" data-testid="snapshot-auc">
      <Text span fw={600}>
        {t('checks.snapshot.auc')} {format.auc(auc?.value ?? null)}
      </Text>
      <IntervalBar estimate={auc} reference={0.5} />
      <Text span size="xs" c="dimmed">
        {format.interval(auc?.low ?? null, auc?.high ?? null, format.auc)} · {t('checks.snapshot.ks')}{' '}
        {format.number(ks, 3)}
      </Text>
    </span>
  );
}

function Bands({
  score,
  scorecard,
  seed,
}: Omit<CrossSectionScoreProps, 'figures'> & { readonly score: Score }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { figures, calibration } = score;
  const highest = Math.max(0.1, ...figures.bands.map(({ high }) => high ?? 0));
  const percent = (value: number) => format.percent(value);
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t('checks.snapshot.calibration')}: {t('checks.snapshot.calibrationWhy', { seed })}
      </Text>
      <Table fz={13} aria-label={t('checks.snapshot.bands')} data-testid="snapshot-bands">
        <Table.Thead>
          <Table.Tr>
            <ColumnHead>{t('checks.snapshot.band')}</ColumnHead>
            <ColumnHead right term="accounts">
              {t('checks.snapshot.accounts')}
            </ColumnHead>
            <ColumnHead term="churnRate">{t('checks.snapshot.rate')}</ColumnHead>
            <ColumnHead right term="predictedRate">
              {t('checks.snapshot.predicted')}
            </ColumnHead>
            <ColumnHead right term="churnRate">
              {t('checks.snapshot.observed')}
            </ColumnHead>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {scorecard.bands.map((band, b) => {
            const figure = figures.bands[b];
            const checked = calibration.bands[b];
            if (figure === undefined) return null;
            const { rate, low, high } = figure;
            return (
              <Table.Tr key={band.id}>
                <Table.Th fw={500}>
                  {band.symbol} {band.label}
                </Table.Th>
                <Table.Td className="num" ta="right">
                  {format.number(figure.rows, 0)}
                </Table.Td>
                <Table.Td>
                  <span className="backtest-figure">
                    <span className="num">{format.percent(rate)}</span>
                    <IntervalBar
                      estimate={rate === null ? null : { value: rate, low, high }}
                      max={highest}
                      format={percent}
                    />
                  </span>
                </Table.Td>
                <Table.Td className="num" ta="right">
                  {format.percent(checked?.predicted ?? null)}
                </Table.Td>
                <Table.Td className="num" ta="right">
                  {format.percent(checked?.rate ?? null)}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Top score={score} />
    </div>
  );
}

function Top({ score: { curves } }: { readonly score: Score }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  return (
    <Table fz={13} mt="md" aria-label={t('checks.snapshot.top')}>
      <Table.Thead>
        <Table.Tr>
          <ColumnHead term="topShare">{t('checks.snapshot.top')}</ColumnHead>
          <ColumnHead right term="calledRows">
            {t('checks.snapshot.called')}
          </ColumnHead>
          <ColumnHead right term="foundRows">
            {t('checks.snapshot.found')}
          </ColumnHead>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {curves.top.map(({ percent, called, found, catchRate }) => (
          <Table.Tr key={percent}>
            <Table.Td>{format.percent(percent / 100, 0)}</Table.Td>
            <Table.Td className="num" ta="right">
              {format.number(called, 0)}
            </Table.Td>
            <Table.Td className="num" ta="right">
              {format.expected(found)} ({format.percent(catchRate, 0)})
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Roc({ score: { figures } }: { readonly score: Score }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const ink = useChartInk();
  const option = useMemo(
    () =>
      buildRocOption(buildRoc(buildThresholdSums(figures, 1)), {
        x: t('explorer.rocX'),
        y: t('explorer.rocY'),
        percent: (share) => format.percent(share, 0),
        threshold: (tenths) => `${t('explorer.threshold')} ${format.score(Math.min(100, tenths / 10))}`,
        ink,
      }),
    [figures, ink, t, format],
  );
  return (
    <div>
      <Text size="sm" fw={600}>
        <Explained term="roc">{t('explorer.rocTitle')}</Explained>
      </Text>
      <div style={{ width: 320 }}>
        <Chart option={option} height={300} ariaLabel={t('explorer.rocTitle')} />
      </div>
    </div>
  );
}
