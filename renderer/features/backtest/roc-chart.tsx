import { Box, Group, Text, Title } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Chart, type ChartPoint } from '../../ui/chart.tsx';
import { Explained } from '../../ui/explained.tsx';
import { useChartInk } from '../../ui/use-chart-ink.ts';
import { buildRoc, type RocPoint } from './build-roc.ts';
import { buildRocOption, rocPointAt } from './build-roc-option.ts';
import type { ThresholdFigures, ThresholdSums } from './build-threshold.ts';
import { linkedId, markedId, overlayOf, pointedId } from './charts/build-overlays.ts';
import { useLink } from './link-context.ts';
import { useRun, useShownScore } from './run-context.ts';
import { useThreshold } from './threshold-context.tsx';

export interface RocChartProps {
  readonly sums: ThresholdSums;
  readonly figures: ThresholdFigures;
}

/** The ROC curve in a square with the line of chance; the threshold is a point on it, and a click moves it. */
export function RocChart({ sums, figures }: RocChartProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const shown = useShownScore();
  const { windowName } = useRun();
  const { threshold, setThreshold } = useThreshold();
  const { point } = useLink();
  const points = useMemo(() => buildRoc(sums), [sums]);
  const ink = useChartInk();
  const { falsePositiveRate, truePositiveRate } = figures.roc;
  const option = useMemo(
    () =>
      buildRocOption(points, {
        x: t('explorer.rocX'),
        y: t('explorer.rocY'),
        percent: (share) => format.percent(share, 0),
        threshold: (tenths) => `${t('explorer.threshold')} ${format.score(Math.min(100, shown(tenths)))}`,
        ink,
      }),
    [points, ink, shown, t, format],
  );
  const overlay = useRocOverlay(points, figures);
  const thresholdAt = useCallback(
    ({ seriesIndex, dataIndex }: ChartPoint) =>
      seriesIndex === 0 ? points[dataIndex]?.threshold : undefined,
    [points],
  );
  const hover = (at: ChartPoint | null) => {
    const tenths = at === null ? undefined : thresholdAt(at);
    if (tenths === undefined) return point(null);
    const score = Math.min(1001, tenths) / 10;
    return point({
      title: t('explorer.below', { score: format.score(Math.min(100, shown(tenths))) }),
      cell: { type: 'confusion', threshold: score, cell: 'caught' },
      window: windowName,
      threshold: tenths,
    });
  };
  return (
    <Box w={288} style={{ flexShrink: 0 }}>
      <Group gap={6} h={24}>
        <Title order={3} size="h6">
          <Explained term="roc">{t('explorer.rocTitle')}</Explained>
        </Title>
        <Text size="xs" c="dimmed">
          {t('explorer.rocN', {
            churned: format.number(sums.figures.positives, 0),
            kept: format.number(sums.figures.kept, 0),
          })}
        </Text>
      </Group>
      <Chart
        option={option}
        overlay={overlay}
        height={272}
        ariaLabel={t('explorer.roc', {
          threshold: format.score(Math.min(100, shown(threshold))),
          tpr: format.percent(truePositiveRate, 0),
          fpr: format.percent(falsePositiveRate, 0),
        })}
        onHover={hover}
        onPoint={(at) => {
          const tenths = thresholdAt(at);
          if (tenths !== undefined) setThreshold(Math.min(1000, tenths));
        }}
      />
    </Box>
  );
}

function useRocOverlay(points: readonly RocPoint[], { roc }: ThresholdFigures) {
  const { mark, linked } = useLink();
  return useMemo(() => {
    const pointed = mark?.threshold === undefined ? null : rocPointAt(points, mark.threshold);
    const found = (linked?.scores ?? []).filter(({ positives }) => positives > 0);
    const places = found.flatMap(({ score }) => rocPointAt(points, score + 1) ?? []);
    return overlayOf({
      [linkedId]: places.map(({ x, y }) => [x, y]),
      [markedId]: [[roc.falsePositiveRate, roc.truePositiveRate]],
      [pointedId]: pointed === null ? [] : [[pointed.x, pointed.y]],
    });
  }, [points, roc, mark, linked]);
}
