import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explorer } from '../../../shared/schemas/measure-explorer.ts';
import { useFormat } from '../../format/use-format.ts';
import { useMeasureWords } from '../../format/use-measure-words.ts';
import { Chart } from '../../ui/chart.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { useChartInk } from '../../ui/use-chart-ink.ts';
import { useChartPaper } from '../../ui/use-chart-paper.ts';
import { buildCorrelationMap } from './build-correlation-map.ts';
import { clusterByMeasure } from './build-measure-rows.ts';
import { useClusterHint } from './use-cluster-hint.ts';
import type { ExplorerView } from './use-explorer.ts';

export interface CorrelationTabProps {
  readonly explorer: ExplorerView;
  readonly onOpen: (measureId: string) => void;
}

/** Which measures rank accounts alike, and which of each group to keep. */
export function CorrelationTab({ explorer: { explored }, onOpen }: CorrelationTabProps) {
  const { t } = useTranslation('measures');
  // What failed or was stopped is said above the tabs.
  if (explored.value === undefined) return explored.status === 'failed' ? null : <LoadingState />;
  if (explored.value.items.length < 2) return <Text size="sm">{t('explorer.map.none')}</Text>;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('explorer.map.text')}
      </Text>
      <Group align="flex-start" gap="md" className="measure-map">
        <CorrelationMap explorer={explored.value} onOpen={onOpen} />
        <ClusterHints explorer={explored.value} onOpen={onOpen} />
      </Group>
    </Stack>
  );
}

interface PartProps {
  readonly explorer: Explorer;
  readonly onOpen: (measureId: string) => void;
}

function CorrelationMap({ explorer, onOpen }: PartProps) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const { measureName } = useMeasureWords();
  const ink = useChartInk();
  const paper = useChartPaper();
  const { option, order } = useMemo(() => {
    const name = (id: string) => measureName(id) ?? t('sentence.unknownMeasure');
    return buildCorrelationMap(explorer, {
      name,
      tip: (a, b, rho) =>
        rho === null
          ? t('explorer.map.undefinedCell', { a: name(a), b: name(b) })
          : t('explorer.map.cell', { a: name(a), b: name(b), rho: format.difference(rho) }),
      rho: format.difference,
      low: t('explorer.map.low'),
      high: t('explorer.map.high'),
      ...{ ink, paper },
    });
  }, [explorer, measureName, t, format, ink, paper]);
  const height = 80 + Math.max(160, order.length * Math.max(18, Math.min(34, 620 / order.length)));
  return (
    <div className="measure-map-picture">
      <Chart
        option={option}
        height={height}
        across={order.length}
        ariaLabel={t('explorer.map.label', { count: order.length })}
        onPoint={({ seriesIndex, dataIndex }) => {
          const id = order[Math.floor(dataIndex / order.length)];
          if (seriesIndex === 0 && id !== undefined) onOpen(id);
        }}
      />
    </div>
  );
}

function ClusterHints({ explorer, onOpen }: PartProps) {
  const { t } = useTranslation('measures');
  const { measureName } = useMeasureWords();
  const hintOf = useClusterHint();
  const byMeasure = clusterByMeasure(explorer);
  const groups = explorer.clusters.filter(({ members }) => members.length > 1);
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      aria-label={t('explorer.map.hints')}
      className="measure-map-hints"
    >
      <Title order={2} size="h5" mb="xs">
        {t('explorer.map.hints')}
      </Title>
      {groups.length === 0 && <Text size="sm">{t('explorer.map.noHints')}</Text>}
      <Stack gap="md">
        {groups.map(({ members, keep }) => {
          const { title, keep: advice } = hintOf(byMeasure.get(keep)!);
          return (
            <div key={keep}>
              <Text size="sm">{title}</Text>
              <Text size="sm" fw={600}>
                {advice}
              </Text>
              <Group gap={4} mt={4}>
                {members.map((id) => (
                  <Button
                    key={id}
                    size="compact-xs"
                    variant={id === keep ? 'filled' : 'default'}
                    aria-label={t('explorer.map.open', { name: measureName(id) ?? '' })}
                    onClick={() => onOpen(id)}
                  >
                    {measureName(id)}
                  </Button>
                ))}
              </Group>
            </div>
          );
        })}
      </Stack>
    </Paper>
  );
}
