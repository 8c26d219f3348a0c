import { Box, Group, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Chart } from '../../ui/chart.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';
import { buildRoc } from './build-roc.ts';
import { buildRocOption } from './build-roc-option.ts';
import type { ThresholdFigures, ThresholdSums } from './build-threshold.ts';
import { useShownScore } from './run-context.ts';

export interface RocChartProps {
  readonly sums: ThresholdSums;
  readonly figures: ThresholdFigures;
  readonly threshold: number;
}

/** The ROC curve in a square with the line of chance; the threshold is a point on it. */
export function RocChart({ sums, figures, threshold }: RocChartProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const shown = useShownScore();
  const points = useMemo(() => buildRoc(sums), [sums]);
  const { falsePositiveRate, truePositiveRate } = figures.roc;
  const option = useMemo(
    () =>
      buildRocOption(
        points,
        { x: falsePositiveRate, y: truePositiveRate },
        {
          x: t('explorer.rocX'),
          y: t('explorer.rocY'),
          percent: (share) => format.percent(share, 0),
          threshold: (tenths) => `${t('explorer.threshold')} ${format.score(Math.min(100, shown(tenths)))}`,
        },
      ),
    [points, falsePositiveRate, truePositiveRate, t, format, shown],
  );
  return (
    <Box w={288} style={{ flexShrink: 0 }}>
      <Group gap={6} h={24}>
        <Title order={3} size="h6">
          {t('explorer.rocTitle')}
        </Title>
        <HelpTip text={t('explorer.rocHelp')} />
        <Text size="xs" c="dimmed">
          {t('explorer.rocN', {
            churned: format.number(sums.figures.positives, 0),
            kept: format.number(sums.figures.kept, 0),
          })}
        </Text>
      </Group>
      <Chart
        option={option}
        height={272}
        ariaLabel={t('explorer.roc', {
          threshold: format.score(Math.min(100, shown(threshold))),
          tpr: format.percent(truePositiveRate, 0),
          fpr: format.percent(falsePositiveRate, 0),
        })}
      />
    </Box>
  );
}
