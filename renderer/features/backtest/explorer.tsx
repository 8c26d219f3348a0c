import { Box, Button, Group, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import { useFormat } from '../../format/use-format.ts';
import { buildThreshold, buildThresholdSums } from './build-threshold.ts';
import { ConfusionTable } from './confusion-table.tsx';
import { CostPanel, type Costs, exampleCosts } from './cost-panel.tsx';
import { ExplorerList } from './explorer-list.tsx';
import { RatesPanel } from './rates-panel.tsx';
import { RocChart } from './roc-chart.tsx';
import { alarmBoundOf, useRun, useShownScore } from './run-context.ts';
import { ScoreHistogram } from './score-histogram.tsx';
import { Section } from './section.tsx';
import { ThresholdAdvicePanel } from './threshold-advice.tsx';
import { useThreshold } from './threshold-context.tsx';

/** One handle on the score; the ROC point, the four outcomes, the rates, the cost and the list follow it. */
export function Explorer({ window }: { readonly window: WindowFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { output, overlap, isOptimistic } = useRun();
  const { threshold, setThreshold } = useThreshold();
  const shown = useShownScore();
  const { outcome } = output.figures.settings;
  const bound = alarmBoundOf(output);
  const [costs, setCosts] = useState<Costs>(exampleCosts);
  const [capacity, setCapacity] = useState(output.figures.settings.capacityPerAsOf);
  const sums = useMemo(() => buildThresholdSums(window, overlap), [window, overlap]);
  const figures = useMemo(() => buildThreshold(sums, threshold), [sums, threshold]);
  return (
    <Section
      title={t('explorer.title')}
      term="distribution"
      why={t('explorer.why')}
      isOptimistic={isOptimistic}
      right={
        <Group gap="xs" align="flex-end">
          <Button
            size="xs"
            variant="default"
            disabled={threshold === bound}
            onClick={() => setThreshold(bound)}
          >
            {t('explorer.atBound', { score: format.score(shown(bound)) })}
          </Button>
          <NumberInput
            label={t('explorer.threshold')}
            size="xs"
            w={130}
            min={0}
            max={100}
            step={1}
            decimalScale={1}
            clampBehavior="strict"
            value={Math.min(100, shown(threshold))}
            onChange={(value) =>
              typeof value === 'number' &&
              setThreshold(isHopedFor(outcome) ? 1001 - Math.round(value * 10) : Math.round(value * 10))
            }
          />
        </Group>
      }
    >
      <Group align="stretch" gap="md" wrap="nowrap" preventGrowOverflow={false}>
        <Box style={{ flex: 1, minWidth: 0 }}>
          <ScoreHistogram window={window} figures={figures} threshold={threshold} onChange={setThreshold} />
        </Box>
        <RocChart sums={sums} figures={figures} />
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="lg">
        <ConfusionTable figures={figures} threshold={threshold} window={window} />
        <RatesPanel figures={figures} threshold={threshold} window={window} />
        <Stack gap="md">
          <CostPanel figures={figures} costs={costs} onChange={setCosts} />
          <ThresholdAdvicePanel costs={costs} capacity={capacity} onCapacity={setCapacity} />
        </Stack>
      </SimpleGrid>
      <ExplorerList threshold={threshold} />
    </Section>
  );
}
